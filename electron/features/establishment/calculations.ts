import type { EstablishmentGap, EstablishmentPosition, EstablishmentTotal, Rate } from '#contract';

/** What a line says, in hundred-thousandths of a WTE; null is "not known". */
export interface LineValues {
  readonly required: number | null;
  readonly funded: number | null;
  readonly inPost: number | null;
}

type Read = (line: LineValues) => number | null;

const required: Read = (line) => line.required;
const funded: Read = (line) => line.funded;
const inPost: Read = (line) => line.inPost;

/**
 * Everything worked out over some lines. A total adds the lines that say a value and counts them. A gap adds the
 * lines that say both of its values, so that an unknown never passes for nought: units therefore sum to the trust,
 * and where every line says both, the gap is the difference of the two totals. Rates divide those same sums:
 * vacancy rate = (funded - in post) / funded, establishment fill = in post / funded, one minus the other.
 */
export function positionOf(lines: readonly LineValues[]): EstablishmentPosition {
  const vacancy = gapOf(lines, funded, inPost);
  return {
    lines: lines.length,
    required: totalOf(lines, required),
    funded: totalOf(lines, funded),
    inPost: totalOf(lines, inPost),
    requiredLessFunded: gapOf(lines, required, funded),
    vacancy,
    requiredLessInPost: gapOf(lines, required, inPost),
    vacancyRate: rateOf(vacancy.wte, vacancy.from),
    establishmentFill: rateOf(vacancy.less, vacancy.from),
  };
}

function totalOf(lines: readonly LineValues[], read: Read): EstablishmentTotal {
  const known = lines.map(read).filter((wte) => wte !== null);
  return { wte: known.length ? sum(known) : null, known: known.length };
}

function gapOf(lines: readonly LineValues[], from: Read, less: Read): EstablishmentGap {
  const pairs: { from: number; less: number }[] = [];
  for (const line of lines) {
    const pair = { from: from(line), less: less(line) };
    if (pair.from !== null && pair.less !== null) pairs.push({ from: pair.from, less: pair.less });
  }
  if (!pairs.length) return { wte: null, from: null, less: null, compared: 0, gross: null };
  const differences = pairs.map((pair) => pair.from - pair.less);
  return {
    wte: sum(differences),
    from: sum(pairs.map((pair) => pair.from)),
    less: sum(pairs.map((pair) => pair.less)),
    compared: pairs.length,
    gross: sum(differences.filter((difference) => difference > 0)),
  };
}

/** Null where there is nothing to divide by: a post that nobody funds has no rate. */
function rateOf(numerator: number | null, denominator: number | null): Rate | null {
  return numerator === null || denominator === null || denominator === 0 ? null : { numerator, denominator };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
