import type { MeasureValue, ReturnStatus } from '#contract';
import type { Returned } from './returned.ts';

/** A value as the trust returned it last, and first where it was another then. */
export interface StandingValue {
  readonly value: MeasureValue;
  /** Null where it was never corrected: an unchanged resend is no restatement. */
  readonly first: MeasureValue | null;
}

/** What holds of a trust and period of all that it sent. */
export interface Standing {
  /** The latest, from which everything but the measures is taken. */
  readonly latest: Returned;
  readonly sent: readonly Returned[];
  /** By `placeOf` of measure and group. */
  readonly values: ReadonlyMap<string, StandingValue>;
  /** Lines whose status was another in the first return. */
  readonly corrected: ReadonlyMap<string, ReturnStatus | null>;
}

export const placeOf = ({ measure, group }: { measure: string; group: string | null }): string =>
  JSON.stringify([measure, group]);

/**
 * Of the returns of one trust and period: for each measure the latest that has it wins, and the first published value is
 * kept. There is one return at least.
 */
export function standingOf(returns: readonly Returned[]): Standing {
  const sent = [...returns].sort((one, other) =>
    one.returnedAt < other.returnedAt ? -1 : one.returnedAt > other.returnedAt ? 1 : 0,
  );
  const latest = sent[sent.length - 1];
  if (!latest) throw new Error('A standing of no return');
  const values = new Map<string, StandingValue>();
  for (const { values: some } of sent)
    for (const value of some) {
      const before = values.get(placeOf(value));
      const first = before ? (before.first ?? before.value) : value;
      values.set(placeOf(value), { value, first: isSame(first, value) ? null : first });
    }
  const corrected = new Map<string, ReturnStatus | null>();
  const [first] = sent;
  if (first && first !== latest)
    for (const [reference, status] of first.statuses)
      if (latest.statuses.has(reference) && latest.statuses.get(reference) !== status) corrected.set(reference, status);
  return { latest, sent, values, corrected };
}

function isSame(one: MeasureValue, other: MeasureValue): boolean {
  return (
    one.numerator === other.numerator &&
    one.denominator === other.denominator &&
    one.numeratorState === other.numeratorState &&
    one.denominatorState === other.denominatorState
  );
}
