// The part of Google's Apps Script API that a push and a deployment use, and what it was told.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

interface PushedFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}

export interface GoogleStub {
  readonly url: string;
  readonly requests: string[];
  files: readonly PushedFile[];
}

export async function googleStub(): Promise<GoogleStub> {
  const stub: GoogleStub = { url: "", requests: [], files: [] };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const asked = `${request.method} ${request.url?.split("?")[0]}`;
    stub.requests.push(asked);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer(stub, asked, body === "" ? {} : JSON.parse(body))));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return Object.assign(stub, { url: `http://127.0.0.1:${port}/` });
}

function answer(stub: GoogleStub, asked: string, body: { files?: readonly PushedFile[] }): object {
  if (asked.startsWith("PUT") && asked.endsWith("/content")) stub.files = body.files ?? [];
  if (asked.endsWith("/content")) return { files: stub.files };
  if (asked.endsWith("/versions")) return { versionNumber: 7 };
  return { deploymentId: asked.split("/").pop(), deploymentConfig: { versionNumber: 7 } };
}
