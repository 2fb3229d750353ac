// The part of liquidjs the bundle may use: its own types bring Node's globals with them.

export interface LiquidOptions {
  readonly strictVariables?: boolean;
  readonly strictFilters?: boolean;
  readonly lenientIf?: boolean;
  readonly ownPropertyOnly?: boolean;
  readonly outputEscape?: (value: unknown) => string;
  readonly parseLimit?: number;
  readonly renderLimit?: number;
  readonly memoryLimit?: number;
  readonly timezoneOffset?: number | string;
  readonly locale?: string;
  readonly globals?: object;
}

/** A parsed piece of a template; only its token is for reading. */
export interface Template {
  readonly token: { readonly kind: number; getText(): string };
}

export class Liquid {
  constructor(options?: LiquidOptions);
  parse(template: string): Template[];
  renderSync(templates: readonly Template[], scope?: object): string;
  parseAndRenderSync(template: string, scope?: object): string;
  /** Full paths of the variables that must come from outside, such as "offer.price". */
  globalFullVariablesSync(template: string | readonly Template[]): string[];
  registerFilter(name: string, filter: (value: unknown, ...args: unknown[]) => unknown): void;
  readonly filters: Record<string, unknown>;
  readonly tags: Record<string, unknown>;
}

/** What parse and render throw. `token.getPosition()` is [line, column], counted from 1. */
export class LiquidError extends Error {
  readonly token: { getText(): string; getPosition(): number[] };
  readonly originalError?: Error;
}
export class ParseError extends LiquidError {}
export class RenderError extends LiquidError {}
export class TokenizationError extends LiquidError {}
export class UndefinedVariableError extends LiquidError {}
