// The parts of one host that service calls work with.
import type { CacheStore } from "./cache-store.ts";
import type { Clock } from "./clock.ts";
import type { FetchAnswer, FetchRequest, SentMail, WebAnswer, WebRequest } from "./contract.ts";
import type { Costs } from "./costs.ts";
import type { Faults } from "./faults.ts";
import type { Locks } from "./locks.ts";
import type { Manifest } from "./manifest.ts";
import type { Weather } from "./trouble.ts";
import type { World } from "./world.ts";

export interface Platform {
  readonly world: World;
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly owner: string;
  readonly execUrl: string;
  readonly locks: Locks;
  readonly cache: CacheStore;
  readonly costs: Costs;
  readonly faults: Faults;
  readonly weather: Weather;
  /** A Workspace account, which may use more in a day. */
  readonly workspace: boolean;
  /** Executions follow one another in the same context. */
  readonly warm: boolean;
  readonly fetch: ((request: FetchRequest) => FetchAnswer) | null;
  readonly sent: (mail: SentMail) => void;
  readonly copied: (folder: string) => void;
  /** The web app itself, for a script that fetches its own address. */
  readonly request: (request: WebRequest) => WebAnswer;
}
