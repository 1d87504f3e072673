// Imported before the planner where a test looks at what it says of days: PLANNER_CLOCK is what the clock shows, and it stands still.
const shown = Date.parse(process.env['PLANNER_CLOCK'] ?? '');

class FixedDate extends Date {
  constructor(...given: [] | [string | number | Date]) {
    super(...((given.length === 0 ? [shown] : given) as [number]));
  }

  static override now(): number {
    return shown;
  }
}

globalThis.Date = FixedDate as DateConstructor;
