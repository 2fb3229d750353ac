// What the Stripe stand-in knows: every posted event, the newest version of every object in one, and objects put directly.
import type { Host } from "../host/contract.ts";

export type StripeObject = Readonly<Record<string, unknown>>;

export interface StripeEvent extends StripeObject {
  readonly id: string;
}

/** As Stripe has it at an instant, without an event that tells of it. */
interface Put {
  readonly put: StripeObject;
  /** Epoch seconds. */
  readonly at: number;
}

interface Version {
  readonly object: StripeObject;
  readonly createdAt: number;
}

const POST_KEY = "stripe:post:";
const MS_PER_SECOND = 1_000;

export class StripeStore {
  readonly #events = new Map<string, StripeEvent>();
  readonly #objects = new Map<string, Map<string, Version>>();
  #posts = 0;

  /** Posts are kept one by one, so that a long history costs no more per post than a short one. */
  constructor(private readonly host: Host) {
    for (let post = this.#kept(0); post !== undefined; post = this.#kept(this.#posts)) {
      this.#posts += 1;
      this.#take(post);
    }
  }

  post(event: StripeEvent): void {
    this.#keep(event);
  }

  /** False: the object says not what it is. */
  put(object: StripeObject): boolean {
    if (typeof object.id !== "string" || collectionOf(object.object) === null) return false;
    this.#keep({ put: object, at: Math.floor(this.host.now() / MS_PER_SECOND) });
    return true;
  }

  event(id: string): StripeEvent | undefined {
    return this.#events.get(id);
  }

  /** Newest first; of two with the same second the one posted later is newer. */
  events(): readonly StripeEvent[] {
    return newestFirst([...this.#events.values()]);
  }

  object(collection: string, id: string): StripeObject | undefined {
    return this.#objects.get(collection)?.get(id)?.object;
  }

  objects(collection: string): readonly StripeObject[] {
    const versions = this.#objects.get(collection)?.values() ?? [];
    return newestFirst([...versions].map((version) => version.object));
  }

  knows(collection: string): boolean {
    return this.#objects.has(collection);
  }

  #kept(post: number): StripeEvent | Put | undefined {
    const value = this.host.kept(POST_KEY + post);
    return isStripeEvent(value) || isPut(value) ? value : undefined;
  }

  #keep(post: StripeEvent | Put): void {
    this.host.keep(POST_KEY + this.#posts, post);
    this.#posts += 1;
    this.#take(post);
  }

  #take(post: StripeEvent | Put): void {
    if (isPut(post)) this.#version(post.put, post.at);
    else this.#learn(post);
  }

  #learn(event: StripeEvent): void {
    this.#events.delete(event.id);
    this.#events.set(event.id, event);
    const data = event.data;
    const object = isObject(data) ? data.object : undefined;
    if (isObject(object)) this.#version(object, createdOf(event));
  }

  #version(object: StripeObject, createdAt: number): void {
    const collection = collectionOf(object.object);
    if (collection === null || typeof object.id !== "string") return;
    this.#keepNewest(collection, object.id, { object, createdAt });
  }

  #keepNewest(collection: string, id: string, version: Version): void {
    const known = this.#objects.get(collection) ?? new Map<string, Version>();
    const present = known.get(id);
    if (present && present.createdAt > version.createdAt) return;
    known.delete(id);
    known.set(id, version);
    this.#objects.set(collection, known);
  }
}

export function isObject(value: unknown): value is StripeObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isStripeEvent(value: unknown): value is StripeEvent {
  return isObject(value) && typeof value.id === "string" && value.id !== "";
}

function isPut(value: unknown): value is Put {
  return isObject(value) && isObject(value.put);
}

/** "checkout.session" is served at checkout/sessions, "dispute" at disputes. */
function collectionOf(type: unknown): string | null {
  if (typeof type !== "string" || !/^[a-z_.]+$/.test(type)) return null;
  const path = type.replaceAll(".", "/");
  return path.endsWith("y") ? `${path.slice(0, -1)}ies` : `${path}s`;
}

function createdOf(object: StripeObject): number {
  return typeof object.created === "number" ? object.created : 0;
}

function newestFirst<T extends StripeObject>(inOrderOfPosting: readonly T[]): readonly T[] {
  return [...inOrderOfPosting].reverse().sort((a, b) => createdOf(b) - createdOf(a));
}
