import type { StayingBy, Stayed } from '#contract';
import { percentText } from '../../components/numbers.ts';

export const groups: Record<StayingBy, string> = {
  cohort: 'Cohort',
  year: 'Year of the start',
  programme: 'Programme',
  unit: 'Unit',
  support: 'Support given',
};

type Rate = Stayed['rate'];

export const share = ({ numerator, denominator }: Rate): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** "88.89 %, 8 of 9" */
export const shareText = (rate: Rate): string =>
  rate.denominator === 0 ? '–' : `${percentText(rate)}, ${rate.numerator} of ${rate.denominator}`;

/** What keeps people out of the share. */
export function leftOutText({ pending, unknown }: Stayed): string | null {
  const parts = [pending > 0 ? `${pending} not there yet` : null, unknown > 0 ? `${unknown} not known` : null].filter(
    Boolean,
  );
  return parts.length > 0 ? parts.join(', ') : null;
}
