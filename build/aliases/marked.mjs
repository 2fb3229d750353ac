// What the bundle may take from marked, fetched at the first use.
import { lazyClasses } from "./lazy-class.mjs";

const lazy = lazyClasses(() => require("./marked-classes.mjs"));

export const Lexer = lazy("Lexer");
export const Tokenizer = lazy("Tokenizer");
