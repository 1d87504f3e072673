import type { TrainingGroup, TrainingRules } from '../../../contract/training-rules.ts';
import { daysBetween } from '../../../core/dates.ts';
import { type GroupRules, groupOf } from '../../staff/calculations/groups.ts';
import { isInPost } from '../../staff/calculations/in-post.ts';
import { byPerson, primaryOf } from '../../staff/calculations/people.ts';
import type { AbsenceEntry, AssignmentEntry } from '../../staff/entries.ts';

export type ExclusionReason = 'not_active_assignment' | 'long_term_sick' | 'by_hand';

/** Somebody who is counted for courses. */
export interface TrainingPerson {
  readonly person: string;
  readonly name: string | null;
  /** Key of a group of the training rules. */
  readonly group: string;
  /** True for people with bank assignments alone: in the second pair of numbers only. */
  readonly bankOnly: boolean;
  readonly unit: string | null;
  /** The latest start with this employer. */
  readonly start: string;
  /** True for fixed-term people, such as doctors who come with a rotation. */
  readonly fixedTerm: boolean;
}

export interface ExcludedPerson extends TrainingPerson {
  readonly reason: ExclusionReason;
  /** The status of the assignment, 'long_sickness', or the reason that was entered by hand. */
  readonly why: string;
  /** First and last day where something tells them; the last is null while it lasts. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What a person says about who is counted. */
export interface ExclusionByHand {
  readonly id: number;
  readonly person: string;
  /** 'counted' for somebody who is counted in spite of what the lists say. */
  readonly reason: string;
  readonly first: string;
  readonly last: string | null;
}

/** What tells who is counted. */
type Counted = Pick<
  AssignmentEntry,
  | 'person'
  | 'assignment'
  | 'name'
  | 'unit'
  | 'staffGroup'
  | 'payGrade'
  | 'occupationCode'
  | 'category'
  | 'primary'
  | 'fte'
  | 'start'
  | 'status'
>;

export interface CountedPeople {
  readonly counted: readonly TrainingPerson[];
  readonly excluded: readonly ExcludedPerson[];
}

/**
 * Who is counted at a census (D26): heads in post on the staff list by their primary assignment, without people whose
 * every substantive assignment is not active and without long-term sick; people of the bank alone beside them. An
 * assignment of which the list gives no status is taken for active: nothing says otherwise.
 */
export function peopleCounted(
  list: readonly Counted[],
  absences: readonly AbsenceEntry[],
  census: string,
  groups: GroupRules,
  rules: Pick<TrainingRules, 'groups' | 'longSicknessDays'>,
  byHand: readonly ExclusionByHand[] = [],
): CountedPeople {
  const started = list.filter(({ start }) => start <= census);
  const sick = longTermSick(absences, census, rules.longSicknessDays);
  const covering = byPerson(absences.filter(({ start, end }) => start <= census && (end === null || end >= census)));
  const said = new Map(
    byHand
      .filter(({ first, last }) => first <= census && (last === null || last >= census))
      .map((one) => [one.person, one]),
  );
  const counted: TrainingPerson[] = [];
  const excluded: ExcludedPerson[] = [];
  for (const [person, held] of byPerson(started)) {
    const [substantive, ...others] = held.filter((entry) => isInPost(entry, census));
    const [bank, ...moreBank] = held.filter(({ category }) => category === 'bank');
    const first = substantive ?? bank;
    if (first === undefined) continue;
    const primary = primaryOf(substantive ? [substantive, ...others] : [first, ...moreBank]);
    const group = trainingGroupOf(rules.groups, primary, groups);
    if (group === undefined) continue;
    const { name, unit, start, category } = primary;
    const bankOnly = substantive === undefined;
    const one = { person, name, group, bankOnly, unit, start, fixedTerm: category === 'fixed_term' };
    const own = said.get(person);
    if (own?.reason === 'counted') {
      counted.push(one);
      continue;
    }
    if (own !== undefined) {
      const { reason: why, first: firstDay, last } = own;
      excluded.push({ ...one, reason: 'by_hand', why, first: firstDay, last });
      continue;
    }
    const isAway =
      substantive !== undefined &&
      [substantive, ...others].every(({ status }) => status !== null && status !== 'active');
    const episodes = covering.get(person) ?? [];
    const away = (reason: ExclusionReason, why: string, episode: AbsenceEntry | undefined) =>
      excluded.push({ ...one, reason, why, first: episode?.start ?? null, last: episode?.end ?? null });
    if (isAway) {
      const status = primary.status ?? 'not active';
      // The absence of the same name tells the days; where there is none of that name, any that is no sickness.
      const named = episodes.find(({ type }) => type === status) ?? episodes.find(({ type }) => type !== 'sickness');
      away('not_active_assignment', status, named);
    } else if (sick.has(person)) {
      away(
        'long_term_sick',
        'long_sickness',
        episodes.find((episode) => isLongSickness(episode, census, rules.longSicknessDays)),
      );
    } else counted.push(one);
  }
  return { counted, excluded };
}

/** Everybody on an assignment of any category, the bank's too, that has started by a day: in post for a file of training. */
export function everybodyOn(
  list: readonly Pick<AssignmentEntry, 'person' | 'start'>[],
  day: string,
): ReadonlySet<string> {
  return new Set(list.filter(({ start }) => start <= day).map(({ person }) => person));
}

/** The group that an assignment is counted in for courses; undefined for one that no course counts. */
function trainingGroupOf(
  trainingGroups: readonly TrainingGroup[],
  assignment: Pick<AssignmentEntry, 'occupationCode' | 'staffGroup' | 'payGrade'>,
  groups: GroupRules,
): string | undefined {
  const inPostKey = groupOf(groups, assignment);
  return trainingGroups.find(
    (group) =>
      group.inPostKey === inPostKey &&
      (group.occupationCodes === undefined || group.occupationCodes.includes(assignment.occupationCode ?? '')) &&
      hasPayGrade(group.payGrade, assignment.payGrade),
  )?.key;
}

function hasPayGrade(wanted: TrainingGroup['payGrade'], payGrade: string | null): boolean {
  if (wanted === undefined) return true;
  const said = ` ${(payGrade ?? '').toLowerCase().replace(/[^a-z]+/g, ' ')} `;
  const has = (word: string) => said.includes(` ${word.toLowerCase()} `);
  return 'is' in wanted ? has(wanted.is) : !has(wanted.isNot);
}

/** People in a sickness episode that covers the census and has lasted longer than some days, both ends counted. */
function longTermSick(absences: readonly AbsenceEntry[], census: string, days: number): ReadonlySet<string> {
  return new Set(absences.filter((one) => isLongSickness(one, census, days)).map(({ person }) => person));
}

function isLongSickness({ type, start, end }: AbsenceEntry, census: string, days: number): boolean {
  return (
    type === 'sickness' && start <= census && (end === null || end >= census) && daysBetween(start, census) + 1 > days
  );
}
