// A cell that holds several values, as a person separates them: by commas of any script, semicolons or spaces.

export function listOf(cell: string): readonly string[] {
  return cell.split(/[\s,，;；、]+/).filter((item) => item !== "");
}
