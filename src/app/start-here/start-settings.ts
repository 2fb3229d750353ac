// Settings that a window or a cell changes: written where they stand, never over what somebody typed meanwhile.
import type { Ports } from "../../ports";

export type SettingValues = Readonly<Record<string, string>>;

/** `seen`: what stood there when the person looked. Says which keys somebody else has changed since. */
export function putSettings(
  { store }: Ports,
  values: SettingValues,
  seen: SettingValues = {},
): readonly string[] {
  const standing = valuesNow(store);
  const touched = Object.keys(values).filter((key) => {
    const now = standing.get(key);
    return now !== values[key] && seen[key] !== undefined && now !== seen[key];
  });
  const wanted = Object.entries(values).filter(
    ([key, value]) => standing.has(key) && standing.get(key) !== value && !touched.includes(key),
  );
  store.update(
    "Settings",
    wanted.map(([key, value]) => ({
      id: key,
      cells: { value },
      seen: { value: standing.get(key) ?? "" },
    })),
  );
  return touched;
}

/** Of two rows with one key the upper counts. */
export function settingValues({ store }: Pick<Ports, "store">): SettingValues {
  return Object.fromEntries(valuesNow(store));
}

function valuesNow(store: Ports["store"]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { cells } of store.read("Settings")) {
    if (cells.key !== "" && !values.has(cells.key)) values.set(cells.key, cells.value);
  }
  return values;
}
