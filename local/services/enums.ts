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

export const ProtectionType =
  enumeration<typeof GoogleAppsScript.Spreadsheet.ProtectionType>("RANGE SHEET");
export const WrapStrategy =
  enumeration<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>("WRAP OVERFLOW CLIP");
export const BorderStyle = enumeration<typeof GoogleAppsScript.Spreadsheet.BorderStyle>(
  "DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE",
);
export const Dimension = enumeration<typeof GoogleAppsScript.Spreadsheet.Dimension>("COLUMNS ROWS");
export const DataValidationCriteria = enumeration<
  typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria
>(
  "DATE_IS_VALID_DATE DATE_EQUAL_TO DATE_BEFORE DATE_ON_OR_BEFORE DATE_AFTER DATE_ON_OR_AFTER " +
    "DATE_BETWEEN DATE_NOT_BETWEEN NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN " +
    "NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO " +
    "NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO " +
    "TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX",
);
export const BooleanCriteria = enumeration<typeof GoogleAppsScript.Spreadsheet.BooleanCriteria>(
  "CELL_EMPTY CELL_NOT_EMPTY CUSTOM_FORMULA NUMBER_EQUAL_TO NUMBER_GREATER_THAN " +
    "NUMBER_LESS_THAN TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_ENDS_WITH TEXT_EQUAL_TO " +
    "TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH",
);
export const Button = enumeration<typeof GoogleAppsScript.Base.Button>("CLOSE OK CANCEL YES NO");
export const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>(
  "OK OK_CANCEL YES_NO YES_NO_CANCEL",
);
export const Weekday = enumeration<typeof GoogleAppsScript.Base.Weekday>(
  "SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY",
);
export const AuthMode = enumeration<typeof GoogleAppsScript.Script.AuthMode>(
  "NONE CUSTOM_FUNCTION LIMITED FULL",
);
export const AuthorizationStatus =
  enumeration<typeof GoogleAppsScript.Script.AuthorizationStatus>("REQUIRED NOT_REQUIRED");
export const EventType = enumeration<typeof GoogleAppsScript.Script.EventType>(
  "CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED",
);
export const TriggerSource = enumeration<typeof GoogleAppsScript.Script.TriggerSource>(
  "SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR",
);
export const Charset = enumeration<typeof GoogleAppsScript.Utilities.Charset>("US_ASCII UTF_8");
export const DigestAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.DigestAlgorithm>(
  "MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512",
);
export const MacAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.MacAlgorithm>(
  "HMAC_MD5 HMAC_SHA_1 HMAC_SHA_256 HMAC_SHA_384 HMAC_SHA_512",
);
export const MimeType = enumeration<typeof GoogleAppsScript.Content.MimeType>(
  "ATOM CSV ICAL JAVASCRIPT JSON RSS TEXT VCARD XML",
);
export const XFrameOptionsMode =
  enumeration<typeof GoogleAppsScript.HTML.XFrameOptionsMode>("DEFAULT ALLOWALL");
export const SandboxMode =
  enumeration<typeof GoogleAppsScript.HTML.SandboxMode>("EMULATED IFRAME NATIVE");
