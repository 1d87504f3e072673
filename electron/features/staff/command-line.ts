import type { Remark } from '#contract';
import type { Context } from '../../context.ts';
import { addDays, addMonths, type DatePeriod, partsOf } from '../../core/dates.ts';
import { namedSources } from '../../imports/named-sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { leaversAsExpected, sicknessAsExpected, staffInPostAsExpected } from './calculations/as-expected.ts';
import { answerInPost, answerLeavers, answerSickness, twelveMonthsTo } from './service.ts';

export type StaffKind = 'staff_list' | 'leavers' | 'absence';

/**
 * The figures of a kind under their printed names, with the row counts of the imports that they come from; null where
 * nothing of the kind was imported. A period of one day asks for staff in post on it, for leavers of the twelve months
 * to it, and for sickness of its month and of the twelve months to it; without a day the newest staff list's is taken.
 */
export function staffFiguresForCommandLine(
  context: Pick<Context, 'database' | 'reference'>,
  kind: StaffKind,
  trustCode: string,
  period: DatePeriod | undefined,
): object | null {
  const { database } = context;
  const trust = requireTrust(database, trustCode);
  if (kind === 'staff_list') {
    const answer = answerInPost(context, trust, period?.last);
    return answer
      ? { ...namedSources(database, answer.sources), ...staffInPostAsExpected(answer.figures, answer.roster) }
      : null;
  }
  const isDay = period !== undefined && period.first === period.last;
  const asked = isDay ? twelveMonthsTo(period.last) : period;
  if (kind === 'leavers') {
    const answer = answerLeavers(context, trust, asked);
    return answer
      ? { ...namedSources(database, answer.sources), ...leaversAsExpected(answer.figures), ...named(answer.remarks) }
      : null;
  }
  const answer = answerSickness(context, trust, asked);
  if (!answer) return null;
  const { last } = answer.period;
  return {
    ...namedSources(database, answer.sources),
    ...(isDay || period === undefined ? {} : sicknessAsExpected(answer.figures)),
    month: sicknessAsExpected(answer.during(monthTo(last))),
    twelve_months: sicknessAsExpected(answer.during(twelveMonthsTo(last))),
    ...named(answer.remarks),
  };
}

/** The newest whole month that has ended by a day: October for 31 October, and for 2 November. */
function monthTo(day: string): DatePeriod {
  const next = addDays(day, 1);
  const first = addDays(next, 1 - partsOf(next).day);
  return { first: addMonths(first, -1), last: addDays(first, -1) };
}

/** What is to be said beside the figures; nothing where there is nothing to say. */
function named(remarks: readonly Remark[]): { readonly remarks?: readonly Remark[] } {
  return remarks.length > 0 ? { remarks } : {};
}
