// Runs the set-up command as a person at a terminal does, with the real clasp and a stand-in of Google.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { GoogleStub } from "./google-stub.js";
import { installClasp } from "./one-file-clasp.js";
import { emptyFolder, projectRoot } from "./scratch.js";

export interface Files {
  readonly codeFile: string;
  readonly manifestFile: string;
}
interface Run {
  readonly answers?: readonly string[];
  readonly language?: "en" | "zh";
  readonly version?: string;
  /** Gets the running command, to interrupt it. */
  readonly started?: (command: ChildProcess) => void;
}
interface Said {
  readonly output: string;
  readonly status: number | null;
}

const url = (file: string) => pathToFileURL(path.join(projectRoot, file)).href;

/** A fresh copy of the project, on a computer of its own. */
export class Computer {
  readonly root = emptyFolder();
  files: Files;

  constructor(
    readonly google: GoogleStub,
    files?: Files,
  ) {
    this.files = files ?? this.builtFiles("// Dripsheet 1.0.0\nfunction doGet() {}\n");
    this.signIn();
  }

  /** As after a build. */
  builtFiles(code: string): Files {
    const folder = path.join(this.root, "dist");
    mkdirSync(folder, { recursive: true });
    const codeFile = path.join(folder, "Code.js");
    const manifestFile = path.join(folder, "appsscript.json");
    writeFileSync(codeFile, code);
    writeFileSync(manifestFile, '{ "runtimeVersion": "V8" }\n');
    return { codeFile, manifestFile };
  }

  signIn(): void {
    const token = { access_token: "nobody", refresh_token: "nobody", expiry_date: 4102444800000 };
    const user = { type: "authorized_user", client_id: "x", client_secret: "x", ...token };
    writeFileSync(
      path.join(this.root, ".clasprc.json"),
      JSON.stringify({ tokens: { default: user } }),
    );
  }

  signOut(): void {
    rmSync(path.join(this.root, ".clasprc.json"));
  }

  remember(text: string): void {
    writeFileSync(path.join(this.root, ".clasp.local.json"), text);
  }

  remembered(): Record<string, unknown> {
    const file = path.join(this.root, ".clasp.local.json");
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  }

  async setUp({
    answers = [],
    language = "en",
    version = "1.0.0",
    started,
  }: Run = {}): Promise<Said> {
    await installClasp(this.root);
    const built = { ...this.files, version, bytes: 1024 };
    const what = JSON.stringify({ root: this.root, version, language });
    const code =
      `import { setUpAtGoogle } from "${url("build/setup/set-up.mjs")}";\n` +
      `const build = async () => (${JSON.stringify(built)});\n` +
      `await setUpAtGoogle({ ...${what}, build });`;
    const command = spawn(process.execPath, ["--input-type=module", "-e", code], {
      env: this.#env(),
    });
    // A command that was killed does not read on.
    command.stdin.on("error", () => undefined);
    command.stdin.end(answers.map((line) => `${line}\n`).join(""));
    started?.(command);
    return heard(command);
  }

  #env(): NodeJS.ProcessEnv {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    return { ...env, HOME: this.root, USERPROFILE: this.root, GOOGLE_STUB: this.google.url };
  }
}

async function heard(command: ChildProcess): Promise<Said> {
  let output = "";
  command.stdout?.on("data", (piece) => {
    output += piece;
  });
  command.stderr?.on("data", (piece) => {
    output += piece;
  });
  const status = await new Promise<number | null>((done) => command.on("close", done));
  return { output, status };
}
