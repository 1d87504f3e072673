import type { EqualityIndicator, EqualityStanding, WorkforceEquality } from '#contract';
import { decimal } from '../../../components/numbers.ts';
import type { StatusKind } from '../../../components/Status.tsx';

/** 1.5 as "1.50". */
export const ratioText = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  decimal(numerator / denominator, 2);

/** "12.3 %" of a share; "not known" where a count is not known. */
export function shareText({ counted, outOf }: { counted: number | null; outOf: number | null }): string {
  if (counted === null || outOf === null) return 'not known';
  return outOf === 0 ? '–' : `${decimal((counted / outOf) * 100, 1)} %`;
}

/** "30 of 100", as far as it is known. */
export function ofText({ counted, outOf }: { counted: number | null; outOf: number | null }): string {
  if (counted === null) return outOf === null ? '' : `of ${outOf}`;
  return `${counted} of ${outOf ?? 'not known'}`;
}

const names = { white: 'white staff', bme: 'Black and minority ethnic staff', unknown: '' };

/** What a ratio says, and how it is marked. */
export function verdictText(
  { above }: EqualityIndicator,
  { relative, verdict }: EqualityStanding,
  fair: WorkforceEquality['fair'],
): { kind: StatusKind; word: string } | null {
  if (relative === null || above === null) return null;
  if (verdict === 'within')
    return {
      kind: 'green',
      word: `no sign of a difference (${decimal(fair.from / 100, 2)} to ${decimal(fair.to / 100, 2)})`,
    };
  const who = names[above];
  return { kind: 'amber', word: `${who} ${verdict === 'above' ? 'more' : 'less'} likely` };
}

/** Percentage points between the share of a group on the board and in the workforce; null where not known. */
export function pointsText(
  board: EqualityStanding,
  workforce: EqualityStanding | undefined,
  group: string,
): string | null {
  const of = (standing: EqualityStanding | undefined) => {
    const found = standing?.groups.find((one) => one.group === group);
    return found && found.counted !== null && found.outOf ? found.counted / found.outOf : null;
  };
  const [here, there] = [of(board), of(workforce)];
  if (here === null || there === null) return null;
  const points = (here - there) * 100;
  return `${points > 0 ? '+' : ''}${decimal(points, 1)} points`;
}
