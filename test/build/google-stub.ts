// A stand-in of Google on this computer: answers clasp, keeps what it was given, and can cut off
// whoever asks, before or after it has acted.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { googleAnswer } from "./google-answers.js";
import { GoogleState } from "./google-state.js";

export interface Cut {
  /** Which request: "POST /v1/projects". */
  readonly at: string | RegExp;
  readonly when: "before" | "after";
  /** Gets the process that asked. */
  readonly act: (pid: number) => void;
}

export class GoogleStub extends GoogleState {
  url = "";
  readonly requests: string[] = [];
  cut: Cut | null = null;
  close = (): void => {};

  /** Whether the answer is to be sent. */
  cuts(when: Cut["when"], asked: string, pid: number): boolean {
    const { cut } = this;
    if (cut === null || cut.when !== when || !matches(cut.at, asked)) return false;
    this.cut = null;
    cut.act(pid);
    return true;
  }

  changes(): readonly string[] {
    return this.requests.filter((asked) => !asked.startsWith("GET "));
  }
}

const matches = (at: string | RegExp, asked: string) =>
  typeof at === "string" ? at === asked : at.test(asked);

export async function googleStub(): Promise<GoogleStub> {
  const stub = new GoogleStub();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const asked = `${request.method} ${request.url?.split("?")[0]}`;
    const pid = Number(request.headers["x-pid"]);
    if (stub.cuts("before", asked, pid)) return;
    stub.requests.push(asked);
    const answer = googleAnswer(stub, asked, body === "" ? {} : JSON.parse(body));
    stub.cuts("after", asked, pid);
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  stub.close = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(() => stub.close());
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return stub;
}
