// How long a batch thinks: one pass over N rows in plain Node, every service in memory and 25 mails due.
import type { Row, TabName } from "../../sheets-schema/index";
import { onePass } from "../../src/app/one-pass";
import type { Ports, Store, StoredRow } from "../../src/ports";
import { DAY, HOUR, MemoryOffice } from "../app/memory-office";

const DUE = 25;
const RUNS = 5;
/** Left out: the first runs are slow everywhere. */
const WARM_UPS = 3;

/** Median CPU milliseconds. */
export function planTime(rows: number): number {
  const office = seedOffice();
  const tabs = grown(office, rows);
  const times: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    const ports = { ...office.ports, store: readOnly(office.ports.store, tabs) } satisfies Ports;
    const before = process.cpuUsage();
    const { report } = onePass(
      ports,
      { kind: "tick", checks: false, startedAt: office.ports.clock.now() },
      office.ports.properties.all(),
    );
    const { user, system } = process.cpuUsage(before);
    if (report.sent !== DUE) throw new Error(`${report.sent} mails went, not ${DUE}`);
    if (run >= WARM_UPS) times.push((user + system) / 1_000);
    office.ports.mailer.quota += DUE;
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0);
}

/** All of them on, and none in the way of the mails that are to go. */
const EVERY_RULE: Readonly<Record<string, string>> = {
  quiet_hours: "21:00-08:00",
  working_days: "Mon-Sun",
  holidays: "12-24..12-26, 01-01",
  reader_zone: "Europe/Berlin",
  cap_marketing: "20 per 7 d, 60 per 30 d",
  min_gap: "1 min",
  flow_gap: "2 min",
  offer_gap: "3 min",
  rhythm: "1 min, 2 min",
  cool_down: "90 rarer, 95 ask 14 d",
};

/** People as a founder has them: waiting, unpaid, paid, done. */
function seedOffice(): MemoryOffice {
  const office = new MemoryOffice();
  office.ports.store.edit("Flows", "lite", "on", "YES");
  office.ports.store.edit("Offers", "lite", "price", "€49");
  office.ports.store.edit("Offers", "lite", "price_after", "€79");
  office.ports.store.edit("Offers", "lite", "checkout_link", "https://buy.shop.test/lite");
  office.ports.store.edit("Offers", "lite", "checkout_link_after", "https://buy.shop.test/later");
  office.geo("done@shop.test");
  office.pass(3 * DAY, HOUR);
  office.geo("paid@shop.test");
  office.geo("active@shop.test");
  office.post({ form: "lite", email: "unpaid@shop.test", name: "Mei", consent: "yes", url: "" });
  office.tick();
  office.pay("paid@shop.test");
  office.tick();
  for (const [key, value] of Object.entries(EVERY_RULE)) office.set(key, value);
  return office;
}

type Tabs = Partial<{ [N in TabName]: readonly StoredRow<N>[] }>;

/** Every seeded person again and again, under a new id; the first waiting ones are due. */
function grown(office: MemoryOffice, count: number): Tabs {
  const contacts = office.ports.store.rows("Contacts");
  const queue = office.ports.store.rows("Queue");
  const made = { Queue: [] as StoredRow<"Queue">[], Contacts: [] as StoredRow<"Contacts">[] };
  const now = office.ports.clock.now();
  for (let at = 0; at < count; at += 1) {
    const seed = queue[at % queue.length] as Row<"Queue">;
    const contact = contacts.find(({ id }) => seed.id.startsWith(`${id}.`)) as Row<"Contacts">;
    const id = `c_${at}`;
    const email = `person${at}@shop.test`;
    const isDue = seed.flow === "geo" && seed.status === "ACTIVE" && at < DUE * queue.length;
    const timed = isDue ? dueNow(seed, now) : seed;
    const cells = { ...timed, id: seed.id.replace(contact.id, id), email };
    made.Queue.push({ row: at + 2, cells, odd: {} });
    const rows = seed.id.slice(contact.id.length + 1);
    const person = { ...contact, id, email, sealed: email, rows };
    made.Contacts.push({ row: at + 2, cells: person, odd: {} });
  }
  return made;
}

/** As a row stands whose time has come: cell and seal agree. */
function dueNow(row: Row<"Queue">, now: number): Row<"Queue"> {
  const at = now - (now % 1_000);
  const wrote = new Date(row.next_at ?? 0).toISOString();
  const sealed = row.sealed.split(wrote).join(new Date(at).toISOString());
  return { ...row, next_at: at, sealed };
}

/** The tabs as they are, at no cost; writing changes nothing, so that every run is the same. */
function readOnly(store: Store, tabs: Tabs): Store {
  const small = new Map<TabName, readonly unknown[]>();
  return {
    read<N extends TabName>(tab: N) {
      const known = tabs[tab] ?? small.get(tab) ?? store.read(tab);
      small.set(tab, known);
      return known as readonly StoredRow<N>[];
    },
    find: (tab, column, startsWith) => store.find(tab, column, startsWith),
    pick: (tab, choose) => store.pick(tab, choose),
    lastRow: (tab) => (tabs[tab]?.length ?? store.read(tab).length) + 1,
    fileId: () => store.fileId(),
    append: () => undefined,
    appendBlock: () => undefined,
    remove: () => [],
    update: () => ({ missing: [], spoiled: [] }),
    stamp: () => undefined,
    annotate: () => undefined,
    gone: () => [],
    flush: () => undefined,
  };
}
