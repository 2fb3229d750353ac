// Recipient lists as Gmail reads them: comma separated, with or without a name.
import { ServiceError } from "../errors.ts";

/** The bare addresses of a list. */
export function addressesIn(list: string): string[] {
  return splitList(list).map((entry) => bareAddress(entry));
}

export function checkAddresses(list: string): void {
  for (const entry of splitList(list)) {
    if (!isAddress(bareAddress(entry))) throw new ServiceError(`Invalid email: ${entry}`);
  }
}

function bareAddress(entry: string): string {
  const angled = /<([^<>]*)>\s*$/.exec(entry);
  return (angled?.[1] ?? entry).trim();
}

/** Commas inside quotes or angle brackets do not separate. */
function splitList(list: string): string[] {
  const entries = list.match(/(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^,])+/g) ?? [];
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || /[\s"(),:;<>@[\]\\]/.test(local) || /^\.|\.\.|\.$/.test(local)) return false;
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(domain);
}
