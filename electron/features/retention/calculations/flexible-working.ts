import type { FlexibleCells, FlexibleRequest, FlexibleTally } from '#contract';
import type { FlexibleWorkingRules } from '../../../contract/later-career-rules.ts';
import { addDays, addMonths, daysBetween, partsOf } from '../../../core/dates.ts';
import { groupedBy } from '../../../core/grouped.ts';
import type { MonthValue } from './variation.ts';

export type StoredRequest = FlexibleCells & { readonly id: number };
type Limits = Pick<FlexibleWorkingRules, 'decideWithinDays' | 'lawfulMonths'>;
type Outcomes = FlexibleWorkingRules['outcomes'];

/** Where a request goes in the rates; null where it is not decided. */
export function countsAs({ outcome }: Pick<FlexibleCells, 'outcome'>, outcomes: Outcomes): FlexibleRequest['counts'] {
  return outcomes.find(({ key }) => key === outcome)?.counts ?? null;
}

/** How long a request took, or has been open, and how that stands against the trust's own limit and the statute's. */
export function standingOfRequest(
  request: Pick<FlexibleCells, 'asked' | 'decided' | 'outcome'>,
  rules: Limits & Pick<FlexibleWorkingRules, 'outcomes'>,
  today: string,
): Pick<FlexibleRequest, 'days' | 'due' | 'lawfulBy' | 'stands'> {
  const { asked, decided } = request;
  const end = decided ?? today;
  const due = addDays(asked, rules.decideWithinDays);
  const lawfulBy = addMonths(asked, rules.lawfulMonths);
  const over = end > lawfulBy ? 'unlawful' : end > due ? 'late' : 'in_time';
  const open = { in_time: 'open', late: 'open_late', unlawful: 'open_unlawful' } as const;
  const stands = countsAs(request, rules.outcomes) === 'withdrawn' ? 'withdrawn' : decided === null ? open[over] : over;
  return { days: daysBetween(asked, end), due, lawfulBy, stands };
}

/** Counts of some requests with the two rates of granted ones, as exact fractions. */
export function tallyOf(requests: readonly Pick<FlexibleCells, 'outcome'>[], outcomes: Outcomes): FlexibleTally {
  const many = (as: FlexibleRequest['counts']) => requests.filter((one) => countsAs(one, outcomes) === as).length;
  const [granted, refused, withdrawn] = [many('granted'), many('refused'), many('withdrawn')];
  const asked = requests.length;
  return {
    asked,
    granted,
    refused,
    withdrawn,
    open: many(null),
    grantedOfAsked: { numerator: granted, denominator: asked - withdrawn },
    grantedOfDecided: { numerator: granted, denominator: granted + refused },
  };
}

/** Requests by a word of theirs, those that were asked for most first; '' stands for those without it. */
export function linesBy(
  requests: readonly StoredRequest[],
  wordOf: (request: StoredRequest) => string | null,
  nameOf: (word: string) => string,
  outcomes: Outcomes,
) {
  return [...groupedBy(requests, (request) => wordOf(request) ?? '')]
    .map(([key, some]) => ({ key, name: key === '' ? 'Not stated' : nameOf(key), ...tallyOf(some, outcomes) }))
    .sort((one, other) => other.asked - one.asked || (one.name < other.name ? -1 : 1));
}

/** Days from request to decision over those decided, which of these were within the trust's own limit, and the longest. */
export function decisionTimes(requests: readonly StoredRequest[], rules: FlexibleWorkingRules) {
  const decided = requests.filter((one) => one.decided !== null && countsAs(one, rules.outcomes) !== 'withdrawn');
  const times = decided.map((one) => standingOfRequest(one, rules, one.decided ?? one.asked));
  return {
    meanDays: { numerator: times.reduce((sum, { days }) => sum + days, 0), denominator: times.length },
    longestDays: times.length === 0 ? null : Math.max(...times.map(({ days }) => days)),
    inTime: { numerator: times.filter(({ stands }) => stands === 'in_time').length, denominator: times.length },
  };
}

/**
 * Requests granted of those decided in each month, in per cent, of some staff groups, from the month of the first decision
 * to the last whole month before today; without a value where none was decided. A month stands by its last day.
 */
export function grantedByMonth(
  requests: readonly StoredRequest[],
  groups: readonly string[],
  outcomes: Outcomes,
  today: string,
): MonthValue[] {
  const monthEnd = (day: string) => addDays(addMonths(addDays(day, 1 - partsOf(day).day), 1), -1);
  const own = requests.flatMap((request) => {
    const counts = countsAs(request, outcomes);
    const isCounted = counts !== 'withdrawn' && counts !== null && groups.includes(request.group ?? '');
    return request.decided !== null && isCounted ? [{ month: monthEnd(request.decided), counts }] : [];
  });
  const [first] = own.map(({ month }) => month).sort();
  const months: MonthValue[] = [];
  for (let month = first; month !== undefined && month < today; month = monthEnd(addDays(month, 1))) {
    const decided = own.filter((one) => one.month === month);
    const granted = decided.filter(({ counts }) => counts === 'granted').length;
    months.push({
      month,
      value: decided.length === 0 ? null : { numerator: 100 * granted, denominator: decided.length },
    });
  }
  return months;
}
