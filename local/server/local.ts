// What the server's parts share: one opened host and what stands around it.
import type { Host } from "../host/contract.ts";
import type { Language } from "./flags.ts";
import type { MonthOffer } from "./month-offer.ts";
import type { Moves } from "./moves.ts";
import type { Outbox } from "./outbox.ts";
import type { StripeStandIn } from "./stripe-stand-in.ts";
import type { VisitorContent } from "./visitor-content.ts";

export interface Local {
  readonly host: Host;
  readonly outbox: Outbox;
  readonly stripe: StripeStandIn;
  readonly content: VisitorContent;
  readonly moves: Moves;
  readonly month: MonthOffer;
  /** Differs whenever something other than a following clock may have changed. */
  readonly changes: () => number;
  readonly clock: "still" | "wall";
  readonly lang: Language;
  /** http://localhost:PORT */
  readonly url: string;
  readonly dataDir: string;
  /** Folder of the project, for files served as they are. */
  readonly root: string;
  readonly version: string;
  readonly timeZone: string;
  /** The script's functions that google.script.run offers to visitors. */
  readonly visibleFunctions: readonly string[];
}
