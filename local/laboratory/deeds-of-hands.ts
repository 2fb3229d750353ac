// What the owner's hands do: in cells, with rows and columns, in the menu, in Gmail's drafts.
import { attempt } from "./attempt.ts";
import type { Deeds } from "./deeds.ts";
import type { Deed } from "./history.ts";
import type { Stage } from "./stage.ts";

type Hands = "type" | "note" | "delete row" | "act" | "menu" | keyof typeof DRAFT_ACTS;
type Of<D extends Deed["do"]> = Extract<Deed, { readonly do: D }>;

const DRAFT_ACTS = {
  "edit draft": { kind: "edit", subject: "written by hand" },
  "delete draft": { kind: "delete" },
  "send draft": { kind: "send" },
} as const;

export const HAND_DEEDS: Deeds<Hands> = {
  type,
  note: (stage, { who }) => {
    const row = stage.rowOf(who, "");
    const { email } = stage.person(who);
    if (row !== null) stage.lab.host.edit("Queue", row, "notes", `of ${email}`);
  },
  "delete row": deleteRow,
  act: (stage, { act }) => attempt(() => stage.lab.host.act(act)),
  menu: press,
  "edit draft": onDraft,
  "delete draft": onDraft,
  "send draft": onDraft,
};

function deleteRow(stage: Stage, { who: wanted }: Of<"delete row">): void {
  const who = stage.numberOf(wanted);
  const row = stage.rowOf(who, "");
  if (row === null) return;
  stage.witness.deleted.add(who);
  stage.witness.touches(who, "*");
  stage.lab.host.act({ sheet: "Queue", kind: "deleteRows", row });
}

function type(stage: Stage, { who: wanted, flow, column, value }: Of<"type">): void {
  const { host } = stage.lab;
  const who = stage.numberOf(wanted);
  const row = stage.rowOf(who, flow);
  if (row === null) return;
  // Hand marks of payment close everything this person has.
  const closes = value === "PAID" || value === "YES" || value === "mark paid";
  stage.witness.touches(who, closes ? "*" : flow);
  attempt(() => host.edit("Queue", row, column, value));
}

function press(stage: Stage, { item, who: wanted }: Of<"menu">): void {
  const row = stage.rowOf(stage.numberOf(wanted), "") ?? 2;
  // Where they have none, the press is on the first one's.
  const email = stage.lab.host.sheet("Queue", ["email"]).rows[row - 2]?.email;
  const who = stage.people.findIndex((one) => one.email === email);
  const changes = ["sendNow", "hold", "release", "markPaid", "undoLast"].includes(item);
  if (changes) stage.witness.touches(who, "*");
  const selection = { sheet: "Queue", row, rows: [row] };
  attempt(() => stage.lab.host.run({ function: `menu.${item}`, selection, answers: ["OK", "OK"] }));
}

/** From then on nobody can know for certain what became of that mail. */
function onDraft(stage: Stage, { do: what, who: wanted }: Of<keyof typeof DRAFT_ACTS>): void {
  const { host } = stage.lab;
  const { email } = stage.person(wanted);
  const drafts = host.drafts();
  const draft = drafts.find(({ to }) => to === email) ?? drafts[0];
  if (draft === undefined) return;
  stage.witness.doubtful = true;
  const drafted = host.sheet("Sends", ["draft_id"]).rows.some((row) => row.draft_id === draft.id);
  stage.witness.handSends = drafted ? "after its intent" : "before its intent";
  host.actOnDraft(draft.id, DRAFT_ACTS[what]);
  stage.witness.handSends = "no";
}
