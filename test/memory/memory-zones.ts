// Zones in memory, by the engine's own table.
import { makeZones } from "../../src/apps-script/zones";

/** It calls no service where the engine knows zones, and Node does. */
export const memoryZones = makeZones();
