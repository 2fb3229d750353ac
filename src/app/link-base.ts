// Where the links lead that we mail or show: the owner's own page, if there is one, else the web app itself.

/** What of Settings decides it. Forms post to the web app in any case: a static page takes no post. */
interface Addresses {
  readonly webAppUrl: string;
  /** Settings link_base: a page of the owner's that leads on to the web app. */
  readonly linkBase?: string;
}

/** "" while there is no web app to lead to. */
export function linkBaseOf({ webAppUrl, linkBase }: Addresses): string {
  return webAppUrl === "" || linkBase === undefined || linkBase === "" ? webAppUrl : linkBase;
}
