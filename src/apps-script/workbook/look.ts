// Colours and formats of the workbook.

/** A calm teal for what a person works in; grey for what lies behind. */
export const FRONT_COLOUR = "#2a9d8f";
export const BACK_COLOUR = "#b7b7b7";

/** A person's own columns are told from the machine's by their header. */
export const HEADER_LOOK = {
  person: { background: "#2a9d8f", fontColor: "#ffffff" },
  machine: { background: "#e8efee", fontColor: "#3c4a48" },
} as const;

export const TIME_FORMAT = "yyyy-mm-dd hh:mm";
