// Dialogs and menus of the spreadsheet's window. Only menu runs and onOpen have a window.
import { call, Exception } from "./door.ts";
import { enumeration, enumValue } from "./enums.ts";
import { contentOf } from "./html-output.ts";
import { lacking } from "./lacking.ts";

const Button = enumeration<typeof GoogleAppsScript.Base.Button>("CLOSE OK CANCEL YES NO");
const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>(
  "OK OK_CANCEL YES_NO YES_NO_CANCEL",
);

type GUi = GoogleAppsScript.Base.Ui;
type GMenu = GoogleAppsScript.Base.Menu;
type GButton = GoogleAppsScript.Base.Button;
type GButtonSet = GoogleAppsScript.Base.ButtonSet;
type GHtml = GoogleAppsScript.HTML.HtmlOutput;

export class Ui extends lacking<GUi>("Ui") {
  override Button = Button;
  override ButtonSet = ButtonSet;

  override alert(first: string, second?: string | GButtonSet, buttons?: GButtonSet): GButton {
    const titled = typeof second === "string";
    const set = String((titled ? buttons : second) ?? ButtonSet.OK);
    const answer = ask("alert", titled ? first : "", titled ? second : first, set);
    const offered = set.split("_");
    return buttonNamed(answer ?? "CLOSE", offered);
  }

  override prompt(
    first: string,
    second?: string | GButtonSet,
    buttons?: GButtonSet,
  ): GoogleAppsScript.Base.PromptResponse {
    const titled = typeof second === "string";
    const set = String((titled ? buttons : second) ?? ButtonSet.OK);
    const answer = ask("prompt", titled ? first : "", titled ? second : first, set);
    const offered = set.split("_");
    if (answer === null || answer === "CLOSE") return new PromptResponse("", Button.CLOSE);
    if (answer === "CANCEL" && offered.includes(answer)) {
      return new PromptResponse("", Button.CANCEL);
    }
    return new PromptResponse(answer, buttonNamed(offered[0] ?? "OK", offered));
  }

  override createMenu(caption: string): GMenu {
    return new Menu(caption);
  }

  override showModalDialog(html: GHtml, title: string): void {
    show("modal", title, html);
  }

  override showModelessDialog(html: GHtml, title: string): void {
    show("modeless", title, html);
  }

  override showSidebar(html: GHtml): void {
    show("sidebar", html.getTitle() ?? "", html);
  }
}

/** A plain text has no size of its own; neither has a page whose script set none. */
function show(kind: "modal" | "modeless" | "sidebar", title: string, html: GHtml | string): void {
  const size = typeof html === "string" ? [null, null] : [html.getWidth(), html.getHeight()];
  call("Ui.show", kind, String(title), contentOf(html), ...size);
}

function ask(
  kind: "alert" | "prompt",
  title: string,
  text: unknown,
  buttons: string,
): string | null {
  return call("Ui.ask", { kind, title: String(title), text: String(text), buttons });
}

function buttonNamed(name: string, offered: readonly string[]): GButton {
  if (name === "CLOSE" || offered.includes(name)) return enumValue(Button, name);
  throw new Error(
    `The answer ${JSON.stringify(name)} is not a button of this dialog; it has ${offered.join(", ")} and CLOSE.`,
  );
}

class PromptResponse extends lacking<GoogleAppsScript.Base.PromptResponse>("PromptResponse") {
  readonly #text: string;
  readonly #button: GButton;

  constructor(text: string, button: GButton) {
    super();
    this.#text = text;
    this.#button = button;
  }

  override getResponseText(): string {
    return this.#text;
  }
  override getSelectedButton(): GButton {
    return this.#button;
  }
}

interface Item {
  readonly path: readonly string[];
  readonly caption: string;
  /** Empty: a line between groups. */
  readonly handler: string;
}

class Menu extends lacking<GMenu>("Menu") {
  readonly #caption: string;
  readonly items: Item[] = [];

  constructor(caption: string) {
    super();
    this.#caption = caption;
  }

  override addItem(caption: string, handler: string): this {
    if (typeof handler !== "string" || handler === "") {
      throw new Exception(
        "The parameters (String,null) don't match the method signature for Menu.addItem.",
      );
    }
    this.items.push({ path: [], caption: String(caption), handler });
    return this;
  }
  override addSeparator(): this {
    this.items.push({ path: [], caption: "", handler: "" });
    return this;
  }
  override addSubMenu(menu: GMenu): this {
    const sub = menu as unknown as Menu;
    for (const item of sub.items) {
      this.items.push({ ...item, path: [sub.#caption, ...item.path] });
    }
    return this;
  }
  override addToUi(): void {
    call("Ui.addMenu", this.#caption, this.items);
  }
}
