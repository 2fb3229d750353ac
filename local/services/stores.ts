// PropertiesService, CacheService and LockService.
import { call, Exception } from "./door.ts";
import { lacking } from "./lacking.ts";

type StoreName = "script" | "user" | "document";
type GProperties = GoogleAppsScript.Properties.Properties;
type GCache = GoogleAppsScript.Cache.Cache;
type GLock = GoogleAppsScript.Lock.Lock;

const CACHE_SECONDS = 600;

class Properties extends lacking<GProperties>("Properties") {
  readonly #store: StoreName;

  constructor(store: StoreName) {
    super();
    this.#store = store;
  }

  override getProperty(key: string): string | null {
    return call("Properties.getProperty", this.#store, String(key));
  }
  override getProperties(): { [key: string]: string } {
    return call("Properties.getProperties", this.#store);
  }
  override getKeys(): string[] {
    return call("Properties.getKeys", this.#store);
  }
  override setProperty(key: string, value: string): GProperties {
    if (value === null || value === undefined) {
      throw new Exception(
        `The parameters (String,null) don't match the method signature for PropertiesService.Properties.setProperty.`,
      );
    }
    call("Properties.setProperty", this.#store, String(key), String(value));
    return this;
  }
  override setProperties(values: { [key: string]: string }, deleteAllOthers = false): GProperties {
    const texts = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, String(value)]),
    );
    call("Properties.setProperties", this.#store, texts, deleteAllOthers);
    return this;
  }
  override deleteProperty(key: string): GProperties {
    call("Properties.deleteProperty", this.#store, String(key));
    return this;
  }
  override deleteAllProperties(): GProperties {
    call("Properties.deleteAllProperties", this.#store);
    return this;
  }
}

export class PropertiesService extends lacking<GoogleAppsScript.Properties.PropertiesService>(
  "PropertiesService",
) {
  override getScriptProperties(): GProperties {
    return new Properties("script");
  }
  override getUserProperties(): GProperties {
    return new Properties("user");
  }
  override getDocumentProperties(): GProperties {
    return new Properties("document");
  }
}

class Cache extends lacking<GCache>("Cache") {
  readonly #store: StoreName;

  constructor(store: StoreName) {
    super();
    this.#store = store;
  }

  override get(key: string): string | null {
    return call("Cache.get", this.#store, String(key));
  }
  override getAll(keys: string[]): { [key: string]: string } {
    return call("Cache.getAll", this.#store, keys.map(String));
  }
  override put(key: string, value: string, seconds = CACHE_SECONDS): void {
    call("Cache.put", this.#store, String(key), String(value), seconds);
  }
  override putAll(values: { [key: string]: unknown }, seconds = CACHE_SECONDS): void {
    const texts = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, String(value)]),
    );
    call("Cache.putAll", this.#store, texts, seconds);
  }
  override remove(key: string): void {
    call("Cache.remove", this.#store, String(key));
  }
  override removeAll(keys: string[]): void {
    call("Cache.removeAll", this.#store, keys.map(String));
  }
}

export class CacheService extends lacking<GoogleAppsScript.Cache.CacheService>("CacheService") {
  override getScriptCache(): GCache {
    return new Cache("script");
  }
  override getUserCache(): GCache {
    return new Cache("user");
  }
  override getDocumentCache(): GCache {
    return new Cache("document");
  }
}

class Lock extends lacking<GLock>("Lock") {
  readonly #name: StoreName;

  constructor(name: StoreName) {
    super();
    this.#name = name;
  }

  override tryLock(waitMs: number): boolean {
    return call("Lock.tryLock", this.#name, Number(waitMs));
  }
  override waitLock(waitMs: number): void {
    call("Lock.waitLock", this.#name, Number(waitMs));
  }
  override releaseLock(): void {
    call("Lock.releaseLock", this.#name);
  }
  override hasLock(): boolean {
    return call("Lock.hasLock", this.#name);
  }
}

export class LockService extends lacking<GoogleAppsScript.Lock.LockService>("LockService") {
  override getScriptLock(): GLock {
    return new Lock("script");
  }
  override getUserLock(): GLock {
    return new Lock("user");
  }
  override getDocumentLock(): GLock {
    return new Lock("document");
  }
}
