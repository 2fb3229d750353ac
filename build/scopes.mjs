// The table of scopes: which Google service may be used, and which permission it needs.
import { readFileSync } from "node:fs";

/** @typedef {{ scopes: string[], reason: string }} ServiceLine */
/** @typedef {Record<string, ServiceLine>} ScopeTable */

/** @type {{ services: ScopeTable }} */
const file = JSON.parse(readFileSync(new URL("./scopes.json", import.meta.url), "utf8"));

export const scopeTable = file.services;

export const serviceNames = () => Object.keys(scopeTable);
