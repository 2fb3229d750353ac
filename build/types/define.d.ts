// What the build writes into the bundle in place of these names.

/** The version in package.json. */
declare const __VERSION__: string;
/** How triggers and menu items name their functions: jobs.tick, or jobs_tick_. */
declare const __HANDLERS__: "dot" | "underscore";
