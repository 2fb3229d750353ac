// Stripe's list of events, made of those that a test has put at events/<id>.

interface Event {
  readonly id: string;
  readonly type: string;
  readonly created: number;
}

/** Newest first, of two in one second the one put later; filtered and cut as Stripe does it. */
export function eventsListed(bodies: ReadonlyMap<string, unknown>, path: string): object {
  const query = new URLSearchParams(path.slice(path.indexOf("?")));
  const events = [...bodies].flatMap(([at, body]) => {
    return /^events\/\w+$/.test(at) && isEvent(body) ? [body] : [];
  });
  const types = query.getAll("types[]");
  const from = Number(query.get("created[gte]") ?? 0);
  const listed = events
    .reverse()
    .filter(({ created, type }) => created >= from && (types.length === 0 || types.includes(type)))
    .sort((a, b) => b.created - a.created);
  const after = query.get("starting_after");
  const start = after === null ? 0 : listed.findIndex(({ id }) => id === after) + 1;
  const data = listed.slice(start, start + Number(query.get("limit") ?? 10));
  return { object: "list", data, has_more: listed.length > start + data.length };
}

function isEvent(body: unknown): body is Event {
  const { id, type, created } = (body ?? {}) as Partial<Event>;
  return typeof id === "string" && typeof type === "string" && typeof created === "number";
}
