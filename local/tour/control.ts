// Local's control API as the walk uses it. Works alike in Node and in the Studio's page.

export type Cell = string | number | boolean;
type Row = Readonly<Record<string, Cell>>;
export interface NumberedRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly cells: Row;
}
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
}
export interface Status {
  readonly now: string;
  readonly triggers: readonly { readonly handler: string }[];
}

export class Control {
  readonly #baseUrl: string;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl.replace(/\/$/, "");
  }

  status(): Promise<Status> {
    return this.#get("status");
  }

  async sheetNames(): Promise<readonly string[]> {
    const sheets = await this.#get<readonly { name: string }[]>("sheets");
    return sheets.map((sheet) => sheet.name);
  }

  async rows(sheet: string): Promise<readonly NumberedRow[]> {
    const { rows } = await this.#get<{ rows: readonly Row[] }>(`sheets/${sheet}`);
    return rows.map((cells, index) => ({ row: index + 2, cells }));
  }

  outbox(): Promise<readonly Mail[]> {
    return this.#get("outbox");
  }

  page(query: string): Promise<string> {
    return this.#text(`/local/api/page?${query}`);
  }

  move(
    move: { advance: string; every?: string } | { to: string; every?: string },
  ): Promise<unknown> {
    return this.#post("clock", move);
  }

  edit(sheet: string, edit: { row: number; column: string; value: Cell }): Promise<unknown> {
    return this.#post(`sheets/${sheet}/edit`, edit);
  }

  stripe(event: unknown): Promise<{ readonly status: number }> {
    return this.#post("stripe", { event, deliver: true });
  }

  /** As a browser posts a form: url-encoded, straight to the web app. */
  async visitorPosts(query: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    const url = `${this.#baseUrl}/exec${query === "" ? "" : `?${query}`}`;
    return (await fetch(url, { method: "POST", headers, body })).status;
  }

  async #get<T>(path: string): Promise<T> {
    return JSON.parse(await this.#text(`/local/api/${path}`)) as T;
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    const headers = { "Content-Type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return JSON.parse(await this.#text(`/local/api/${path}`, request)) as T;
  }

  async #text(path: string, request?: RequestInit): Promise<string> {
    const response = await fetch(`${this.#baseUrl}${path}`, request);
    const text = await response.text();
    if (response.ok) return text;
    throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
  }
}
