import type { FlexibleRequest, FlexibleWorking } from '#contract';
import { counted, dateText, decimal } from '../../../components/numbers.ts';
import type { StatusKind } from '../../../components/Status.tsx';

const kinds: Record<FlexibleRequest['stands'], StatusKind> = {
  open: 'blue',
  open_late: 'amber',
  open_unlawful: 'red',
  in_time: 'green',
  late: 'amber',
  unlawful: 'red',
  withdrawn: 'blue',
};

/** How a request stands against the trust's own limit and the statute's, with the days. */
export function standsText(
  { stands, days, due, lawfulBy }: FlexibleRequest,
  { limits }: Pick<FlexibleWorking, 'limits'>,
): { kind: StatusKind; word: string } {
  const kind = kinds[stands];
  switch (stands) {
    case 'open':
      return { kind, word: `Open, decide by ${dateText(due)}` };
    case 'open_late':
      return { kind, word: `Open, over your ${limits.days} days` };
    case 'open_unlawful':
      return { kind, word: `Open, the statute’s limit was ${dateText(lawfulBy)}` };
    case 'in_time':
      return { kind, word: `In time, ${counted(days, 'day')}` };
    case 'late':
      return { kind, word: `Late, ${counted(days, 'day')}` };
    case 'unlawful':
      return { kind, word: `After the statute’s limit, ${counted(days, 'day')}` };
    case 'withdrawn':
      return { kind, word: 'Withdrawn' };
  }
}

/** A mean with one decimal; "–" where there is nothing to divide by. */
export const meanText = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  denominator === 0 ? '–' : decimal(numerator / denominator, 1);

/** The day so many years before; 29 February becomes the 28th. */
export function yearsBefore(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(year) - years}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}

/** Minutes a week as hours. */
export const weeklyText = (minutes: number | null) => (minutes === null ? '–' : decimal(minutes / 60, 1));
