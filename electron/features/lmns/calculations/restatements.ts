import {
  type CompiledRestatement,
  type MeasureDefinition,
  type MeasureValue,
  type PairOfNumbers,
  statusWords,
} from '#contract';
import type { PeriodStandings } from './heat-map.ts';
import type { WorkedTable } from './measure-tables.ts';
import { isProtected } from './protect-table.ts';
import { placeOf, type Standing } from './standing-values.ts';

/** Tables of one measure in one period. */
export interface WorkedMeasure {
  readonly definition: MeasureDefinition;
  readonly tables: readonly WorkedTable[];
}

/** What trusts corrected in a period after their first return, each with the system's figure before and after. */
export function restatementsOf(
  { period, title, standings }: PeriodStandings,
  codes: readonly string[],
  measures: readonly WorkedMeasure[],
  hideBelow: number,
): CompiledRestatement[] {
  return standings.flatMap((standing, place) => {
    if (!standing) return [];
    const { latest, corrected, sent } = standing;
    const said = latest.restatements[latest.restatements.length - 1];
    const head = {
      trust: codes[place] ?? '',
      period,
      title,
      at: latest.returnedAt,
      by: said?.by ?? null,
      reason: said?.reason ?? null,
    };
    const none = { measure: null, group: null, first: null, latest: null, systemBefore: null, systemAfter: null };
    const lines = [...corrected].map(([reference, status]): CompiledRestatement => {
      const words = (one: typeof status | undefined) => (one ? statusWords[one] : 'Not answered');
      const to = words(latest.statuses.get(reference));
      return { ...head, kind: 'line', place: reference, from: words(status), to, ...none };
    });
    const figures = measures.flatMap(({ definition, tables }) =>
      tables.flatMap((worked) => {
        const restated = figureOf(definition, worked, { standing, place, hideBelow });
        return restated ? [{ ...head, ...restated }] : [];
      }),
    );
    // Where the first return never came, what the trust says is all that is known.
    const words =
      sent.length > 1
        ? []
        : latest.restatements.flatMap(({ at, by, reason, changes }) =>
            changes.map(
              (change): CompiledRestatement => ({ ...head, at, by, reason, kind: 'said', ...change, ...none }),
            ),
          );
    return [...lines, ...figures, ...words];
  });
}

function figureOf(
  definition: MeasureDefinition,
  { group, table, inSum }: WorkedTable,
  { standing, place, hideBelow }: { standing: Standing; place: number; hideBelow: number },
): Omit<CompiledRestatement, 'trust' | 'period' | 'title' | 'at' | 'by' | 'reason'> | null {
  const value = standing.values.get(placeOf({ measure: definition.id, group }));
  const cell = table.cells[place];
  if (!value?.first || !cell) return null;
  const latest: PairOfNumbers = pairOf(cell);
  const first = protectedFirst(definition, value.first, cell, hideBelow);
  return {
    kind: 'measure',
    place: group === null ? definition.shortName : `${definition.shortName}: ${group}`,
    measure: definition.id,
    group,
    from: inNumbers(first),
    to: inNumbers(latest),
    first,
    latest,
    systemBefore: systemBefore(definition, {
      first,
      firstValue: value.first,
      now: inSum[place],
      cell,
      system: table.system,
    }),
    systemAfter: pairOf(table.system),
  };
}

/** The first value as it may be shown: it would tell what is left out of the latest where one of its numbers stayed. */
function protectedFirst(
  definition: MeasureDefinition,
  first: MeasureValue,
  cell: PairOfNumbers,
  hideBelow: number,
): PairOfNumbers {
  const people = isProtected(definition);
  const state = (
    count: number | null,
    own: PairOfNumbers['numeratorState'],
    now: PairOfNumbers['numeratorState'],
    below: number,
  ) => {
    if (own !== 'shown' || count === null) return own;
    if (!people) return 'shown';
    if (count > 0 && count < below) return 'small';
    return now === 'small' || now === 'withheld' ? 'withheld' : 'shown';
  };
  const { numerator, denominator, numeratorState: ofNumerator, denominatorState: ofDenominator } = first;
  const denominatorState = state(
    denominator,
    ofDenominator,
    cell.denominatorState,
    hideBelow * definition.denominatorPer,
  );
  let numeratorState = state(numerator, ofNumerator, cell.numeratorState, hideBelow);
  const rest = (denominator ?? 0) - (numerator ?? 0);
  const hasShare = people && definition.denominator !== null && definition.denominatorPer === 1;
  if (numeratorState === 'shown' && hasShare && rest > 0 && rest < hideBelow) numeratorState = 'withheld';
  return {
    numerator: numeratorState === 'shown' ? numerator : null,
    numeratorState,
    denominator: denominatorState === 'shown' ? denominator : null,
    denominatorState,
  };
}

/** The system's figure had the trust not corrected its own. It is told only where it gives away nothing that is left out. */
function systemBefore(
  definition: MeasureDefinition,
  {
    first,
    firstValue,
    now,
    cell,
    system,
  }: {
    first: PairOfNumbers;
    firstValue: MeasureValue;
    now: MeasureValue | undefined;
    cell: PairOfNumbers;
    system: PairOfNumbers;
  },
): PairOfNumbers {
  const hasRate = definition.denominator !== null;
  const wasInSum = firstValue.numerator !== null && (!hasRate || firstValue.denominator !== null);
  const side = (of: 'numerator' | 'denominator') => {
    const state = `${of}State` as const;
    if (of === 'denominator' && !hasRate) return { value: null, state: 'not known' as const };
    const after = system[state] === 'not known' ? 0 : system[of];
    const isTold =
      after !== null && (!wasInSum || first[state] === 'shown') && (now === undefined || cell[state] === 'shown');
    if (!isTold || after === null) return { value: null, state: 'withheld' as const };
    return { value: after - (now?.[of] ?? 0) + (wasInSum ? (firstValue[of] ?? 0) : 0), state: 'shown' as const };
  };
  const [numerator, denominator] = [side('numerator'), side('denominator')];
  return {
    numerator: numerator.value,
    numeratorState: numerator.state,
    denominator: denominator.value,
    denominatorState: denominator.state,
  };
}

const pairOf = ({ numerator, numeratorState, denominator, denominatorState }: PairOfNumbers): PairOfNumbers => ({
  numerator,
  numeratorState,
  denominator,
  denominatorState,
});

/** Plain numbers in the measure's own unit, `*` for what is left out. */
function inNumbers({ numerator, numeratorState, denominator, denominatorState }: PairOfNumbers): string {
  const said = (number: number | null, state: PairOfNumbers['numeratorState']) =>
    number !== null ? String(number) : state === 'not known' ? 'not known' : '*';
  const above = said(numerator, numeratorState);
  return denominatorState === 'not known' ? above : `${above} / ${said(denominator, denominatorState)}`;
}
