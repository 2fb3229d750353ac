// What fails as a person would see it is no news in a history.

export function attempt(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ScriptFailure") throw error;
  }
}
