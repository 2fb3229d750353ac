// Settings: one row per setting.
import { defineTab, type RowOf, text } from "./column";

export const settings = defineTab({
  name: "Settings",
  place: "front",
  about: { en: "Your settings.", zh: "你的设置。" },
  idColumn: "key",
  columns: {
    key: text("machine", "Name of the setting.", "设置项。", { widthPx: 170 }),
    value: text("person", "Yours to fill in.", "由你填写。", { widthPx: 320 }),
    meaning: text("machine", "What it does.", "含义。", { widthPx: 480, wraps: true }),
    check: text("machine", "Empty: fine.", "空：没有问题。", { widthPx: 280 }),
  },
});

export type SettingRow = RowOf<typeof settings>;
