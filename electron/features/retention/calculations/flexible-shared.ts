import type { ExportTable, FlexibleTally, FlexibleWorking } from '#contract';
import { roundedQuotient } from '../../../core/rates.ts';
import {
  linesPublished,
  notShownMeans,
  profileInWords,
  sharedCount,
  type SharedLines,
  sharedRows,
  sharedShare,
} from '../../../core/shared-lines.ts';
import type { Disclosure, ProtectedTables } from '../../../core/small-numbers.ts';

type Shared = Pick<FlexibleWorking, 'by' | 'inTime' | 'meanDays' | 'period' | 'limits' | 'formulas'> & FlexibleTally;

const titles = { unit: 'Unit', band: 'Band', group: 'Staff group', kind: 'Kind of request', reason: 'Reason' } as const;

const countsOf = ({ asked, granted, refused, withdrawn, open }: FlexibleTally) => ({
  asked,
  granted,
  refused,
  withdrawn,
  open,
  decided: granted + refused,
  'not withdrawn': asked - withdrawn,
});

/** Requests of a period, all and by each word of theirs. */
function linesOf(data: Shared): SharedLines {
  return {
    sums: [
      { total: 'asked', parts: ['not withdrawn', 'withdrawn'] },
      { total: 'not withdrawn', parts: ['decided', 'open'] },
      { total: 'decided', parts: ['granted', 'refused'] },
    ],
    all: countsOf(data),
    by: (Object.keys(titles) as (keyof typeof titles)[]).map((of) => ({
      title: titles[of],
      lines: data.by[of].map((line) => ({ key: line.key, name: line.name, counts: countsOf(line) })),
    })),
  };
}

/** Everything that the file tells, as one system. */
export function flexiblePublished(data: Shared) {
  const { counts, sums } = linesPublished(linesOf(data));
  const { numerator, denominator } = data.inTime;
  const times = new Map([
    ['times', denominator],
    ['in time', numerator],
    ['late', denominator - numerator],
  ]);
  const isAll = denominator === data.granted + data.refused;
  return {
    counts: new Map([...counts, ...times]),
    sums: [
      ...sums,
      { total: 'times', parts: ['in time', 'late'] },
      ...(isAll ? [{ total: 'times', parts: ['all decided'] }] : []),
    ],
  };
}

/** Requests for flexible working as they may leave the trust: no person, no small number, nothing that tells one. */
export function flexibleShared(
  data: Shared,
  trust: string,
  profile: Disclosure & { readonly name: string },
  shown: ProtectedTables,
): ExportTable {
  const columns = ['asked', 'granted', 'refused', 'withdrawn', 'open'] as const;
  const blank = (values: ExportTable['rows'][number]['values']): ExportTable['rows'][number] => ({
    kind: 'row',
    values: [...values, ...Array.from({ length: 7 - values.length }, () => null)],
  });
  const { numerator, denominator } = data.meanDays;
  // Of few decisions a mean is nearly the days of one.
  const mean =
    shown('times').kind === 'shown' && denominator > 0
      ? roundedQuotient(numerator, denominator, 0).toFixed(0)
      : 'not shown';
  return {
    title: `Flexible working requests of ${trust}, shared`.slice(0, 200),
    subtitle: `asked for from ${data.period.first} to ${data.period.last} · ${profileInWords(profile)}`,
    columns: [
      { heading: 'Requests by', kind: 'text' },
      { heading: 'Asked for', kind: 'count' },
      { heading: 'Granted', kind: 'count' },
      { heading: 'Refused', kind: 'count' },
      { heading: 'Withdrawn', kind: 'count' },
      { heading: 'Open', kind: 'count' },
      { heading: 'Granted of asked for', kind: 'rate' },
    ],
    rows: [
      ...sharedRows(linesOf(data), shown, profile, columns, { of: 'granted', outOf: 'not withdrawn' }),
      { kind: 'group', values: ['Decisions', null, null, null, null, null, null] },
      blank([`Decided within ${data.limits.days} days`, sharedCount(shown, 'in time', profile)]),
      blank(['Decided', sharedCount(shown, 'times', profile)]),
      {
        kind: 'row',
        values: ['Share within the limit', null, null, null, null, null, sharedShare(shown, 'in time', 'times')],
      },
      blank([`Mean days to a decision: ${mean}`]),
    ],
    definitions: [
      ...data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
      notShownMeans(profile),
    ],
  };
}
