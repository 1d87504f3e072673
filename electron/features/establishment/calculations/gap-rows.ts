import type { GapMeasure } from '#contract';
import { comparedLines, type Coverage, gapLines, type GapPart, shortCells, type Side } from './gap.ts';

type PartOf = GapPart['of'];

/** What a figure is made of, with the sign of each. */
const madeOf: Readonly<Record<GapMeasure, readonly (readonly [PartOf, 1 | -1])[]>> = {
  required: [['required', 1]],
  funded: [['funded', 1]],
  inPost: [['inPost', 1]],
  away: [['away', 1]],
  available: [
    ['inPost', 1],
    ['away', -1],
  ],
  bank: [['bank', 1]],
  agency: [['agency', 1]],
  requiredLessFunded: [
    ['required', 1],
    ['funded', -1],
  ],
  vacancy: [
    ['funded', 1],
    ['inPost', -1],
  ],
  requiredLessInPost: [
    ['required', 1],
    ['inPost', -1],
  ],
  requiredLessAvailable: [
    ['required', 1],
    ['inPost', -1],
    ['away', 1],
  ],
};

const sides: Partial<Record<GapMeasure, readonly [Side, Side]>> = {
  requiredLessFunded: ['required', 'funded'],
  vacancy: ['funded', 'inPost'],
  requiredLessInPost: ['required', 'inPost'],
  requiredLessAvailable: ['required', 'available'],
};

/**
 * The parts of a figure, with their signs: those of a difference only where both of its sides are known, and of its gross
 * figure only where it is short.
 */
export function rowsOfFigure<Part extends GapPart>(
  parts: readonly Part[],
  measure: GapMeasure,
  coverage: Coverage,
  gross = false,
): { readonly part: Part; readonly sign: 1 | -1 }[] {
  const signs = new Map(madeOf[measure]);
  const pair = sides[measure];
  const lines = pair && comparedLines(gapLines(parts, coverage), ...pair);
  const counted = gross && pair && lines ? shortCells(lines, ...pair) : lines;
  const compared = counted && new Set(counted.map(placeOf));
  return parts.flatMap((part) => {
    const sign = signs.get(part.of);
    if (sign === undefined || !counts(part, measure, coverage)) return [];
    return compared === undefined || compared.has(placeOf(part)) ? [{ part, sign }] : [];
  });
}

/** An entry by hand does not count where an import tells the same staff group, nor for who is available. */
function counts({ of, by, group }: GapPart, measure: GapMeasure, coverage: Coverage): boolean {
  if (by === 'import') return true;
  if (of === 'funded') return !coverage.funded.has(group);
  return of !== 'inPost' || (!coverage.inPost.has(group) && measure !== 'available');
}

const placeOf = ({ unit, group, band }: Pick<GapPart, 'unit' | 'group' | 'band'>) =>
  JSON.stringify([unit, group, band]);
