import type { Mentoring, Mentors } from '#contract';
import type { Context } from '../../context.ts';
import { addMonths, type DatePeriod } from '../../core/dates.ts';
import { lastBy } from '../../core/in-force.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { groupOf } from '../staff/calculations/groups.ts';
import { groupRulesOf } from '../staff/occupation-codes.ts';
import { censuses } from '../staff/repository.ts';
import { mentorFigures, mentoringOn, newAppointees, type SeniorPost } from './calculations/mentoring.ts';
import { peopleInPost } from './newest-list.ts';
import { mentoringsOf, mentoringStepsOf } from './mentor-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Every mentoring of a trust as it stands today, the newest appointment first. */
export function mentoringsToday({ database, reference, today }: World, trust: TrustRow): Mentoring[] {
  const steps = mentoringStepsOf(database, trust.id);
  return mentoringsOf(database, trust.id).map((cells) =>
    mentoringOn(cells, steps.get(cells.id) ?? [], reference.mentors, today()),
  );
}

const formulas = (days: number) => [
  {
    figure: 'share',
    formula: `appointed in the period with a mentor within ${days} days ÷ appointed in the period with a mentor, or for longer than ${days} days`,
  },
  { figure: 'waiting', formula: `appointed in the period, no mentor yet, and the ${days} days are not over` },
  { figure: 'overdue', formula: 'people with a step that is past its day and not done' },
];

/** The mentorings with their figures over a period, and who by the staff lists is new in a senior band. */
export function answerMentors(world: World, trust: TrustRow, asked: DatePeriod | undefined): Mentors {
  const { reference, today } = world;
  const on = today();
  const period = asked ?? { first: addMonths(on, -12), last: on };
  const mentorings = mentoringsToday(world, trust);
  const { title, version, bands, mentorWithinDays, newForMonths, dueSoonDays } = reference.mentors;
  return {
    on,
    period: { ...period },
    mentorings,
    ...mentorFigures(mentorings, period),
    appointees: appointeesOf(world, trust, mentorings),
    rules: { bands, mentorWithinDays, newForMonths, dueSoonDays },
    pack: { title, version },
    formulas: formulas(mentorWithinDays),
  };
}

function appointeesOf(world: World, trust: TrustRow, mentorings: readonly Mentoring[]): Mentors['appointees'] {
  const { database, reference } = world;
  const lists = censuses(database, trust.id);
  const newest = lists[lists.length - 1];
  if (newest === undefined) return null;
  const before = lastBy(lists, addMonths(newest, -reference.mentors.newForMonths));
  const earlier = before === undefined || before === newest ? null : before;
  const known = new Set(mentorings.flatMap(({ person, band }) => (person === null ? [] : [`${person} ${band}`])));
  return newAppointees(
    { census: newest, posts: midwivesOn(world, trust, newest) },
    earlier === null ? null : { census: earlier, posts: midwivesOn(world, trust, earlier) },
    reference.mentors,
    known,
  );
}

/** The primary assignment of every midwife in post on a staff list. */
function midwivesOn(world: World, trust: TrustRow, census: string): SeniorPost[] {
  const rules = groupRulesOf(world, trust.id);
  return peopleInPost(world, trust, census).people.filter((entry) => groupOf(rules, entry) === 'midwives');
}
