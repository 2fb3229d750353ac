// What a stand-in of Google keeps: Sheets, the scripts in them, versions and deployments.

export interface ScriptFile {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}
export interface Deployment {
  readonly deploymentId: string;
  readonly description: string;
  readonly versionNumber: number;
}
export interface Script {
  readonly parentId: string | undefined;
  files: readonly ScriptFile[];
  readonly versions: string[];
  readonly deployments: Deployment[];
}

/** What Google puts into a script that nobody has written yet. */
const NEW_FILES: readonly ScriptFile[] = [
  { name: "appsscript", type: "JSON", source: '{ "timeZone": "Europe/Berlin" }' },
  { name: "Code", type: "SERVER_JS", source: "function myFunction() {\n  \n}\n" },
];

export class GoogleState {
  apiOn = true;
  readonly sheets: string[] = [];
  /** Sheets that nobody has typed into: a script cannot be bound to them. */
  readonly untouchedSheets = new Set<string>();
  readonly scripts = new Map<string, Script>();

  makeSheet(): string {
    const id = `1sheet${"0".repeat(37)}${this.sheets.length + 1}`;
    this.sheets.push(id);
    return id;
  }

  makeScript(parentId: string | undefined, files = NEW_FILES): string {
    const id = `1script${"0".repeat(49)}${this.scripts.size + 1}`;
    this.scripts.set(id, { parentId, files, versions: [], deployments: [] });
    return id;
  }

  /** Extensions ▸ Apps Script: opens the script of the Sheet, or makes one. */
  openEditor(sheetId: string): string {
    const there = [...this.scripts].find(([, script]) => script.parentId === sheetId);
    const id = there?.[0] ?? this.makeScript(sheetId);
    return `https://script.google.com/u/0/home/projects/${id}/edit`;
  }

  makeDeployment(script: Script, config: { description?: string; versionNumber?: number }) {
    const { description = "", versionNumber = 0 } = config;
    const deploymentId = `AKfycb${"0".repeat(50)}${script.deployments.length + 1}`;
    script.deployments.push({ deploymentId, description, versionNumber });
    return deploymentId;
  }
}
