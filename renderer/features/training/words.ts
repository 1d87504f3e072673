import type { TrainingExcluded, TrainingState } from '#contract';
import { decimal } from '../../components/numbers.ts';
import type { StatusKind } from '../../components/Status.tsx';

interface Rate {
  numerator: number;
  denominator: number;
}

/** "119 of 139". */
export const fractionText = ({ numerator, denominator }: Rate): string =>
  denominator === 0 ? 'nobody' : `${numerator} of ${denominator}`;

/**
 * A share in percent with two decimals. One that does not reach the threshold is never shown as if it did: it is cut off
 * there instead of rounded.
 */
export function shareText({ numerator, denominator }: Rate, meets: boolean | null, threshold: Rate): string {
  if (denominator === 0) return '–';
  const share = (numerator / denominator) * 100;
  const asked = (threshold.numerator / threshold.denominator) * 100;
  const rounded = Math.round(share * 100 + 1e-9) / 100;
  return `${decimal(meets === false && rounded >= asked ? Math.floor(share * 100) / 100 : rounded, 2)} %`;
}

export const stateWords: Record<TrainingState, { kind: StatusKind; word: string }> = {
  in_date: { kind: 'green', word: 'In date' },
  lapsing: { kind: 'amber', word: 'Lapses' },
  lapsed: { kind: 'red', word: 'Lapsed' },
  never: { kind: 'red', word: 'Not done' },
  at_screen: { kind: 'red', word: 'At a screen alone' },
};

export const bookingWords = {
  booked: { kind: 'blue', word: 'Booked' },
  waiting: { kind: 'amber', word: 'Waiting' },
  attended: { kind: 'green', word: 'Attended' },
  did_not_attend: { kind: 'red', word: 'Did not attend' },
} as const;

const whys: Record<string, string> = {
  long_sickness: 'Long-term sickness',
  maternity: 'Maternity, adoption or shared parental leave',
  career_break: 'Career break',
  suspended: 'Suspended',
  secondment: 'Secondment elsewhere',
};

/** Why somebody is left out, in words. */
export function whyText({ why, reason }: Pick<TrainingExcluded, 'why' | 'reason'>, reasons: Named[]): string {
  if (reason === 'by_hand') return `${reasons.find(({ key }) => key === why)?.name ?? why}, entered by hand`;
  return whys[why] ?? why.replace(/_/g, ' ');
}

interface Named {
  key: string;
  name: string;
}

export const nameIn = (list: Named[], key: string | null): string =>
  list.find((one) => one.key === key)?.name ?? key ?? '';

/** "2 Nov 2026", for tables. */
export function shortDay(day: string | null, none = '–'): string {
  if (day === null) return none;
  const [year, month, date] = day.split('-').map(Number);
  const shown = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date));
  return shown.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

export const clockOf = (minutes: number | null): string =>
  minutes === null
    ? ''
    : `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes after midnight of "09:00"; null for anything else. */
export function minutesOf(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

/** "Oct 26" of "2026-10". */
export const monthName = (month: string) => shortDay(`${month}-01`).replace(/^1 /, '').replace(/ 20/, ' ');
