// PropertiesService and CacheService.
import { ServiceError } from "../errors.ts";
import { type Call, type OpTable, plain } from "../op.ts";

const PROPERTY_BYTES_MAX = 9 * 1024;
const STORE_BYTES_MAX = 500 * 1024;
const CACHE_VALUE_BYTES_MAX = 100 * 1024;
const CACHE_KEY_CHARACTERS_MAX = 250;
const CACHE_SECONDS_MAX = 21_600;

type Store = Readonly<Record<string, string>>;

function storeOf(call: Call, name: string): { path: string[]; values: Store } {
  const { properties } = call.platform.world.state;
  if (name === "script") return { path: ["properties", "script"], values: properties.script };
  if (name === "document") return { path: ["properties", "document"], values: properties.document };
  const user = call.execution.effectiveUser;
  const values = Object.hasOwn(properties.user, user) ? properties.user[user] : undefined;
  return { path: ["properties", "user", user], values: values ?? {} };
}

function setAll(call: Call, name: string, values: Store, deleteOthers: boolean): void {
  const { world } = call.platform;
  const store = storeOf(call, name);
  const next = deleteOthers ? { ...values } : { ...store.values, ...values };
  for (const value of Object.values(values)) {
    if (Buffer.byteLength(value) > PROPERTY_BYTES_MAX) {
      throw new ServiceError("Argument too large: value");
    }
  }
  if (mayBeLarge(next) && bytesOf(next) > STORE_BYTES_MAX) {
    throw new ServiceError(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  }
  if (deleteOthers) world.apply(["set", store.path, next]);
  else
    for (const [key, value] of Object.entries(values))
      world.apply(["set", [...store.path, key], value]);
}

/** Counting bytes costs more than the rest of the call; a character has three of them at most. */
function mayBeLarge(store: Store): boolean {
  let characters = 0;
  for (const key in store) characters += key.length + (store[key] ?? "").length;
  return 3 * characters > STORE_BYTES_MAX;
}

function bytesOf(store: Store): number {
  return Object.entries(store).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
}

export const propertyOps: OpTable = {
  "Properties.getProperty": plain((call: Call, name: string, key: string) => {
    const { values } = storeOf(call, name);
    return Object.hasOwn(values, key) ? values[key] : null;
  }),
  "Properties.getProperties": plain((call: Call, name: string) => storeOf(call, name).values),
  "Properties.getKeys": plain((call: Call, name: string) =>
    Object.keys(storeOf(call, name).values),
  ),
  "Properties.setProperty": plain((call: Call, name: string, key: string, value: string) => {
    setAll(call, name, { [key]: value }, false);
  }),
  "Properties.setProperties": plain((call: Call, name: string, values: Store, others: boolean) => {
    setAll(call, name, values, others);
  }),
  "Properties.deleteProperty": plain((call: Call, name: string, key: string) => {
    call.platform.world.apply(["del", [...storeOf(call, name).path, key]]);
  }),
  "Properties.deleteAllProperties": plain((call: Call, name: string) => {
    call.platform.world.apply(["set", storeOf(call, name).path, {}]);
  }),
};

function cacheName(call: Call, name: string): string {
  return name === "user" ? `user ${call.execution.effectiveUser}` : name;
}

function put(call: Call, name: string, key: string, value: string, seconds: number): void {
  if (key.length > CACHE_KEY_CHARACTERS_MAX) throw new ServiceError("Argument too large: key");
  if (Buffer.byteLength(value) > CACHE_VALUE_BYTES_MAX) {
    throw new ServiceError("Argument too large: value");
  }
  const lifeMs = Math.min(Math.max(seconds, 1), CACHE_SECONDS_MAX) * 1000;
  const until = call.platform.clock.now() + lifeMs;
  call.platform.cache.put(cacheName(call, name), key, value, until);
}

export const cacheOps: OpTable = {
  "Cache.get": plain((call: Call, name: string, key: string) => {
    return call.platform.cache.get(cacheName(call, name), key, call.platform.clock.now());
  }),
  "Cache.getAll": plain((call: Call, name: string, keys: readonly string[]) => {
    const { cache, clock } = call.platform;
    const found = keys.map((key) => [key, cache.get(cacheName(call, name), key, clock.now())]);
    return Object.fromEntries(found.filter(([, value]) => value !== null));
  }),
  "Cache.put": plain((call: Call, name: string, key: string, value: string, seconds: number) => {
    put(call, name, key, value, seconds);
  }),
  "Cache.putAll": plain((call: Call, name: string, values: Store, seconds: number) => {
    for (const [key, value] of Object.entries(values)) put(call, name, key, value, seconds);
  }),
  "Cache.remove": plain((call: Call, name: string, key: string) => {
    call.platform.cache.remove(cacheName(call, name), key);
  }),
  "Cache.removeAll": plain((call: Call, name: string, keys: readonly string[]) => {
    for (const key of keys) call.platform.cache.remove(cacheName(call, name), key);
  }),
};
