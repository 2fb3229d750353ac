// Only these: a namespace of all of marked would be made anew at every request and every tick.
export { Lexer, Tokenizer } from "marked";
