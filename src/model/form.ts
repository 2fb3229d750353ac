// What a form says, cleaned: the same in the Events cell, in the fact and in the contact.

/** Who somebody is elsewhere, where a form or the owner's own tool says so. */
export interface OwnIds {
  readonly userId?: string;
  readonly deviceId?: string;
}
export interface FormSubmission extends OwnIds {
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
