// Was a form filled in by a robot? It fills what nobody can see.

export function isRobot({ leave_empty }: Readonly<Record<string, string>>): boolean {
  return (leave_empty ?? "").trim() !== "";
}
