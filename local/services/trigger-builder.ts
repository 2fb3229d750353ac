// The builders of triggers: by the clock, and for what happens in the spreadsheet.
import { call, Exception } from "./door.ts";
import { lacking } from "./lacking.ts";
import { Trigger, type TriggerWire } from "./script-app.ts";

type GTrigger = GoogleAppsScript.Script.Trigger;
type GClock = GoogleAppsScript.Script.ClockTriggerBuilder;
type GSheetTrigger = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;

const MINUTES = [1, 5, 10, 15, 30];

export class TriggerBuilder extends lacking<GoogleAppsScript.Script.TriggerBuilder>(
  "TriggerBuilder",
) {
  readonly #handler: string;

  constructor(handler: string) {
    super();
    this.#handler = handler;
  }

  override timeBased(): GClock {
    return new ClockTriggerBuilder(this.#handler);
  }
  override forSpreadsheet(
    _sheet: string | GoogleAppsScript.Spreadsheet.Spreadsheet,
  ): GSheetTrigger {
    return new SpreadsheetTriggerBuilder(this.#handler);
  }
}

class ClockTriggerBuilder extends lacking<GClock>("ClockTriggerBuilder") {
  readonly #handler: string;
  #every: "minutes" | "hours" | "days" | "once" | "" = "";
  #count = 1;
  #hour: number | null = null;
  #minute: number | null = null;
  #weekDay: number | null = null;
  #zone: string | null = null;
  #at = 0;

  constructor(handler: string) {
    super();
    this.#handler = handler;
  }

  override everyMinutes(minutes: number): this {
    if (!MINUTES.includes(minutes)) {
      throw new Exception(
        `The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.`,
      );
    }
    return this.#repeat("minutes", minutes);
  }
  override everyHours(hours: number): this {
    return this.#repeat("hours", hours);
  }
  override everyDays(days: number): this {
    return this.#repeat("days", days);
  }
  override everyWeeks(weeks: number): this {
    return this.#repeat("days", weeks * 7);
  }
  override onWeekDay(day: GoogleAppsScript.Base.Weekday): this {
    const names = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    this.#weekDay = names.indexOf(String(day));
    return this.#repeat("days", 7);
  }
  override atHour(hour: number): this {
    this.#hour = hour;
    return this;
  }
  override nearMinute(minute: number): this {
    this.#minute = minute;
    return this;
  }
  override inTimezone(zone: string): this {
    this.#zone = zone;
    return this;
  }
  override at(date: Date): this {
    this.#every = "once";
    this.#at = date.getTime();
    return this;
  }
  override atDate(year: number, month: number, day: number): this {
    return this.at(new Date(year, month - 1, day));
  }
  override after(ms: number): this {
    return this.at(new Date(Date.now() + ms));
  }
  override create(): GTrigger {
    if (this.#every === "")
      throw new Exception("The trigger needs a time: everyMinutes, at, after …");
    return create(this.#handler, "clock", {
      every: this.#every,
      count: this.#count,
      hour: this.#hour,
      minute: this.#minute,
      weekDay: this.#weekDay,
      zone: this.#zone,
      at: this.#at,
    });
  }

  #repeat(every: "minutes" | "hours" | "days", count: number): this {
    this.#every = every;
    this.#count = count;
    return this;
  }
}

class SpreadsheetTriggerBuilder extends lacking<GSheetTrigger>("SpreadsheetTriggerBuilder") {
  readonly #handler: string;
  #kind: TriggerWire["kind"] | "" = "";

  constructor(handler: string) {
    super();
    this.#handler = handler;
  }

  override onEdit(): this {
    this.#kind = "onEdit";
    return this;
  }
  override onOpen(): this {
    this.#kind = "onOpen";
    return this;
  }
  override onChange(): this {
    this.#kind = "onChange";
    return this;
  }
  override onFormSubmit(): this {
    this.#kind = "onFormSubmit";
    return this;
  }
  override create(): GTrigger {
    if (this.#kind === "") throw new Exception("The trigger needs an event: onEdit, onOpen …");
    return create(this.#handler, this.#kind, null);
  }
}

function create(handler: string, kind: string, clock: object | null): GTrigger {
  return new Trigger(call<TriggerWire>("ScriptApp.newTrigger", { handler, kind, clock }));
}
