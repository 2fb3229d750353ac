// A window over the sheet as its person uses it: the fields as they stand in its page, and presses on its buttons.
import { answerDialog, type DialogCall } from "../../src/app/dialogs/dialog";
import { DIALOGS } from "../../src/app/dialogs/index";
import type { MemoryPorts } from "../memory/memory-ports";

type Fields = Readonly<Record<string, string>>;
interface Answer {
  readonly html?: string;
  readonly parts?: Fields;
  readonly message?: string;
  readonly problem?: string;
  readonly token?: string;
  readonly more?: { readonly args: Fields; readonly done: number; readonly of: number };
}

export class OpenWindow {
  readonly #send: (call: DialogCall) => unknown;
  readonly #name: string;
  #token: string;
  /** As last shown whole, and what presses changed in it since, by id. */
  #view: string;
  #parts: Record<string, string> = {};
  #fields: Record<string, string>;
  /** What stays in the window and comes with every press. */
  readonly #kept: Record<string, string> = {};
  /** The line below the window. */
  said = "";

  /** `send`: what google.script.run.doPost does. */
  constructor(page: string, send: (call: DialogCall) => unknown) {
    this.#send = send;
    const config = /var dripsheet = (\{.*?\});/.exec(page)?.[1] ?? "{}";
    const { name, token } = JSON.parse(config) as { name: string; token: string };
    this.#name = name;
    this.#token = token;
    this.#view = /<main id="view">(.*)<\/main>/s.exec(page)?.[1] ?? "";
    this.#fields = fieldsOf(this.#view);
  }

  type(fields: Fields): void {
    Object.assign(this.#fields, fields);
  }

  /** The first answer; where it asks for more, the window goes on by itself, as in a browser. */
  press(go: string): Answer {
    for (const [, name = ""] of this.#view.matchAll(/<textarea name="(\w+)"[^>]*data-keep/g)) {
      this.#kept[name] = this.#fields[name] ?? "";
    }
    const first = this.#ask({ ...this.#fields, go });
    let { more } = first;
    while (more !== undefined) more = this.#ask(more.args).more;
    return first;
  }

  #ask(args: Fields): Answer {
    const answer = this.#send({
      name: this.#name,
      token: this.#token,
      args: { ...this.#kept, ...args },
    }) as Answer;
    this.#token = answer.token ?? this.#token;
    if (answer.html !== undefined) this.#show(answer.html);
    for (const [id, part] of Object.entries(answer.parts ?? {})) {
      this.#parts[id] = part;
      this.type(fieldsOf(part));
    }
    this.said = answer.problem ?? answer.message ?? "";
    return answer;
  }

  field(name: string): string {
    return this.#fields[name] ?? "";
  }

  /** The whole window as it was last shown, or one part of it, as a person reads it. */
  text(part?: string): string {
    return wordsOf(part === undefined ? this.#view : (this.#parts[part] ?? ""));
  }

  /** The mail as a frame of the window holds it. */
  mail(scheme: "light" | "dark"): string {
    const frame = new RegExp(`<iframe class="${scheme}"[^>]* srcdoc="([^"]*)"`);
    return unescaped(frame.exec(this.#parts.preview ?? this.#view)?.[1] ?? "");
  }

  #show(html: string): void {
    this.#view = html;
    this.#parts = {};
    this.#fields = fieldsOf(html);
  }
}

/** The newest window over the sheet. */
export function newestWindow(ports: MemoryPorts): OpenWindow {
  const page = ports.person.shown.at(-1)?.html ?? "";
  return new OpenWindow(page, (call) => answerDialog(ports, DIALOGS, call));
}

function fieldsOf(html: string): Record<string, string> {
  const found = [
    ...html.matchAll(/<textarea name="(\w+)"[^>]*>\n?(.*?)<\/textarea>/gs),
    ...html.matchAll(/<input(?: type="hidden")? name="(\w+)" value="([^"]*)"/g),
    ...html.matchAll(
      /<select name="(\w+)">(?:(?!<\/select>).)*?<option value="([^"]*)" selected>/gs,
    ),
  ];
  return Object.fromEntries(found.map(([, name, value]) => [name, unescaped(value ?? "")]));
}

function wordsOf(html: string): string {
  const plain = html.replace(/<style>.*?<\/style>/gs, "").replace(/<[^>]+>/g, " ");
  return unescaped(plain).replace(/\s+/g, " ").trim();
}

function unescaped(text: string): string {
  const signs: Fields = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, sign: string) => signs[sign] ?? "");
}
