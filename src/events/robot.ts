// Was a form filled in by a robot? It fills what nobody can see, or is quicker than hands.

/** Nobody reads a form and fills it in faster; somebody whose browser knows their address comes near it. */
const FILLED_IN_MS_MIN = 1_000;

/** `took`: milliseconds by the visitor's own clock; absent without a script, and then it says nothing. */
export function isRobot({ leave_empty, took }: Readonly<Record<string, string>>): boolean {
  if ((leave_empty ?? "").trim() !== "") return true;
  return took !== undefined && /^\d{1,9}$/.test(took) && Number(took) < FILLED_IN_MS_MIN;
}
