// Starts Dripsheet Local. Written so that even an old Node can read it and say what is wrong.

const MINIMUM = [20, 19];

function isTooOld(version) {
  const parts = version.split(".").map(Number);
  return parts[0] < MINIMUM[0] || (parts[0] === MINIMUM[0] && parts[1] < MINIMUM[1]);
}

async function bundleServer(root) {
  const [esbuild, fs, path] = await Promise.all([
    import("esbuild"),
    import("node:fs"),
    import("node:path"),
  ]);
  const folder = path.join(root, "dist", "local");
  fs.mkdirSync(folder, { recursive: true });
  const common = { bundle: true, format: "esm", write: false, logLevel: "warning" };
  const entry = (...names) => [path.join(root, "local", ...names)];
  const server = { packages: "external", platform: "node", target: "node20.19" };
  const page = { platform: "browser", target: "es2022" };
  const [main, tour] = await Promise.all([
    esbuild.build({ ...common, ...server, entryPoints: entry("server", "main.ts") }),
    esbuild.build({ ...common, ...page, entryPoints: entry("tour", "browser.ts") }),
  ]);
  // Written aside and renamed: a second start at the same moment must not read half a file.
  const place = (name, text) => {
    const file = path.join(folder, name);
    fs.writeFileSync(`${file}.${process.pid}`, text);
    fs.renameSync(`${file}.${process.pid}`, file);
    return file;
  };
  place("tour.js", tour.outputFiles[0].text);
  return place("main.mjs", main.outputFiles[0].text);
}

/**
 * Each execution has a context of its own. Code that lives for one execution is hardly worth optimising, unless it goes
 * over ten thousand rows; and its memory is given back early: unhurried, a simulated week would grow past two gigabytes.
 */
async function fitShortLives() {
  const v8 = await import("node:v8");
  v8.setFlagsFromString("--interrupt-budget=1000000");
  v8.setFlagsFromString("--heap-growing-percent=60");
}

/** Stopping npm stops what it started: a server left behind would keep the data folder. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

async function start() {
  endWithNpm();
  await fitShortLives();
  const url = await import("node:url");
  const root = url.fileURLToPath(new URL("..", import.meta.url));
  const file = await bundleServer(root);
  const server = await import(url.pathToFileURL(file).href);
  return server.main(process.argv.slice(2), {
    root,
    build: async () => {
      const { build } = await import("../build.mjs");
      return build();
    },
  });
}

function explain(error) {
  if (
    error &&
    error.code === "ERR_MODULE_NOT_FOUND" &&
    /node_modules|package/.test(error.message)
  ) {
    return `${error.message}\nThe project's packages are not installed. Run: npm ci`;
  }
  if (error && error.name === "BuildError") return `The build stopped.\n${error.message}`;
  return (error && (error.stack || error.message)) || String(error);
}

if (isTooOld(process.versions.node)) {
  console.error(
    `Dripsheet Local needs Node ${MINIMUM.join(".")} or newer; this is Node ${process.versions.node}.\n` +
      "Install a newer one from https://nodejs.org (or with nvm, fnm, volta), then run npm ci && npm start again.",
  );
  process.exitCode = 1;
} else {
  start().then(
    (code) => process.exit(code),
    (error) => {
      console.error(explain(error));
      process.exit(1);
    },
  );
}
