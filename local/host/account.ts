// The figures of the simulated account, read from its data file.
import data from "./account.json" with { type: "json" };

export type Account = typeof data;
export type QuotaName = keyof Account["dailyQuotas"];

export const account: Account = data;
