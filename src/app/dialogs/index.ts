// Every window that can be pressed, by its name.
import type { DialogKind } from "./dialog";

export const DIALOGS: readonly DialogKind[] = [];
