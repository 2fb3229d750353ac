// The plain request and reply that every handler here speaks, and the one place that talks node:http.
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

export interface Call {
  readonly method: string;
  /** Still encoded, without the question mark. */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A refusal with a status; its message goes to the caller. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Google's own limit is not documented; 50 MB is what people quote (facts 1.27). */
const BODY_BYTES_MAX = 50 * 1024 * 1024;

export function json(value: unknown, status = 200): Reply {
  return jsonText(JSON.stringify(value), status);
}

export function jsonText(body: string, status = 200): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body,
  };
}

export function html(
  text: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache, no-store, max-age=0, must-revalidate",
      "x-content-type-options": "nosniff",
      ...headers,
    },
    body: text,
  };
}

/** `admit` may refuse by headers alone, before any body is read. */
export function createHttpServer(
  admit: (call: Call) => void,
  answer: (call: Call) => Reply | Promise<Reply>,
): Server {
  return createServer((request, response) => {
    handle(request, admit, answer).then(
      (reply) => send(request, response, reply),
      (error) => send(request, response, failure(error)),
    );
  });
}

async function handle(
  request: IncomingMessage,
  admit: (call: Call) => void,
  answer: (call: Call) => Reply | Promise<Reply>,
): Promise<Reply> {
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  const head = {
    method: request.method ?? "GET",
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? "" : target.slice(mark + 1),
    headers: request.headers,
    body: Buffer.alloc(0),
  };
  admit(head);
  return answer({ ...head, body: await readBody(request) });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY_BYTES_MAX) {
      throw new HttpError(
        413,
        `The body is larger than ${BODY_BYTES_MAX} bytes, the most allowed.`,
        {
          connection: "close",
        },
      );
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function failure(error: unknown): Reply {
  if (error instanceof HttpError) {
    const reply = json({ error: error.message }, error.status);
    return { ...reply, headers: { ...reply.headers, ...error.headers } };
  }
  console.error(error);
  return json({ error: error instanceof Error ? error.message : String(error) }, 500);
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  // A body that nobody read would otherwise be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  response.writeHead(reply.status, {
    ...reply.headers,
    "content-length": String(Buffer.byteLength(reply.body)),
  });
  response.end(request.method === "HEAD" ? undefined : reply.body);
}
