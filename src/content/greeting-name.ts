// A name as a mail may greet by it. Anybody can type anything into a form under a stranger's address:
// a link or a paragraph of text is no name, and the mail falls back to its greeting without one.

const GREETING_CHARACTERS_MAX = 60;
const LINK = /:\/\/|www\.|\.[a-z]{2,}\/|[<>{}[\]]/i;

export function greetingName(name: string): string {
  return name.length > GREETING_CHARACTERS_MAX || LINK.test(name) ? "" : name;
}
