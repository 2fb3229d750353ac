// A press in a window over the sheet, as google.script.run hands it to doPost. Any visitor's page may forge one.

interface Call {
  readonly name: string;
  readonly token: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Null: a web request, whose event names no dialog of its own. */
export function readDialogCall(event: unknown): Call | null {
  if (!isBag(event) || "postData" in event || "parameter" in event) return null;
  const { dialog, token, args } = event;
  if (typeof dialog !== "string" || typeof token !== "string") return null;
  const given = isBag(args) ? Object.entries(args) : [];
  const texts = given.filter((one): one is [string, string] => typeof one[1] === "string");
  return {
    name: dialog,
    token,
    args: Object.assign(Object.create(null), Object.fromEntries(texts)),
  };
}

function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
