// The promise of a price as a person may change it: page, mail and Queue say the same afterwards.
import { describe, expect, it } from "vitest";
import type { QueueRow } from "../../sheets-schema/index";
import { rowPrice } from "../../src/model/offer";
import { say } from "../../src/model/reason";
import { HOUR_MS } from "../../src/model/time";
import { handEdits, seal, unseal } from "../../src/state/seal";
import { editOf, form, founder, lived, NOW, payment, rowOf } from "./bench";
import { offer, offers } from "./founder-flows";

const asked = lived([form({ form: "lite" })]);
const { id } = rowOf(asked, "lite").row;
const [LOW, HIGH] = ["https://buy.test/59", "https://buy.test/99"];
const today = offers({
  ...{ before: { price: "€59", link: LOW }, after: { price: "€99", link: HIGH } },
});
const typed = (to: string, state = asked) => founder(state, editOf(id, ["promised", to]), today);
const lite = (state: Parameters<typeof rowOf>[0]) => rowOf(state, "lite").row;
const DEADLINE = NOW + 72 * HOUR_MS;
const SWITCH = { kind: "price", eventId: "e_price", at: DEADLINE, enrollment: id } as const;

describe("a promise emptied by hand", () => {
  it("becomes today's prices, in every cell at once", () => {
    const { price, promised, offer_deadline } = lite(typed(""));
    expect({ price, offer_deadline }).toEqual({ price: "€59", offer_deadline: DEADLINE });
    expect(promised).toBe(`€59 <${LOW}> → €99 <${HIGH}>`);
  });

  it("switches to today's other price, not to the old one", () => {
    expect(lite(founder(typed(""), SWITCH, today)).price).toBe("€99");
  });

  it("after the deadline is today's price after it", () => {
    const late = founder(asked, SWITCH);
    const at = { ...editOf(id, ["promised", ""]), at: DEADLINE };
    expect(lite(founder(late, at, today)).price).toBe("€99");
  });

  it("before this was kept switches by Offers: nothing is promised", () => {
    const own = rowOf(asked, "lite");
    const emptied = { ...asked, enrollments: [{ ...own, row: { ...own.row, promised: "" } }] };
    expect(lite(founder(emptied, SWITCH, today)).price).toBe("€99");
  });
});

describe("a promise typed by hand", () => {
  it("that reads as one holds, with its price", () => {
    const mine = `€39 <${LOW}> → €79 <${HIGH}>`;
    const after = typed(mine);
    expect(after.outcome).toBe("APPLIED");
    expect(lite(after)).toMatchObject({ promised: mine, price: "€39" });
    expect(rowPrice(lite(after), offer("lite"), NOW).price).toBe("€39");
  });

  it.each(["€39", "€39 <javascript:alert(1)> → €79 <>", "39 → 79"])(
    "%j is put back with what is allowed",
    (to) => {
      const after = typed(to);
      expect(after).toMatchObject({ outcome: "REFUSED", notes: [{ column: "promised" }] });
      expect(say(after.reason, "en")).toContain(`"${to}"`);
      expect(lite(after)).toMatchObject({ price: "€49", promised: lite(asked).promised });
    },
  );

  it("of somebody who has paid is put back: it says what was bought", () => {
    const paid = founder(asked, payment({ offer: "lite" }));
    expect(typed("", paid)).toMatchObject({ outcome: "REFUSED", notes: [{ column: "promised" }] });
  });
});

describe("the seal of a promise", () => {
  const own = rowOf(asked, "lite");
  const cells = (more: Partial<QueueRow> = {}): QueueRow => ({
    ...own.row,
    sealed: seal(own),
    ...more,
  });
  const same = (one: number, other: number) => one === other;

  it("shows what was typed, and keeps what was there", () => {
    const from = own.row.promised;
    expect(handEdits(cells(), {}, same)).toEqual([]);
    expect(handEdits(cells({ promised: "€39" }), {}, same)).toEqual([
      { column: "promised", from, to: "€39" },
    ]);
    expect(handEdits(cells({ promised: "" }), {}, same)).toHaveLength(1);
    expect(unseal(cells({ promised: "€39" }))?.row.promised).toBe(from);
  });

  it("of an older version believes the cell", () => {
    const { m: _, ...older } = JSON.parse(seal(own)) as Record<string, unknown>;
    const sealed = JSON.stringify(older);
    expect(handEdits(cells({ sealed, promised: "" }), {}, same)).toEqual([]);
    expect(unseal(cells({ sealed, promised: "" }))?.row.promised).toBe("");
  });
});
