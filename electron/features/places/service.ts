import type { Place, PlaceKind } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { listBatches } from '../../imports/batches.ts';
import { formatsOf } from '../../imports/known-formats.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { nameOf, cohortOf } from '../preceptorship/preceptee-shown.ts';
import { livingPreceptees } from '../preceptorship/living-service.ts';
import { mentoringsToday } from '../preceptorship/mentor-service.ts';
import { preceptorsOf } from '../preceptorship/preceptor-repository.ts';
import { livingPlan } from '../retention/plan-service.ts';
import { trustLines } from '../returns/register.ts';
import { assignmentsAt, censuses } from '../staff/repository.ts';
import { shownCourses } from '../training/course-handlers.ts';
import { ownCourses } from '../training/hand-repository.ts';
import { sessionsOf } from '../training/session-repository.ts';
import { answerPlan } from '../vacancies/plan-service.ts';

type World = Pick<Context, 'database' | 'reference' | 'today' | 'resourcesFolder'>;

/** A place by its kind and key, with what tells it from others of its title. */
export const place = (
  kind: PlaceKind,
  key: string | number,
  title: string,
  ...details: (string | null | undefined)[]
): Place => ({
  kind,
  key: String(key),
  title,
  detail: details.filter(Boolean).join(', ') || null,
});

const inBand = (band: string | null) => (band === null || band === '-' ? null : `Band ${band}`);

/** Everybody on the newest staff list, once, however many posts they hold. */
function people({ database }: World, trust: TrustRow): Place[] {
  const census = censuses(database, trust.id).pop();
  if (census === undefined) return [];
  const found = new Map<string, Place>();
  for (const { person, name, position, band, unit } of assignmentsAt(database, trust.id, census))
    if (!found.has(person))
      found.set(person, place('person', person, name ?? `Person ${person}`, position, inBand(band), unit, person));
  return [...found.values()];
}

/** All that a trust holds and that a screen can open. */
export function placesOf(world: World, trust: TrustRow): Place[] {
  const { database, reference } = world;
  const { units, sites } = describeTrust(database, trust);
  const courses = shownCourses(reference.training, ownCourses(database, trust.id));
  const courseNames = new Map(courses.map(({ key, name }) => [key, name]));
  const formats = formatsOf(world);
  return [
    ...people(world, trust),
    ...livingPreceptees(world, trust).preceptees.map((one) =>
      place('preceptee', one.key, nameOf(one), 'preceptee', one.programme.name, cohortOf(one), one.cells.unit),
    ),
    ...preceptorsOf(database, trust.id).map(({ id, name, unit }) => place('preceptor', id, name, 'preceptor', unit)),
    ...mentoringsToday(world, trust).map(({ id, name, band, unit }) =>
      place('mentoring', id, name, 'new in post', inBand(band), unit),
    ),
    ...units.map(({ id, name, siteId }) =>
      place('unit', id, name, 'unit', sites.find((site) => site.id === siteId)?.name),
    ),
    ...answerPlan(world, trust).posts.map((post) =>
      place(
        'post',
        post.key,
        post.post ?? post.vacancyRef ?? 'A post',
        post.vacancyRef,
        inBand(post.band),
        post.unit,
        post.stageName,
        post.candidate,
      ),
    ),
    ...sessionsOf(database, trust.id).map((session) =>
      place(
        'session',
        session.id,
        `${session.courses.map((key) => courseNames.get(key) ?? key).join(', ')}, ${dateInWords(session.date)}`,
        'session',
        session.room,
      ),
    ),
    ...courses.map(({ key, name }) => place('course', key, name, 'course')),
    ...livingPlan(world, trust).actions.map(({ key, ...action }) =>
      place(
        'action',
        key,
        action.action ?? 'An action',
        'retention action',
        action.references.join(' '),
        action.themeName,
      ),
    ),
    ...trustLines(world).map(({ reference: line, title }) =>
      place('line', line, `${line} ${title}`, 'line of the return'),
    ),
    ...listBatches(database, trust.id).map(({ id, kind, fileName, committedAt }) =>
      place('import', id, fileName, 'import', formats.get(kind)?.title, dateInWords(committedAt.slice(0, 10))),
    ),
  ];
}
