const MINUS = '\u2212';

/** A number with that many decimals, half up, thousands in threes and a real minus sign. */
export function decimal(value: number, places: number): string {
  const scale = 10 ** places;
  const units = Math.round(Math.abs(value) * scale + 1e-9);
  const text = (units / scale).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return value < 0 && units !== 0 ? MINUS + text : text;
}

/** Hundred-thousandths of a WTE as "12.35"; "not known" where there is no value. */
export function wteText(value: number | null): string {
  return value === null ? 'not known' : decimal(value / 100_000, 2);
}

/** Minutes as hours with two decimals. */
export const hoursText = (minutes: number): string => decimal(minutes / 60, 2);

/** A numerator over a denominator in percent, rounded once; "–" where there is nothing to divide by. */
export function percentText({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return denominator === 0 ? '–' : `${decimal((numerator / denominator) * 100, 2)} %`;
}

/** "2 November 2026" for 2026-11-02. */
export function dateText(civilDate: string): string {
  const [year, month, day] = civilDate.slice(0, 10).split('-').map(Number);
  const shown = new Date(Date.UTC(year!, month! - 1, day!));
  return shown.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The local clock time of an instant, "14:02". */
export function clockText(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
