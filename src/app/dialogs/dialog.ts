// Windows over the sheet that act: opened by the menu, pressed through doPost, answered with plain data.
import type { Words } from "../../../sheets-schema/index";
import { errorText } from "../../model/error-text";
import { type DialogView, dialogPage } from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { readDoorConfig } from "../doors/door-config";
import { dialogToken, spendToken } from "./token";

export type DialogArgs = Readonly<Record<string, string>>;

/**
 * What a press gives. `view` replaces the window's content, `parts` what stands in the elements of these ids, so that what
 * somebody is typing elsewhere stays; `more` presses again by itself, for long work.
 */
export interface DialogAnswer {
  readonly message?: string;
  readonly view?: DialogView;
  readonly parts?: Readonly<Record<string, DialogView>>;
  readonly more?: { readonly args: DialogArgs; readonly done: number; readonly of: number };
  readonly close?: true;
}
export interface DialogKind {
  readonly name: string;
  readonly title: Words;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Runs as whoever has the sheet open; asks for itself whether they may (owner-only.ts). */
  act(ports: Ports, args: DialogArgs): DialogAnswer;
}

export function openDialog(
  ports: Ports,
  { name, title, widthPx, heightPx }: DialogKind,
  view: DialogView,
  language: Language,
): void {
  const kept = ports.properties.all();
  const said = title[language];
  const token = dialogToken(ports, kept, name);
  const html = dialogPage(language, { name, title: said, token, view });
  ports.person.show({ title: said, html, widthPx, heightPx });
}

/** A call from a window, as google.script.run hands it on; null: this is a web request. */
export interface DialogCall {
  readonly name: string;
  readonly token: string;
  readonly args: DialogArgs;
}

/** Plain data only: the platform refuses anything else on the way back. */
export function answerDialog(
  ports: Ports,
  kinds: readonly DialogKind[],
  call: DialogCall,
): Readonly<Record<string, unknown>> {
  const kept = ports.properties.all();
  const said = DIALOG[readDoorConfig(kept).language];
  const kind = kinds.find(({ name }) => name === call.name);
  const token = kind === undefined ? null : spendToken(ports, kept, kind.name, call.token);
  if (kind === undefined || token === null) return { problem: said.tooOld };
  try {
    const { view, parts = {}, ...answer } = kind.act(ports, call.args);
    const sources = Object.entries(parts).map(([id, part]) => [id, part.source]);
    const html = view === undefined ? {} : { html: view.source };
    return { ...answer, ...html, parts: Object.fromEntries(sources), token };
  } catch (error) {
    ports.log.warn(`${kind.name}: ${String(error)}`);
    const what = errorText(error).slice(0, 300);
    return { problem: `${said.failed} ${what}`, token };
  }
}
