// What an error says, without the name of its kind.

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
