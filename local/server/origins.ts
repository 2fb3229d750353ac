// The two origins: one for the Studio, the control API and /exec, one for what visitors are shown.
import { LOOPBACK_NAMES } from "./guard.ts";
import { listen, listenNextFree } from "./listen.ts";
import type { Local } from "./local.ts";
import { createMainServer } from "./main-server.ts";
import { createVisitorServer } from "./visitor-server.ts";

export interface Origins {
  readonly url: string;
  readonly port: number;
  readonly visitorUrl: string;
  readonly close: () => void;
}

/** The ports are taken first: the web app's own address must be known before the host opens. */
export async function openOrigins(wishedPort: number, world: Promise<Local>): Promise<Origins> {
  const ports = { main: 0, visitor: 0 };
  const main = createMainServer(
    () => ports.main,
    () => world,
  );
  const visitor = createVisitorServer(
    () => ports.visitor,
    async () => ({ ...(await world), frameOrigins: loopbackOrigins(ports.main) }),
  );
  ports.main = await listenNextFree(main, wishedPort);
  ports.visitor = await listen(visitor, 0);
  const close = () => {
    for (const server of [main, visitor]) {
      server.close();
      server.closeAllConnections();
    }
  };
  const [url = ""] = loopbackOrigins(ports.main);
  return { url, port: ports.main, visitorUrl: `http://127.0.0.1:${ports.visitor}`, close };
}

function loopbackOrigins(port: number): readonly string[] {
  return LOOPBACK_NAMES.map((name) => `http://${name}:${port}`);
}
