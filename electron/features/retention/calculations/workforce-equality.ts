import type { EqualityBand, EqualityStanding } from '#contract';
import type { EqualityGroup, EqualityIndicatorRule, EqualityRules } from '../../../contract/equality-rules.ts';
import type { Rate } from '../../../core/rates.ts';
import type { AssignmentEntry } from '../../staff/entries.ts';
import { byPerson, primaryOf } from '../../staff/calculations/people.ts';
import { noBand } from '../../staff/calculations/in-post.ts';
import { type ByGroup, byGroup, groupKeys, groupReader } from './ethnic-groups.ts';

/** People of a staff list by band and ethnic group. */
export interface WorkforceByGroup {
  readonly bands: readonly EqualityBand[];
  readonly all: ByGroup<number>;
  readonly people: number;
  readonly strange: readonly string[];
}

type Listed = Pick<AssignmentEntry, 'person' | 'assignment' | 'primary' | 'fte' | 'band' | 'ethnicOrigin'>;

/** Heads in post by band and ethnic group, each person once, by the primary assignment. */
export function workforceByGroup(inPost: readonly Listed[], rules: EqualityRules): WorkforceByGroup {
  const groupOf = groupReader(rules);
  const strange = new Set<string>();
  const bands = new Map<string, Record<EqualityGroup, number>>();
  const all = { white: 0, bme: 0, unknown: 0 };
  for (const held of byPerson(inPost).values()) {
    const { band, ethnicOrigin } = primaryOf(held);
    const found = groupOf(ethnicOrigin);
    if (found === undefined && ethnicOrigin !== null) strange.add(ethnicOrigin);
    const group = found ?? 'unknown';
    const key = band ?? noBand;
    const counts = bands.get(key) ?? { white: 0, bme: 0, unknown: 0 };
    counts[group] += 1;
    all[group] += 1;
    bands.set(key, counts);
  }
  const order = (key: string) => (key === noBand ? '~' : key);
  return {
    bands: [...bands]
      .sort(([one], [other]) => (order(one) < order(other) ? -1 : 1))
      .map(([key, counts]) => ({ key, name: key === noBand ? 'No band' : `Band ${key}`, ...counts })),
    all,
    people: all.white + all.bme + all.unknown,
    strange: [...strange].sort(),
  };
}

/** What was entered for an indicator. */
export type Entered = Partial<
  Record<EqualityGroup, { readonly counted: number | null; readonly outOf: number | null }>
>;

/**
 * How an indicator stands: what is out of the workforce takes its heads, known from a list or entered. Of the workforce and
 * of the board each group is out of all.
 */
export function standingOf(
  rule: EqualityIndicatorRule,
  entered: Entered,
  workforce: ByGroup<number | null>,
  { fairFrom, fairTo }: EqualityRules,
): EqualityStanding {
  const counted = byGroup((group) => (rule.kind === 'bands' ? workforce[group] : (entered[group]?.counted ?? null)));
  const all = allOf(counted);
  const groups = groupKeys.map((group) => ({
    group,
    counted: counted[group],
    outOf:
      rule.kind === 'bands' || rule.kind === 'board'
        ? all
        : rule.ofWorkforce
          ? workforce[group]
          : (entered[group]?.outOf ?? null),
  }));
  const relative = rule.kind === 'relative' && rule.above ? relativeOf(groups, rule.above) : null;
  return { groups, relative, verdict: relative && verdictOf(relative, fairFrom, fairTo) };
}

/** People of all groups; null where one is not known. */
function allOf({ white, bme, unknown }: ByGroup<number | null>): number | null {
  return white === null || bme === null || unknown === null ? null : white + bme + unknown;
}

/** The rate of one group over that of the other: null where a count is not known or nothing divides. */
export function relativeOf(
  groups: readonly { readonly group: EqualityGroup; readonly counted: number | null; readonly outOf: number | null }[],
  above: 'white' | 'bme',
): Rate | null {
  const of = (wanted: EqualityGroup) => groups.find(({ group }) => group === wanted);
  const [top, under] = [of(above), of(above === 'white' ? 'bme' : 'white')];
  if (top?.counted == null || top.outOf == null || under?.counted == null || under.outOf == null) return null;
  const rate = { numerator: top.counted * under.outOf, denominator: top.outOf * under.counted };
  return rate.denominator === 0 ? null : rate;
}

/** Where a ratio lies against a span in hundredths, both ends in it. */
function verdictOf({ numerator, denominator }: Rate, from: number, to: number): EqualityStanding['verdict'] {
  if (numerator * 100 < from * denominator) return 'below';
  return numerator * 100 > to * denominator ? 'above' : 'within';
}

/** True where more people were counted than there were. */
export const isMoreThanAll = (entered: Entered) =>
  byGroupValues(entered).some(({ counted, outOf }) => counted !== null && outOf !== null && counted > outOf);

const byGroupValues = (entered: Entered) => groupKeys.flatMap((group) => entered[group] ?? []);

/** Heads that were entered for the workforce; null where none were. */
export const enteredWorkforce = (entered: Entered): ByGroup<number | null> =>
  byGroup((group) => entered[group]?.counted ?? null);
