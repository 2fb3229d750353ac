// A tree of plain objects that changes in place, and whose copies share every part that neither has changed since.

type Node = Record<string | number, unknown>;

export class StateTree<Root extends object> {
  #root: Root;
  /** The parts no other tree knows of; everything else is copied before it is changed. */
  #own = new WeakSet<object>();

  constructor(root: Root) {
    this.#root = root;
  }

  get root(): Root {
    return this.#root;
  }

  fork(): StateTree<Root> {
    this.#own = new WeakSet();
    return new StateTree(this.#root);
  }

  set(path: readonly (string | number)[], value: unknown): void {
    const last = path[path.length - 1];
    if (last !== undefined) put(this.#parentOf(path), last, value);
  }

  delete(path: readonly string[]): void {
    const last = path[path.length - 1];
    if (last === undefined || !this.#leadsTo(path)) return;
    delete this.#parentOf(path)[last];
  }

  #leadsTo(path: readonly string[]): boolean {
    let node: unknown = this.#root;
    for (const key of path) {
      if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return false;
      node = (node as Node)[key];
    }
    return true;
  }

  /** The object that holds the path's last key, made where it is missing. */
  #parentOf(path: readonly (string | number)[]): Node {
    this.#root = this.#owned(this.#root);
    let node = this.#root as Node;
    for (const key of path.slice(0, -1)) {
      const next = this.#owned(Object.hasOwn(node, key) ? (node[key] as object) : {});
      put(node, key, next);
      node = next as Node;
    }
    return node;
  }

  #owned<Part extends object>(part: Part): Part {
    if (this.#own.has(part)) return part;
    const copy = (Array.isArray(part) ? [...part] : { ...part }) as Part;
    this.#own.add(copy);
    return copy;
  }
}

/** Also for a key such as "__proto__", which a plain assignment would not store. */
function put(node: Node, key: string | number, value: unknown): void {
  if (key !== "__proto__") node[key] = value;
  else
    Object.defineProperty(node, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
