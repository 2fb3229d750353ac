// What the owner allows the script to do, one by one, as the manifest asks for it.

export const PERMISSIONS = [
  "sheets",
  "mail",
  "quota",
  "web",
  "timers",
  "windows",
  "account",
] as const;

export type Permission = (typeof PERMISSIONS)[number];
