// Local refuses by name exactly what Google has and Local has not.
import { describe, expect, it } from "vitest";
import { membersFile, readGoogleMembers } from "./read-google-types.ts";

describe("google-members.ts", () => {
  it("lists what the type declarations of Google's services say", async () => {
    const members = readGoogleMembers();
    expect(members.Range?.methods.length).toBeGreaterThan(150);
    await expect(membersFile(members)).toMatchFileSnapshot(
      "../../../local/services/google-members.ts",
    );
  });
});
