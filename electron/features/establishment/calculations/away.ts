import type { AwayReason } from '#contract';
import { daysBetween } from '../../../core/dates.ts';

interface Episode {
  readonly person: string;
  readonly type: string | null;
  readonly start: string;
  readonly end: string | null;
}

/** What tells who is in post and not available on a day. */
export interface AwayRules {
  readonly day: string;
  /** An episode of more days than this is long-term sickness. */
  readonly longSicknessDays: number;
}

/**
 * Why an assignment in post is not available on a day; null where it is. The staff list's status comes first, then what
 * the list of absence says, then who is supernumerary as a preceptee: nobody is taken off twice.
 */
export function awayReasons(
  episodes: readonly Episode[],
  supernumerary: ReadonlySet<string>,
  rules: AwayRules,
): (assignment: { readonly person: string; readonly status: string | null }) => AwayReason | null {
  const { day } = rules;
  const here = episodes.filter(({ start, end }) => start <= day && (end ?? day) >= day);
  const onMaternity = new Set(here.filter(({ type }) => isMaternity(type)).map(({ person }) => person));
  const isLong = ({ type, start }: Episode) =>
    type === 'sickness' && daysBetween(start, day) + 1 > rules.longSicknessDays;
  const longSick = new Set(here.filter(isLong).map(({ person }) => person));
  return ({ person, status }) => {
    const byStatus = reasonOfStatus(status);
    if (byStatus !== null) return byStatus;
    if (onMaternity.has(person)) return 'maternity';
    if (longSick.has(person)) return 'long_sickness';
    return supernumerary.has(person) ? 'supernumerary' : null;
  };
}

const isMaternity = (type: string | null) => type === 'maternity' || type === 'adoption';

function reasonOfStatus(status: string | null): AwayReason | null {
  if (status === null || status === 'active') return null;
  if (/matern|adopt/i.test(status)) return 'maternity';
  if (/second/i.test(status)) return 'secondment';
  return /career/i.test(status) ? 'career_break' : 'other_status';
}
