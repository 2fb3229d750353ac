// Where the links lead that we mail or show: the owner's own page, if there is one, else the web app itself.
import type { Settings } from "../../model/settings";

/** "" while there is no web app to lead to. Forms post to the web app in any case: a static page takes no post. */
export function linkBaseOf({
  webAppUrl,
  linkBase,
}: Pick<Settings, "webAppUrl" | "linkBase">): string {
  return webAppUrl === "" || linkBase === "" ? webAppUrl : linkBase;
}
