// What the owner allows the script to do, one by one, as the manifest asks for it.
import type { PERMISSION_WORDS } from "../words/start";

export type Permission = keyof typeof PERMISSION_WORDS;
