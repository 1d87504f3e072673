import type { Outcome } from '#contract';
import { type Rate, roundedPercent } from '../../../core/rates.ts';
import { type ProtectedCount, protectCounts, protectedInWords } from '../../../core/small-numbers.ts';

/** An outcome as it may leave the planner: every figure in words, small ones withheld. */
export interface ProtectedOutcome {
  readonly name: string;
  readonly people: string;
  readonly at12: string;
  readonly at24: string;
  readonly meetings: string;
  readonly supernumerary: string;
}

const withheld = 'not shown';
const nothing = '–';

/**
 * Outcomes side by side with their total, without what a small count could be told from: groups of few people show
 * nothing, and a share is shown only where those who stayed and those who left are each nought or many, in its own line
 * and by taking the others from the total.
 */
export function protectOutcomes(
  rows: readonly Outcome[],
  all: Outcome,
  smallest: number,
): { rows: ProtectedOutcome[]; all: ProtectedOutcome } {
  const people = protectCounts(
    rows.map((row) => row.people),
    smallest,
  );
  const [at12, at24] = [(row: Outcome) => row.at12.rate, (row: Outcome) => row.at24.rate].map((read) =>
    shares(rows.map(read), people, smallest),
  );
  return {
    rows: rows.map((row, index) => {
      const isShown = people[index]?.kind === 'shown';
      return {
        name: row.name,
        people: protectedInWords(people[index] ?? { kind: 'not known' }, smallest),
        at12: at12?.[index] ?? withheld,
        at24: at24?.[index] ?? withheld,
        meetings: isShown ? percent(row.meetings) : withheld,
        supernumerary: isShown ? percent(row.supernumerary) : withheld,
      };
    }),
    all: {
      name: all.name,
      people: protectedInWords(protectCounts([all.people], smallest)[0] ?? { kind: 'not known' }, smallest),
      at12: share(all.at12.rate, smallest),
      at24: share(all.at24.rate, smallest),
      meetings: all.people < smallest ? withheld : percent(all.meetings),
      supernumerary: all.people < smallest ? withheld : percent(all.supernumerary),
    },
  };
}

/** Shares of groups: those who left, and those who stayed, are each protected as counts beside their total. */
function shares(rates: readonly Rate[], people: readonly ProtectedCount[], smallest: number): string[] {
  const counts = [rates.map(({ numerator }) => numerator), rates.map((rate) => rate.denominator - rate.numerator)];
  const hidden = counts.map((some) => protectCounts(some, smallest).map(({ kind }) => kind !== 'shown'));
  return rates.map((rate, index) => {
    if (rate.denominator === 0) return people[index]?.kind === 'shown' ? nothing : withheld;
    const isHidden = people[index]?.kind !== 'shown' || hidden.some((some) => some[index]);
    return isHidden ? withheld : share(rate, smallest);
  });
}

function share(rate: Rate, smallest: number): string {
  const isSmall = (count: number) => count > 0 && count < smallest;
  if (rate.denominator === 0) return nothing;
  if (isSmall(rate.numerator) || isSmall(rate.denominator - rate.numerator)) return withheld;
  return `${percent(rate)} (${rate.numerator} of ${rate.denominator})`;
}

/** One decimal, as reports have it. */
function percent(rate: Rate): string {
  const value = roundedPercent(rate, 1);
  return value === null ? nothing : `${value.toFixed(1)} %`;
}
