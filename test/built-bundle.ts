// The bundle as built before the tests, for those that drive it.
import { inject } from "vitest";
import type { Built } from "./global-setup.js";

export function builtBundle(): Pick<Built, "codeFile" | "manifestFile"> {
  const built = inject("built");
  if (built.error !== "") throw new Error(`There is no bundle to test.\n${built.error}`);
  return built;
}
