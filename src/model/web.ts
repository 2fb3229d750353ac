// What a visitor asks and what is answered, without the platform's own shapes.

export interface WebRequest {
  readonly method: "GET" | "POST";
  /** First value of each parameter of the address and of a url-encoded body. Has no prototype. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentType: string;
  readonly contentLength: number;
}

export type Answer =
  /** Reaches its sender with status 200. */
  | { readonly kind: "page"; readonly title: string; readonly html: string }
  /** Reaches its sender with status 302: the only way to say "not stored, please send again". */
  | { readonly kind: "retry"; readonly text: string }
  /** Plain data that a page on another site may read: 302, and then an answer open to every origin. */
  | { readonly kind: "data"; readonly json: string };
