import type {
  ColumnKind,
  Rate,
  ReturnDocument,
  ReturnFigure,
  ReturnFinding,
  TableValue,
  Theme2ReturnRules,
} from '#contract';
import { compare, type Fraction, fraction, nought } from '../../../core/fraction.ts';
import { limitsOf } from '../../retention/calculations/variation.ts';
import { doubt, offBy } from './doubtful-figures.ts';
import { kindOfUnit, measuredOf } from './measure-words.ts';
import { isOwn, lineOfMeasure } from './own-measures.ts';
import { percentInWords } from '../../../core/words.ts';
import { valueInWords } from './words.ts';

/** An earlier return of the trust with the figures that it was signed off with. */
export interface EarlierReturn {
  readonly title: string;
  readonly figures: readonly ReturnFigure[];
  readonly measures: ReturnDocument['measures'];
}

/** How far limits of ordinary variation lie, and from how many values at most: the app's rules of charts of single values. */
export interface OrdinaryVariation {
  readonly rangesInLimit: number;
  readonly mostBefore: number;
}

interface Moved {
  readonly figures: readonly ReturnFigure[];
  readonly measures: ReturnDocument['measures'];
  readonly lines: readonly { readonly reference: string }[];
  /** The oldest first. */
  readonly earlier: readonly EarlierReturn[];
  readonly variation: OrdinaryVariation;
}

/** One number of a return, what it belongs to, and what it was in earlier returns, the oldest first. */
interface Series {
  readonly title: string;
  readonly kind: ColumnKind;
  readonly now: TableValue;
  readonly before: readonly { readonly title: string; readonly value: TableValue }[];
}

/**
 * Figures, and measures that the trust enters itself, that moved more than usual: beyond the limits of their own ordinary
 * variation (XmR) where enough earlier returns have them, else by more than the rules allow since the return before.
 */
export function moved(
  { figures, measures, lines, earlier, variation }: Moved,
  rules: Theme2ReturnRules,
): ReturnFinding[] {
  if (earlier.length === 0) return [];
  const say = (series: readonly Series[]) => series.flatMap((one) => movedInWords(one, rules, variation) ?? []);
  const ofFigures = figures.flatMap((figure) => {
    const then = earlier.map((one) => ({
      title: one.title,
      figure: one.figures.find(({ reference, key }) => reference === figure.reference && key === figure.key),
    }));
    const said = say(
      figure.measures.map(({ key, title, kind, value }) => ({
        title,
        kind,
        now: value,
        before: then.flatMap(({ title: of, figure: own }) => {
          const was = own?.measures.find((one) => one.key === key);
          return was ? [{ title: of, value: was.value }] : [];
        }),
      })),
    );
    if (said.length === 0) return [];
    return [doubt(figure, 'moved', `${figure.reference} ${figure.title} moved more than usual: ${said.join('; ')}.`)];
  });
  return [...ofFigures, ...ofOwnMeasures(measures, { lines, earlier }, say)];
}

/** Measures that are typed by hand; those of the packs stand among the figures. */
function ofOwnMeasures(
  measures: ReturnDocument['measures'],
  { lines, earlier }: Pick<Moved, 'lines' | 'earlier'>,
  say: (series: readonly Series[]) => string[],
): ReturnFinding[] {
  const valueIn = (all: ReturnDocument['measures'], id: string): TableValue => {
    const found = measuredOf(all).find(({ definition }) => definition.id === id && isOwn(definition));
    if (!found || found.value.numerator === null) return null;
    const { numerator, denominator } = found.value;
    if (found.definition.denominator === null) return numerator;
    return denominator === null ? null : { numerator, denominator };
  };
  return measures.definitions.filter(isOwn).flatMap((definition) => {
    const { id, shortName, unit, denominator } = definition;
    const [said] = say([
      {
        title: shortName,
        kind: denominator === null ? kindOfUnit(unit) : 'rate',
        now: valueIn(measures, id),
        before: earlier.map(({ title, measures: then }) => ({ title, value: valueIn(then, id) })),
      },
    ]);
    if (said === undefined) return [];
    const reference = lineOfMeasure(definition, lines);
    const message = `${reference} moved more than usual: ${said}.`;
    return [{ reference, kind: 'moved' as const, field: 'measure' as const, figure: null, message }];
  });
}

/** What moved, from what, and by which rule that is more than usual; null where it is not. */
function movedInWords(
  { title, kind, now, before }: Series,
  { movedLeastReturns, movedBeyondPercent, movedBeyondPoints }: Theme2ReturnRules,
  { rangesInLimit, mostBefore }: OrdinaryVariation,
): string | null {
  const is = numberOf(now);
  const known = before.filter(({ value }) => isRate(value) === isRate(now) && numberOf(value) !== null);
  const [last] = known.slice(-1);
  if (is === null || !last) return null;
  const values = known.slice(-mostBefore).flatMap(({ value }) => numberOf(value) ?? []);
  const limits = values.length < movedLeastReturns ? undefined : limitsOf(values, rangesInLimit, anywhere);
  const change = `${title} from ${valueInWords(kind, last.value)} to ${valueInWords(kind, now)}`;
  // Where all of them are the same there is no variation to judge by.
  if (limits && compare(limits.movingRange, nought) > 0) {
    if (compare(is, limits.lower) >= 0 && compare(is, limits.upper) <= 0) return null;
    const range = `${inWords(kind, now, limits.lower)} to ${inWords(kind, now, limits.upper)}`;
    return `${change}, beyond the ordinary variation of the ${values.length} returns before (${range})`;
  }
  const isFar = isRate(now)
    ? isRate(last.value) && Math.abs(percentOf(now) - percentOf(last.value)) > movedBeyondPoints
    : typeof now === 'number' && typeof last.value === 'number' && offBy(now, last.value) > movedBeyondPercent * 100;
  if (!isFar) return null;
  const rule = isRate(now) ? `${movedBeyondPoints} percentage points` : `${movedBeyondPercent} %`;
  const why =
    values.length < movedLeastReturns
      ? `ordinary variation is told from ${movedLeastReturns} earlier returns on`
      : 'the returns before all say the same';
  return `${change}, more than ${rule} since ${last.title}; ${why}`;
}

const anywhere = { floor: null, ceiling: null };
const isRate = (value: unknown): value is Rate => typeof value === 'object' && value !== null;
const percentOf = ({ numerator, denominator }: Rate) => (numerator * 100) / denominator;

/** Exactly; null for what is no number, or nothing divides. */
function numberOf(value: TableValue): Fraction | null {
  const { numerator, denominator } = isRate(value) ? value : { numerator: value, denominator: 1 };
  if (typeof numerator !== 'number' || denominator === 0) return null;
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) ? fraction(numerator, denominator) : null;
}

/** A limit as its figure is written, to what is shown of it. */
function inWords(kind: ColumnKind, now: TableValue, { numerator, denominator }: Fraction): string {
  const millionths = { numerator: Number((numerator * 1_000_000n) / denominator), denominator: 1_000_000 };
  if (isRate(now)) return kind === 'figure' ? valueInWords(kind, millionths) : percentInWords(millionths);
  return valueInWords(kind, Math.round(millionths.numerator / millionths.denominator));
}
