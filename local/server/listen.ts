// Opens a server on this computer's loopback address only.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

const ADDRESS = "127.0.0.1";
/** Enough for every other copy a person may have open; more would hide a real mistake. */
const PORTS_TRIED_MAX = 50;
const LAST_PORT = 65_535;

/** 0 lets the system choose. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, ADDRESS, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** The wished port, or the next free one. */
export async function listenNextFree(server: Server, wished: number): Promise<number> {
  const last = Math.min(wished + PORTS_TRIED_MAX, LAST_PORT);
  for (let port = wished; port <= last; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(`--port: ${wished} to ${last} are all taken or forbidden. Choose another port.`);
}

function isTaken(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === "EADDRINUSE" || code === "EACCES";
}
