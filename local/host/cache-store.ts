// What CacheService keeps: in memory only, bounded, expiring by the clock. A restart empties it,
// which the platform allows itself at any time.

const ITEMS_MAX = 1000;
const SWEPT_SHARE = 0.1;

interface Item {
  readonly value: string;
  readonly until: number;
}

export class CacheStore {
  readonly #stores = new Map<string, Map<string, Item>>();

  fork(): CacheStore {
    const fork = new CacheStore();
    for (const [name, items] of this.#stores) fork.#stores.set(name, new Map(items));
    return fork;
  }

  get(store: string, key: string, now: number): string | null {
    const item = this.#of(store).get(key);
    return item !== undefined && item.until > now ? item.value : null;
  }

  put(store: string, key: string, value: string, until: number): void {
    const items = this.#of(store);
    items.delete(key);
    items.set(key, { value, until });
    if (items.size > ITEMS_MAX) this.#sweep(items);
  }

  remove(store: string, key: string): void {
    this.#of(store).delete(key);
  }

  /** Past the limit about a tenth of the items, the oldest, vanish at once (measured, facts 4.8). */
  #sweep(items: Map<string, Item>): void {
    const surplus = Math.ceil(items.size * SWEPT_SHARE);
    for (const key of [...items.keys()].slice(0, surplus)) items.delete(key);
  }

  #of(store: string): Map<string, Item> {
    const items = this.#stores.get(store) ?? new Map<string, Item>();
    this.#stores.set(store, items);
    return items;
  }
}
