import type { Preceptor, PreceptorReason, PreceptorSuggestion, SupportedPreceptee } from '#contract';
import type { PreceptorRules } from '../../../contract/support-rules.ts';
import { dateInWords } from '../../../core/dates.ts';
import { keyOfName } from './preceptors.ts';

/** A shift on a roster: minutes after midnight of its date; an end at or before the start is the next day. */
export interface RosteredShift {
  readonly person: string;
  readonly unitId: number;
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Shifts of two people on one unit that overlap; null where either of them has none at all. */
export function shiftsTogether(own: readonly RosteredShift[], other: readonly RosteredShift[]): number | null {
  if (own.length === 0 || other.length === 0) return null;
  const endOf = ({ start, end }: RosteredShift) => (end <= start ? end + 1440 : end);
  const overlap = (one: RosteredShift, two: RosteredShift) =>
    one.unitId === two.unitId && one.date === two.date && one.start < endOf(two) && two.start < endOf(one);
  return own.filter((shift) => other.some((one) => overlap(shift, one))).length;
}

interface Around {
  readonly rules: PreceptorRules;
  /** Shifts by person, over the weeks that the rules set; null where no roster is held. */
  readonly shifts: ReadonlyMap<string, readonly RosteredShift[]> | null;
}

/**
 * Preceptors in the order in which they suit a preceptee: first those of whom nothing speaks against it, then those of
 * the same unit, with the least load, with the most shifts together, by name. Who has left the register is not among them.
 */
export function suggestionsFor(
  preceptee: SupportedPreceptee & { readonly person: string | null },
  register: readonly Preceptor[],
  { rules, shifts }: Around,
): PreceptorSuggestion[] {
  const own = (preceptee.person !== null && shifts?.get(preceptee.person)) || [];
  return register
    .filter(({ state }) => state !== 'left')
    .map((preceptor): PreceptorSuggestion => {
      const theirs = (preceptor.person !== null && shifts?.get(preceptor.person)) || [];
      const together = shiftsTogether(own, theirs);
      const sameUnit =
        preceptee.unit !== null && preceptor.unit !== null && keyOfName(preceptee.unit) === keyOfName(preceptor.unit);
      const reasons = reasonsFor(preceptee, preceptor, { sameUnit, together, rules });
      return {
        id: preceptor.id,
        name: preceptor.name,
        load: preceptor.load,
        suits: reasons.every(({ kind, good }) => good !== false || kind === 'unit' || kind === 'shifts'),
        sameUnit,
        shiftsTogether: together,
        reasons,
      };
    })
    .sort(bestFirst);
}

function bestFirst(one: PreceptorSuggestion, other: PreceptorSuggestion): number {
  return (
    Number(other.suits) - Number(one.suits) ||
    Number(other.sameUnit) - Number(one.sameUnit) ||
    one.load - other.load ||
    (other.shiftsTogether ?? 0) - (one.shiftsTogether ?? 0) ||
    (one.name < other.name ? -1 : 1)
  );
}

interface Facts {
  readonly sameUnit: boolean;
  readonly together: number | null;
  readonly rules: PreceptorRules;
}

function reasonsFor(
  preceptee: SupportedPreceptee,
  { unit, load, limit, isPrepared, prepared, experience, isExperienced, inPost, until }: Preceptor,
  { sameUnit, together, rules }: Facts,
): PreceptorReason[] {
  const shifts = (count: number) => `${count} shift${count === 1 ? '' : 's'} together`;
  const unitWords = unit === null ? 'Unit not entered' : sameUnit ? `Also on ${unit}` : `On ${unit}`;
  return [
    { kind: 'unit', good: unit === null || preceptee.unit === null ? null : sameUnit, words: unitWords },
    {
      kind: 'load',
      good: load < limit,
      words: load < limit ? `${load} of ${limit} preceptees` : `Full: ${load} of ${limit} preceptees`,
    },
    {
      kind: 'prepared',
      good: isPrepared,
      words: isPrepared ? 'Prepared' : prepared === null ? 'Not prepared for the role' : 'Preparation still to come',
    },
    {
      kind: 'experience',
      good: isExperienced,
      words:
        experience === null
          ? 'Registration date not entered'
          : experience < 24
            ? `${experience} month${experience === 1 ? '' : 's'} since registration${isExperienced ? '' : `, ${rules.experienceMonths} are needed`}`
            : `${Math.floor(experience / 12)} years since registration`,
    },
    {
      kind: 'shifts',
      good: together === null ? null : together > 0,
      words: together === null ? 'Shifts together not known' : `${shifts(together)} in ${rules.rosterWeeks} weeks`,
    },
    ...(inPost === false ? [{ kind: 'in_post' as const, good: false, words: 'Not on the newest staff list' }] : []),
    ...(until === null
      ? []
      : [{ kind: 'until' as const, good: false, words: `Leaves the register on ${dateInWords(until)}` }]),
  ];
}
