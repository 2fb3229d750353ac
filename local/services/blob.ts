// Blob: bytes with a type and a name.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";

export class Blob extends lacking<GoogleAppsScript.Base.Blob>("Blob") {
  #bytes: number[];
  #type: string | null;
  #name: string | null;

  constructor(bytes: number[], type: string | null, name: string | null) {
    super();
    this.#bytes = bytes;
    this.#type = type;
    this.#name = name;
  }

  override getBytes(): number[] {
    return [...this.#bytes];
  }
  override getDataAsString(charset = "UTF-8"): string {
    return call("Utilities.bytesToText", this.#bytes, String(charset));
  }
  override getContentType(): string | null {
    return this.#type;
  }
  override setContentType(type: string | null): this {
    this.#type = type;
    return this;
  }
  override getName(): string | null {
    return this.#name;
  }
  override setName(name: string): this {
    this.#name = name;
    return this;
  }
}
