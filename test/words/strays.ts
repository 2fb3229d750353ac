// Text for people that stands outside the catalogue: in Chinese, in both languages, or as an English
// sentence that is neither thrown nor logged for a developer.
import type { Expression } from "acorn";
import type { AnyNode } from "../../build/checks/script.mjs";
import type { SourceFile } from "../tidy/files.js";
import { bothOf, outermost, sayingOf, treeOf } from "./pairs.js";

export const HAN = /\p{Script=Han}/u;
/** Four words and more, the way a person is spoken to; fewer may be a name or a key. */
const SENTENCE = /(?:^|[\s(“"])[A-Za-z][a-z']*(?:,? [A-Za-z][a-z'-]*){3,}/;
/** Text for a program: markup, styles, queries, regular expressions. */
const NOT_SAID = /[<>{}=]|https?:|;\s*$|\b(?:in:|from:|to:)/;

export function straysIn(file: SourceFile): readonly string[] {
  const strays: string[] = [];
  outermost(treeOf(file), (node) => {
    if (isForDevelopers(node)) return true;
    const [en, zh] = bothOf(node);
    if (en !== undefined && zh !== undefined) {
      for (const side of [en, zh])
        if (isText(sayingOf(side).text)) strays.push(sayingOf(side).text);
      return true;
    }
    const text = ownText(node);
    if (text === null || !isStray(text)) return false;
    strays.push(text);
    return node.type === "TemplateLiteral";
  });
  return strays;
}

const isText = (text: string) => /\p{L}{2}/u.test(text.replace(/^(?:en|zh|\w+_(?:en|zh))$/, ""));

function isStray(text: string): boolean {
  if (HAN.test(text)) return true;
  return SENTENCE.test(text.replace(/\s+/g, " ")) && !NOT_SAID.test(text);
}

function ownText(node: AnyNode): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral") return null;
  return sayingOf(node as unknown as Expression).text;
}

function isForDevelopers(node: AnyNode): boolean {
  if (node.type === "ThrowStatement" || node.type === "ImportDeclaration") return true;
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  const callee = node.callee as AnyNode;
  if (callee.type === "Identifier") return /Error$|^refuse/.test(String(callee.name));
  const owner = (callee.object ?? {}) as AnyNode;
  const name = (owner.property as AnyNode | undefined)?.name ?? owner.name;
  return name === "log" || name === "console";
}
