// The grid library as the page loads it; it ships no types of its own.
export class TabulatorFull {
  constructor(place: string, options: object);
}
