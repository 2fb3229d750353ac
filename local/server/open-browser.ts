// Shows the Studio in the person's browser, where there is a person and a browser.
import open from "open";

export function wantsBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if ((env.BROWSER ?? "").toLowerCase() === "none") return false;
  if (env.CI !== undefined && env.CI !== "" && env.CI !== "false") return false;
  if (platform !== "linux") return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
}

/** A browser that does not start is no reason to stop: the address stands in the terminal. */
export async function openBrowser(url: string): Promise<void> {
  if (!wantsBrowser(process.env, process.platform)) return;
  try {
    const child = await open(url);
    child.on("error", () => undefined);
  } catch {
    // The address is printed either way.
  }
}
