const MINUS = '\u2212';
const monthNames = 'January February March April May June July August September October November December'.split(' ');

/**
 * A number with that many decimals, half up, thousands in threes and a real minus sign. Written out here: a table of a few
 * hundred figures spends most of its time in the browser's own way of doing so.
 */
export function decimal(value: number, places: number): string {
  const units = Math.round(Math.abs(value) * 10 ** places + 1e-9);
  const digits = String(units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return value < 0 && units !== 0 ? MINUS + text : text;
}

/** "1 row", "2,763 rows". */
export const counted = (count: number, what: string): string =>
  `${decimal(count, 0)} ${count === 1 ? what : `${what}s`}`;

/** A number of each, added up. */
export const total = <One>(all: readonly One[], of: (one: One) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

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
  return `${day} ${monthNames[month! - 1]} ${year}`;
}

/** "2 November 2026", or "2 November 2026 to 1 December 2026" for more than a day. */
export const daysText = ({ first, last }: { first: string; last: string }): string =>
  first === last ? dateText(first) : `${dateText(first)} to ${dateText(last)}`;

/** The local clock time of an instant, "14:02". */
export function clockText(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** The local day of an instant, "Thu 26 Nov". */
export function weekdayText(instant: string): string {
  return new Date(instant)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '');
}
