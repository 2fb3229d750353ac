// The two ways a service call ends badly.

/** A script sees it as an Exception with this message and may catch it. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
}

/** The execution is over; nothing the script does from here has an effect. */
export class Killed extends Error {
  override readonly name = "Killed";
}

export const SERVER_ERROR =
  "We're sorry, a server error occurred. Please wait a bit and try again.";
export const TIME_EXCEEDED = "Exceeded maximum execution time";
