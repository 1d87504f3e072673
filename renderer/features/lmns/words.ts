import { type Standing, statusWords } from '#contract';
import type { StatusKind } from '../../components/Status.tsx';
import { clockText, dateText } from '../../components/numbers.ts';

/** "3 October 2026 at 10:30", local time. */
export const momentText = (instant: string): string => `${dateText(instant)} at ${clockText(instant)}`;

/** How a trust stands with a period: its shape and colour. */
export const standingKinds: Record<Standing, StatusKind> = {
  'in time': 'green',
  'after its day': 'amber',
  late: 'red',
  awaited: 'blue',
  'set aside': 'amber',
};

/** "Mallowmere LMNS", "Mallowmere (LMNS)": its kind is told where the name does not. */
export const systemName = ({ name, kind }: { name: string; kind: string }): string =>
  name.includes(kind) ? name : `${name} (${kind})`;

export const wayWords = { bundle: 'return bundle', workbook: 'workbook', blank: 'blank workbook, filled in' } as const;

/** The word of a status, or that there is none. */
export const statusText = (status: StatusKind | null): string => (status ? statusWords[status] : 'No status');

/** "31 Mar" of "2027-03-31" with its year where a table is narrow. */
export const shortDate = (civilDate: string): string => dateText(civilDate).replace(/ ([A-Z][a-z]{2})[a-z]* /, ' $1 ');

/** What returns can be asked for around a day: eight quarters up to the next one, then the months of the last half year. */
export function periodsAround(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  // The NHS year begins in April.
  const index = (month <= 3 ? year - 1 : year) * 4 + Math.floor(((month + 8) % 12) / 3);
  const quarters = Array.from({ length: 8 }, (_, step) => index + 1 - step);
  const months = Array.from({ length: 6 }, (_, step) => year * 12 + month - 1 - step);
  return [
    ...quarters.map((quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`),
    ...months.map((one) => `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`),
  ];
}

/** "July to September 2026" for 2026-Q2, "October 2026" for 2026-10. */
export function periodText(period: string): string {
  if (!period.includes('Q')) return dateText(`${period}-01`).replace(/^1 /, '');
  const quarter = Number(period.slice(6));
  const months = ['April to June', 'July to September', 'October to December', 'January to March'][quarter - 1];
  return `${months} ${Number(period.slice(0, 4)) + (quarter === 4 ? 1 : 0)}`;
}
