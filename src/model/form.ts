// What a form says, cleaned: the same in the Events cell, in the fact and in the contact.

export interface FormSubmission {
  readonly form: string;
  readonly email: string;
  readonly name: string;
  readonly consent: boolean;
  readonly timeZone: string;
  readonly locale: string;
  readonly source: string;
  readonly utm: string;
  readonly url: string;
  readonly phone: string;
}
