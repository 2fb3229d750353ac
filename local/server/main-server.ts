// The main origin: the Studio at /, the control API, and /exec.
import { answerApi } from "./api.ts";
import { COPY_PREFIX, copyPage } from "./api-copies.ts";
import { admitHost, admitOrigin } from "./guard.ts";
import { type Call, createHttpServer, HttpError, html, type Reply } from "./http.ts";
import { linkPage } from "./link-page.ts";
import type { Local } from "./local.ts";
import { fileReply, locateFile } from "./static-files.ts";
import { answerExec, EXEC_PATH } from "./web-app.ts";

const API_PREFIX = "/local/api/";
const LINK_PREFIX = "/local/link/";

export function createMainServer(port: () => number, world: () => Promise<Local>) {
  return createHttpServer(
    (call) => {
      admitHost(call, port());
      if (call.path.startsWith(API_PREFIX)) admitOrigin(call);
    },
    async (call) => answerMain(await world(), call),
  );
}

async function answerMain(local: Local, call: Call): Promise<Reply> {
  if (call.path === EXEC_PATH || call.path.startsWith(`${EXEC_PATH}/`)) {
    const reply = answerExec(call, local.host, local.content);
    await local.outbox.settled();
    return reply;
  }
  if (call.path.startsWith(API_PREFIX)) return answerApi(local, call);
  if (call.method !== "GET" && call.method !== "HEAD") {
    throw new HttpError(405, `${call.path}: saw ${call.method}, allowed is GET.`, { allow: "GET" });
  }
  if (call.path.startsWith(LINK_PREFIX)) return html(linkPage(call.path.slice(LINK_PREFIX.length)));
  if (call.path.startsWith(COPY_PREFIX)) {
    return copyPage(local, call.path.slice(COPY_PREFIX.length));
  }
  const file = locateFile(local.root, call.path);
  if (file === null) throw new HttpError(404, `${call.path}: there is no such page here.`);
  return fileReply(file);
}
