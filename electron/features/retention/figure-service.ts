import type { Context } from '../../context.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import { sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { stayingPeople } from '../preceptorship/staying-service.ts';
import { listFor, monthEnds } from '../staff/calculations/rates-trend.ts';
import { reasonJudge } from '../staff/calculations/reasons.ts';
import { type Spell, spellsOf } from '../staff/calculations/spells.ts';
import { groupRulesOf } from '../staff/occupation-codes.ts';
import { listsOf } from '../staff/lists-repository.ts';
import { absencesOf, censuses, leaversOf } from '../staff/repository.ts';
import { grantedByMonth } from './calculations/flexible-working.ts';
import type { HeldFigure } from './calculations/held-figures.ts';
import { monthlyFigure } from './calculations/monthly-figure.ts';
import { precepteesByMonth } from './calculations/preceptees-by-month.ts';
import type { MonthValue } from './calculations/variation.ts';
import { requestsOf } from './flexible-working-repository.ts';

/** So many months are worked out at most: five years. */
const mostMonths = 60;

/**
 * A figure of some groups in the months that the lists tell of, up to the newest staff list; none without a list. Requests
 * for flexible working tell of theirs up to the last whole month before today; preceptees are of any group.
 */
export function figureByMonth(
  context: Pick<Context, 'database' | 'reference' | 'today'>,
  trust: TrustRow,
  figure: HeldFigure,
  groups: readonly string[],
): MonthValue[] {
  const { database, reference } = context;
  if (figure.kind === 'flexible_granted')
    return grantedByMonth(
      requestsOf(database, trust.id),
      groups,
      reference.flexibleWorking.outcomes,
      context.today(),
    ).slice(-mostMonths);
  if (figure.kind === 'preceptees') {
    const { people, knownTo } = stayingPeople(context, trust);
    return precepteesByMonth(people, knownTo, context.today()).slice(-mostMonths);
  }
  const days = censuses(database, trust.id);
  const newest = days[days.length - 1];
  if (newest === undefined) return [];
  const ends = monthEnds(newest, mostMonths);
  const rules = groupRulesOf(context, trust.id);
  const leavers = leaversOf(database, trust.id);
  const batches = (kind: string) => sourceBatches(database, trust.id, kind, null);
  const firstDay = (kind: string) =>
    batches(kind)
      .map(({ first }) => first)
      .sort()[0] ?? null;
  const absenceDays = batches('absence')
    .map(({ last }) => last)
    .sort();
  const lists = listsOf(database, trust.id, [...new Set(ends.map((end) => listFor(days, end) ?? newest))]);
  const spells = new Map<string, Spell[]>();
  const months = monthlyFigure(
    figure,
    {
      censuses: days,
      spellsBy: (census) => {
        const known = spells.get(census) ?? spellsOf(lists.get(census) ?? [], census, leavers, rules);
        spells.set(census, known);
        return known;
      },
      leavers,
      absences:
        figure.kind === 'sickness'
          ? absencesOf(database, trust.id, { first: addMonths(addDays(newest, 1), -mostMonths - 1), last: newest })
          : [],
      rules,
      told: {
        leaversFrom: firstDay('leavers'),
        absenceFrom: firstDay('absence'),
        absenceTo: absenceDays[absenceDays.length - 1] ?? null,
      },
      judge: reasonJudge(reference.leavingReasons),
      earlyYears: reference.retention.earlyYears,
    },
    ends,
    groups,
  );
  const first = months.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : months.slice(first);
}
