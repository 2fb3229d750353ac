// What a posted form is answered with, as words alone: our pages show it, and so does a form on the owner's site.

export interface FormAnswer {
  /** It is stored, and nothing has to be put right. */
  readonly ok: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: { readonly href: string; readonly words: string } | null;
}
