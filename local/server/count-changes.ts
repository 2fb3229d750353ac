// Counts what may have changed the workbook or the mail, so that the Studio reloads only then.
import type { Host } from "../host/contract.ts";

export function countChanges(host: Host): { readonly host: Host; readonly changes: () => number } {
  let changes = 0;
  const counted =
    <A extends readonly unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      changes += 1;
      return act(...args);
    };
  const watched: Host = {
    now: () => host.now(),
    request: counted((request) => host.request(request)),
    run: counted((call) => host.run(call)),
    edit: counted((...args) => host.edit(...args)),
    act: counted((...args) => host.act(...args)),
    sheets: () => host.sheets(),
    sheet: (name, only) => host.sheet(name, only),
    look: (name) => host.look(name),
    xlsx: () => host.xlsx(),
    lookPage: (name, since) => host.lookPage(name, since),
    triggers: () => host.triggers(),
    advance: counted((to, everyMs) => host.advance(to, everyMs)),
    runDue: () => {
      const outcome = host.runDue();
      if (outcome.ran > 0) changes += 1;
      return outcome;
    },
    outbox: () => host.outbox(),
    receive: counted((raw) => host.receive(raw)),
    drafts: () => host.drafts(),
    menu: () => host.menu(),
    copies: () => host.copies(),
    keep: counted((key, value) => host.keep(key, value)),
    kept: (key) => host.kept(key),
    property: (key) => host.property(key),
    setProperty: counted((key, value) => host.setProperty(key, value)),
    inject: (fault) => host.inject(fault),
    trouble: (trouble) => host.trouble(trouble),
    stopTrigger: counted((id) => host.stopTrigger(id)),
    actOnDraft: counted((...args) => host.actOnDraft(...args)),
    onCall: (hook) => host.onCall(hook),
    fork: (change) => host.fork(change),
    restore: counted((version) => host.restore(version)),
    openCopy: (id) => host.openCopy(id),
    executions: () => host.executions(),
    close: () => host.close(),
  };
  return { host: watched, changes: () => changes };
}
