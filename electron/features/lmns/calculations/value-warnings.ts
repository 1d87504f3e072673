import type { CompileWarning, MeasureDefinition, MeasureValue } from '#contract';
import { dateInWords, daysBetween } from '../../../core/dates.ts';
import { isOwn } from '../../returns/calculations/own-measures.ts';
import { basisWarnings } from './basis-warnings.ts';
import type { CompileOptions } from './options.ts';
import type { Standing } from './standing-values.ts';

interface Compared {
  readonly standings: readonly (Standing | undefined)[];
  readonly codes: readonly string[];
  readonly given: readonly (MeasureValue | undefined)[];
  readonly isAlike: (place: number) => boolean;
  readonly options: CompileOptions;
}

/** What trusts do differently that bears on one measure, and whether they can be ranked by it. */
export function warningsOf(
  definition: MeasureDefinition,
  { standings, codes, given, isAlike, options }: Compared,
): { comparable: boolean; reasons: string[]; warnings: CompileWarning[] } {
  const warnings: CompileWarning[] = [];
  const reasons: string[] = [];
  const compare = (
    kind: CompileWarning['kind'],
    sentence: string,
    read: (value: MeasureValue, place: number) => string | null,
  ) => {
    const trusts = given.flatMap((value, place) => {
      const said = value && read(value, place);
      return said == null ? [] : [{ trust: codes[place] ?? '', value: said }];
    });
    if (new Set(trusts.map(({ value }) => value)).size < 2) return false;
    warnings.push({ kind, sentence, trusts });
    return true;
  };
  const meaning = (place: number) => {
    const own = standings[place]?.latest.definitions.find(({ id }) => id === definition.id);
    return own ? [own.numerator, own.denominator ?? 'nothing', own.exclusions].join(' / ') : null;
  };
  if (compare('formula', 'Trusts work this out by different formulas.', ({ formula }) => formula))
    reasons.push('Trusts work it out by different formulas.');
  if (compare('formula', 'Trusts define this differently.', (_, place) => meaning(place)))
    reasons.push('Trusts define it differently.');
  if (compare('pack', 'Trusts follow different packs.', ({ pack }) => pack))
    reasons.push('Trusts follow different packs.');
  if (compare('census', 'Trusts counted on different days.', ({ on }) => dateInWords(on)) && apart(given, options))
    reasons.push(`Their census days are more than ${options.censusDays} days apart.`);
  const lengths = ({ from, on }: MeasureValue) => (from === null ? null : `${dateInWords(from)} to ${dateInWords(on)}`);
  if (spread(given) > options.censusDays) {
    compare('dates', 'Trusts counted over periods of different length.', lengths);
    reasons.push('They counted over periods of different length.');
  }
  const returned = standings.map((standing, place) => (given[place] ? standing : undefined));
  for (const warning of basisWarnings(returned, codes, options)) {
    const bears = definition.reliesOn.some((one) =>
      one === 'assessment' ? warning.kind === 'assessment age' : warning.kind === one,
    );
    if (!bears) continue;
    warnings.push(warning);
    reasons.push(warning.sentence);
  }
  if (given.some((value, place) => value && !isAlike(place)))
    reasons.push(
      isOwn(definition)
        ? 'Trusts define a measure of this id differently: those that define it otherwise are not added up.'
        : 'Trusts count it in different units.',
    );
  if (definition.direction === 'none') reasons.push('Neither more nor less of it is better.');
  if (definition.denominator === null) reasons.push('It is a count, and trusts differ in size.');
  if (given.filter((value) => value?.denominator && value.numerator !== null).length < 2)
    reasons.push('Fewer than two trusts have a rate.');
  return { comparable: reasons.length === 0, reasons, warnings };
}

function apart(given: readonly (MeasureValue | undefined)[], { censusDays }: CompileOptions): boolean {
  const days = given.flatMap((value) => (value ? [value.on] : [])).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  return first !== undefined && last !== undefined && daysBetween(first, last) > censusDays;
}

/** Days by which the longest and the shortest of what is counted differ. */
function spread(given: readonly (MeasureValue | undefined)[]): number {
  const lengths = given.flatMap((value) => (value?.from ? [daysBetween(value.from, value.on)] : []));
  return lengths.length === 0 ? 0 : Math.max(...lengths) - Math.min(...lengths);
}
