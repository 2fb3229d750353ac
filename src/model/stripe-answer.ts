// How Stripe answers a question, without the platform's own shapes.

export type StripeAnswer =
  | { readonly kind: "found"; readonly body: unknown }
  | { readonly kind: "unknown" }
  | {
      readonly kind: "unreachable";
      readonly why: string;
      /** Stripe does not take this question, or not from this key; asking again gives the same. */
      readonly refused?: true;
    };
