// What each version of the sheet brought, so that an older sheet gets what is new and nothing its owner took away.

/** Rows of version 1, by their id. */
export const FIRST_ROWS = {
  Flows: ["geo"],
  Steps: ["geo_1", "geo_2"],
  Cadence: ["geo-0", "geo-1"],
  Templates: ["geo_1.en", "geo_1.zh", "geo_2.en", "geo_2.zh"],
  Offers: ["lite", "course"],
  Regions: [],
  Register: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Columns that version 2 added and that rows of version 1 get filled with what is shipped. */
export const SECOND_COLUMNS = {
  Flows: ["opens_as"],
  Steps: ["sent_on", "repeats", "late_max"],
  Cadence: [],
  Templates: ["why_now", "cost_of_not", "move", "doubt"],
  Offers: ["flow", "window", "free_counts"],
  Regions: [],
  Register: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Templates that version 5 added. */
export const FIFTH_TEMPLATES = ["confirm", "last_question"] as const;
