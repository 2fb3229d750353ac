// An address a reader's browser can open.
import type { Words } from "../../sheets-schema/index";

export const WEB_ADDRESS: Words = {
  en: "empty or an address beginning with https:// (http:// on this computer)",
  zh: "空，或以 https:// 开头的网址（本机可用 http://）",
};

export function isWebAddress(value: string): boolean {
  return /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])\S+$/.test(value);
}
