// Google's enumerations: each value is an object that writes itself as its name.

class EnumValue {
  readonly #name: string;
  readonly #ordinal: number;

  constructor(name: string, ordinal: number) {
    this.#name = name;
    this.#ordinal = ordinal;
  }

  toString(): string {
    return this.#name;
  }

  toJSON(): string {
    return this.#name;
  }

  name(): string {
    return this.#name;
  }

  ordinal(): number {
    return this.#ordinal;
  }

  compareTo(other: EnumValue): number {
    return this.#ordinal - other.#ordinal;
  }
}

/**
 * `Type` is the declared enumeration, whose members are numbers only to the compiler.
 * The values are made at first use: every execution starts anew and touches few of them.
 */
export function enumeration<Type>(names: string): Type {
  const values: Record<string, EnumValue> = {};
  let filled = false;
  const fill = () => {
    if (filled) return;
    filled = true;
    names.split(" ").forEach((name, index) => {
      values[name] = new EnumValue(name, index);
    });
  };
  const lazily =
    <Args extends unknown[], Result>(trap: (...args: Args) => Result) =>
    (...args: Args): Result => {
      fill();
      return trap(...args);
    };
  return new Proxy(values, {
    get: lazily(Reflect.get),
    has: lazily(Reflect.has),
    ownKeys: lazily(Reflect.ownKeys),
    getOwnPropertyDescriptor: lazily(Reflect.getOwnPropertyDescriptor),
  }) as Type;
}

/** The value of that name. */
export function enumValue<Value>(type: object, name: string): Value {
  return (type as Record<string, unknown>)[name] as Value;
}
