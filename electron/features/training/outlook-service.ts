import { groupedBy } from '../../core/grouped.ts';
import type { Context } from '../../context.ts';
import type { TrainingCourse } from '../../contract/training-rules.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import { leaversOf } from '../staff/repository.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import type { Member } from './calculations/outlook.ts';
import type { TrainingPerson } from './calculations/people.ts';
import { standingOf } from './calculations/standing.ts';
import { trainingFacts, type TrainingFacts } from './facts.ts';
import { bookingsOfTrust, sessionsOf, type StoredSession } from './session-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Everybody who is or will be counted, by staff group, and the sessions to come. */
export interface Ahead {
  readonly facts: TrainingFacts;
  readonly from: string;
  /** The scheme's last day. */
  readonly end: string;
  /** The last day that is looked at. */
  readonly last: string;
  readonly sessions: readonly StoredSession[];
  /** Days with a seat, by person and course. */
  readonly seats: ReadonlyMap<string, readonly string[]>;
  readonly starters: readonly { readonly group: string; readonly on: string; readonly title: string }[];
  readonly leaving: ReadonlyMap<string, string>;
  membersOf(course: TrainingCourse, group: string): Member[];
}

/** How many in a hundred such posts must start for a post to count as one more head. */
const likelyFrom = 50;

export function lookAhead(world: World, trust: TrustRow, asked: string | undefined): Ahead {
  const { database, today } = world;
  const from = asked ?? today();
  const facts = trainingFacts(world, trust.id, from);
  const end = facts.window.last;
  const halfYear = addMonths(from, 6);
  const last = halfYear > end ? halfYear : end;
  const sessions = sessionsOf(database, trust.id).filter(({ state, date }) => state === 'planned' && date >= from);
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const seats = new Map<string, string[]>();
  for (const { sessionId, person, state } of bookingsOfTrust(database, trust.id)) {
    const session = byId.get(sessionId);
    if (session === undefined || state !== 'booked') continue;
    for (const course of session.courses) {
      const key = `${course} ${person}`;
      seats.set(key, [...(seats.get(key) ?? []), session.date]);
    }
  }
  const leaving = leavingDays(world, trust.id, facts, from);
  const starters = answerPlan(world, trust).posts.flatMap(({ group, live, likely, startsOn, post, vacancyRef }) =>
    live && likely >= likelyFrom && startsOn !== null && startsOn >= from && startsOn <= last && group !== null
      ? [{ group, on: startsOn, title: vacancyRef ?? post ?? 'a post' }]
      : [],
  );
  const counted = groupedBy(
    facts.people.counted.filter(({ bankOnly }) => !bankOnly),
    ({ group }) => group,
  );
  const returning = groupedBy(
    facts.people.excluded.filter(({ bankOnly, last: day }) => !bankOnly && day !== null && day < last),
    ({ group }) => group,
  );
  const memberOf = (course: string, { person }: TrainingPerson, first: string): Member => ({
    person,
    from: first,
    to: leaving.get(person) ?? null,
    until: standingOf(facts.standings, course, person).until,
    booked: seats.get(`${course} ${person}`) ?? [],
  });
  return {
    facts,
    from,
    end,
    last,
    sessions,
    seats,
    starters,
    leaving,
    membersOf: ({ key }, group) => [
      ...(counted.get(group) ?? []).map((person) => memberOf(key, person, from)),
      ...(returning.get(group) ?? []).map((person) => memberOf(key, person, addDays(person.last ?? from, 1))),
      ...starters
        .filter((starter) => starter.group === group)
        .map(({ on }): Member => ({ person: null, from: on, to: null, until: null, booked: [] })),
    ],
  };
}

/** When people leave altogether: the last of the substantive assignments that they still hold. */
function leavingDays({ database }: World, trustId: number, { list }: TrainingFacts, from: string): Map<string, string> {
  const ends = new Map(
    leaversOf(database, trustId)
      .filter(({ leaving }) => leaving > from)
      .map(({ person, assignment, leaving }) => [`${person} ${assignment}`, leaving]),
  );
  const found = new Map<string, string>();
  if (ends.size === 0) return found;
  const held = groupedBy(
    list.filter(({ category }) => category === 'permanent' || category === 'fixed_term'),
    ({ person }) => person,
  );
  for (const [person, assignments] of held) {
    const days = assignments.map(({ assignment }) => ends.get(`${person} ${assignment}`));
    if (days.every((day) => day !== undefined)) found.set(person, [...days].sort().pop() ?? '');
  }
  return found;
}
