// Where the grid stands: kept when it is drawn anew, and its header always over its cells.

// Longer than the header takes to follow the cells.
const settledMs = 150;

/** Find-in-page scrolls the header alone; then the cells must follow, or values stand under wrong names. */
export function keepHeaderOverCells() {
  const header = document.querySelector("#grid .tabulator-header-contents");
  const cells = document.querySelector("#grid .tabulator-tableholder");
  let movedAt = 0;
  cells?.addEventListener("scroll", () => {
    movedAt = performance.now();
  });
  header?.addEventListener("scroll", () => {
    if (performance.now() - movedAt > settledMs) cells?.scrollTo({ left: header.scrollLeft });
  });
}

export function scrollPlace() {
  const holder = document.querySelector("#grid .tabulator-tableholder");
  return { left: holder?.scrollLeft ?? 0, top: holder?.scrollTop ?? 0 };
}

/** @param {{ left: number, top: number }} place */
export function scrollTo(place) {
  document.querySelector("#grid .tabulator-tableholder")?.scrollTo(place);
}
