// The grid library comes without types; the few calls we make are checked by the browser test.
// biome-ignore lint/suspicious/noExplicitAny: the library's own shape is open
export declare const TabulatorFull: new (place: string, options: Record<string, unknown>) => any;
