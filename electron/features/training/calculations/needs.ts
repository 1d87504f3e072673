import type { FrameworkTopic, TrainingNeedsRules } from '../../../contract/training-rules.ts';
import type { Rate } from '../../../core/rates.ts';

/** How a topic is taught, and in which of three years. */
export interface TopicPlan extends Pick<FrameworkTopic, 'minutes' | 'everyMonths' | 'mode' | 'passPercent'> {
  readonly capacity: number;
  readonly years: readonly [boolean, boolean, boolean];
}

/** People of one group at the census. WTE in hundred-thousandths. */
export interface GroupHeads {
  readonly group: string;
  readonly heads: number;
  readonly wte: number;
  /** Heads by band, 'other' for those without a band of their own cost. */
  readonly bands: ReadonlyMap<string, number>;
  /** People of the vacancy plan who start in the year. */
  readonly starters: number;
}

export type Assumptions = Pick<
  TrainingNeedsRules,
  | 'annualHours'
  | 'absentPercent'
  | 'turnoverPercent'
  | 'upliftPercent'
  | 'studyPercent'
  | 'backfillNeedsCover'
  | 'hourCosts'
> & {
  /** The assessment of the establishment that tells the uplift; null where the usual value is taken. */
  readonly upliftFrom?: string | null;
};

/** Whole numbers up: people and sessions. */
const up = (above: number, below: number): number => Math.ceil(above / below);

/** People of a group who are new in the year: those who are planned to start, or by turnover, whichever is more. */
export const newPeopleOf = (
  { heads, starters }: GroupHeads,
  { turnoverPercent }: Pick<Assumptions, 'turnoverPercent'>,
): number => Math.max(starters, up(heads * turnoverPercent, 100));

/**
 * Heads who are to do a topic in the first year of the plan: all in post in a year in which it is taught, else the new
 * ones alone, who have not done it yet; and the new ones who come on top of those in post.
 */
export function dueOf({ years }: Pick<TopicPlan, 'years'>, heads: number, newPeople: number): number {
  return heads === 0 && newPeople === 0 ? 0 : years[0] ? heads + newPeople : newPeople;
}

/** Places for so many people, when some who are booked do not come: so many that those who come are enough. */
export const placesFor = (due: number, absentPercent: number): number => up(due * 100, 100 - absentPercent);

/** Sessions for all professions together. Their seats are never fewer than the places. */
export const sessionsFor = (places: number, capacity: number): number => up(places, capacity);

/** Backfill in WTE: minutes ÷ paid minutes of a year, divided by 1 − uplift too where backfill needs cover itself. */
export function backfillWte(
  minutes: number,
  {
    annualHours,
    backfillNeedsCover,
    upliftPercent,
  }: Pick<Assumptions, 'annualHours' | 'backfillNeedsCover' | 'upliftPercent'>,
): Rate {
  // Hundredths of a percent keep an uplift such as 22.5 % whole.
  if (!backfillNeedsCover) return { numerator: minutes, denominator: annualHours * 60 };
  return { numerator: minutes * 10_000, denominator: annualHours * 60 * (10_000 - Math.round(upliftPercent * 100)) };
}

/** Training minutes over the paid minutes of those in post: the share of headroom that the plan needs. WTE in hundred-thousandths. */
export const headroomShare = (minutes: number, wte: number, annualHours: number): Rate => ({
  numerator: minutes * 100_000,
  denominator: wte * annualHours * 60,
});

/**
 * Years in which a topic of such a frequency is taught, where nobody says otherwise: topics of three years take turns, by
 * their position and the calendar year in which the plan begins, so that next year's plan goes on where this one was.
 */
export function usualYears(everyMonths: number, position: number, year: number): [boolean, boolean, boolean] {
  if (everyMonths <= 12) return [true, true, true];
  if (everyMonths <= 24) return [true, false, true];
  const isTurn = (later: number) => (year + later + position) % 3 === 0;
  return [isTurn(0), isTurn(1), isTurn(2)];
}

/** Why three years do not hold a topic as often as it is asked for; null where they do. The plan goes round every three years. */
export function missedIn({ years, everyMonths }: Pick<TopicPlan, 'years' | 'everyMonths'>): string | null {
  const taught = years.flatMap((is, year) => (is ? [year] : []));
  const [first] = taught;
  if (first === undefined) return everyMonths > 36 ? null : 'Not taught in any of the three years.';
  const longest = Math.max(...taught.map((year, at) => ((taught[at + 1] ?? first + 3) - year) * 12));
  return longest > everyMonths
    ? `Asked for every ${everyMonths} months, and ${longest} months pass between two times.`
    : null;
}

/** Hours of a group by band, each head of it the same, and what they cost in pence: rounded once for each band. */
export function costByBand(
  bands: ReadonlyMap<string, number>,
  minutes: number,
  heads: number,
  { hourCosts }: Pick<Assumptions, 'hourCosts'>,
) {
  const costOf = (band: string) =>
    hourCosts.find(({ key }) => key === band) ?? hourCosts.find(({ key }) => key === 'other');
  return [...bands]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([band, count]) => {
      const cost = costOf(band);
      const share = heads === 0 ? 0 : (minutes * count) / heads;
      return {
        band,
        name: cost?.key === band ? cost.name : `Band ${band}`,
        heads: count,
        minutes: Math.round(share),
        hourPence: cost?.pence ?? 0,
        pence: Math.round((share * (cost?.pence ?? 0)) / 60),
      };
    });
}
