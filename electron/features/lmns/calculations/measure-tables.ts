import type { CompiledCell, MeasureDefinition, MeasureTable, MeasureValue, SystemFigure } from '#contract';
import { sharedMeaning } from './comparable.ts';
import type { CompileOptions } from './options.ts';
import { ranksOf } from './ranks.ts';
import { type GroupRow, type ProtectedRow, protectTable } from './protect-table.ts';
import type { Standing } from './standing-values.ts';
import { placeOf } from './standing-values.ts';
import { warningsOf } from './value-warnings.ts';

/** All groups of one measure in one period, and what the sum was made of, for the ripple of restatements. */
export interface WorkedTable {
  readonly group: string | null;
  readonly table: MeasureTable;
  readonly inSum: readonly (MeasureValue | undefined)[];
}

interface Occasion {
  readonly period: string;
  readonly title: string;
  /** One for each trust of the compile; undefined where it returned nothing. */
  readonly standings: readonly (Standing | undefined)[];
  readonly codes: readonly string[];
  readonly options: CompileOptions;
}

/** The tables of a measure's groups in one period, protected together. */
export function measureTables(
  definition: MeasureDefinition,
  groups: readonly (string | null)[],
  occasion: Occasion,
): WorkedTable[] {
  const { standings, codes, options } = occasion;
  const isAlike = sharedMeaning(definition, standings);
  const rows = groups.map((group): GroupRow & { given: readonly (MeasureValue | undefined)[] } => {
    const key = placeOf({ measure: definition.id, group });
    const given = standings.map((standing) => standing?.values.get(key)?.value);
    const values = given.map((value, place) =>
      value && isAlike(place) && isWhole(value, definition) ? value : undefined,
    );
    return { group, given, values };
  });
  const states = protectTable(rows, { definition, hideBelow: options.hideBelow });
  return rows.map(({ group, given, values }, index) => {
    const state = states[index];
    if (!state) throw new Error('A row of the table without its protection');
    const key = placeOf({ measure: definition.id, group });
    const restated = standings.map((standing) => standing?.values.get(key)?.first != null);
    const cells = given.map((value, place) =>
      cellOf(
        codes[place] ?? '',
        value,
        { state: state.at.get(place), inSum: values[place] !== undefined, restated: restated[place] ?? false },
        options,
      ),
    );
    const system = systemOf(definition, { codes, given, values, state });
    const { comparable, reasons, warnings } = warningsOf(definition, { ...occasion, given, isAlike });
    const ranks = comparable ? ranksOf(cells, definition) : new Map<string, number>();
    return {
      group,
      inSum: values,
      table: {
        period: occasion.period,
        title: occasion.title,
        cells: cells.map((cell) => ({ ...cell, rank: ranks.get(cell.trust) ?? null })),
        system,
        comparable,
        reasons,
        warnings,
      },
    };
  });
}

/** True where it has both of what a rate is made of: only then does it go into the sum. */
function isWhole({ numerator, denominator }: MeasureValue, definition: MeasureDefinition): boolean {
  return numerator !== null && (definition.denominator === null || denominator !== null);
}

function cellOf(
  trust: string,
  value: MeasureValue | undefined,
  {
    state,
    inSum,
    restated,
  }: {
    state: { numerator: CompiledCell['numeratorState']; denominator: CompiledCell['numeratorState'] } | undefined;
    inSum: boolean;
    restated: boolean;
  },
  { hideBelow }: CompileOptions,
): Omit<CompiledCell, 'rank'> {
  const nothing = {
    numerator: null,
    numeratorState: 'not known',
    denominator: null,
    denominatorState: 'not known',
  } as const;
  if (!value) return { trust, returned: false, ...nothing, from: null, on: null, formula: null, pack: null, restated };
  const { from, on, formula, pack } = value;
  const said = { trust, returned: true, from, on, formula, pack, restated };
  // What is in no sum stands alone: it is hidden where it is small, and tells of nothing else.
  const alone = (count: number | null, own: CompiledCell['numeratorState']) =>
    own !== 'shown' || count === null ? own : count > 0 && count < hideBelow ? 'small' : 'shown';
  const numeratorState = inSum ? (state?.numerator ?? 'shown') : alone(value.numerator, value.numeratorState);
  const denominatorState =
    inSum && value.denominator !== null
      ? (state?.denominator ?? 'shown')
      : alone(value.denominator, value.denominatorState);
  return {
    ...said,
    numerator: numeratorState === 'shown' ? value.numerator : null,
    numeratorState,
    denominator: denominatorState === 'shown' ? value.denominator : null,
    denominatorState,
  };
}

function systemOf(
  definition: MeasureDefinition,
  {
    codes,
    given,
    values,
    state,
  }: {
    codes: readonly string[];
    given: readonly (MeasureValue | undefined)[];
    values: readonly (MeasureValue | undefined)[];
    state: ProtectedRow;
  },
): SystemFigure {
  const code = (place: number) => codes[place] ?? '';
  const places = [...given.keys()];
  const summed = places.filter((place) => values[place]);
  const isNothing = summed.length === 0;
  const total = (of: 'numerator' | 'denominator') => summed.reduce((all, place) => all + (values[place]?.[of] ?? 0), 0);
  const hasRate = definition.denominator !== null;
  const numeratorState = isNothing ? 'not known' : state.numerator;
  const denominatorState = isNothing || !hasRate ? 'not known' : state.denominator;
  const gross = summed.reduce((all, place) => all + Math.max(0, values[place]?.numerator ?? 0), 0);
  return {
    numerator: numeratorState === 'shown' ? total('numerator') : null,
    numeratorState,
    denominator: denominatorState === 'shown' ? total('denominator') : null,
    denominatorState,
    gross: definition.unit === 'wte' && !isNothing ? gross : null,
    summed: summed.map(code),
    missing: places.filter((place) => !given[place] || isUnknown(given[place])).map(code),
    withoutRate: hasRate ? summed.filter((place) => values[place]?.denominator === 0).map(code) : [],
    leftOut: places.filter((place) => given[place] && !values[place] && !isUnknown(given[place])).map(code),
  };
}

/** True where the trust says that it does not know it: that is no figure. */
const isUnknown = (value: MeasureValue | undefined) =>
  value !== undefined &&
  (value.numeratorState === 'not known' || (value.denominatorState === 'not known' && value.numerator === null));
