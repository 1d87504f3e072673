import type { TodayItem } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { matrixOf } from '../training/calculations/matrix.ts';
import { trainingFacts } from '../training/facts.ts';
import { bookingsOfTrust, sessionsOf } from '../training/session-repository.ts';
import { itemsOf } from './calculations.ts';

/** Courses in which a staff group is below the threshold, and sessions whose attendance is not recorded. */
export function dueOfTraining(context: Context, trust: TrustRow): TodayItem[] {
  const { database } = context;
  const today = context.today();
  const facts = trainingFacts(context, trust.id, undefined);
  const { people, rules, scheme, standings, window, fileDay } = facts;
  const nameOf = new Map([...rules.courses, ...rules.groups].map(({ key, name }) => [key, name]));
  const percent = Math.round((100 * rules.threshold.numerator) / rules.threshold.denominator);
  // Without any record nobody would be in date: that is nothing to act on.
  const cells =
    fileDay === null ? [] : matrixOf(people.counted, standings, facts, rules, scheme?.pack.rotational ?? null);
  const below = rules.courses.map(({ key }) => ({
    course: key,
    groups: cells.filter((cell) => cell.course === key && cell.meets === false).sort((a, b) => b.short - a.short),
  }));
  const booked = new Set(
    bookingsOfTrust(database, trust.id).flatMap(({ sessionId, state }) => (state === 'booked' ? [sessionId] : [])),
  );
  const past = sessionsOf(database, trust.id).filter(({ id, date }) => date < today && booked.has(id));
  return itemsOf(
    'training',
    today,
  )([
    ...below.flatMap(({ course, groups: [worst, ...others] }) => {
      if (!worst) return [];
      const short = [worst, ...others].reduce((sum, cell) => sum + cell.short, 0);
      return [
        {
          key: `course ${course}`,
          what: `${nameOf.get(course) ?? course} is below ${percent} %`,
          who: [worst, ...others]
            .map(({ group, short: heads }) => `${heads} of ${nameOf.get(group) ?? group}`)
            .join(', '),
          detail: `${short} more in date reach it; the scheme’s months end on ${dateInWords(window.last)}`,
          // It counts on the last day of the scheme; from now until then every seat helps.
          due: window.last < today ? window.last : today,
          button: 'See who',
          opens: { kind: 'missing' as const, key: `${course} ${worst.group}` },
        },
      ];
    }),
    ...past.map(({ id, date, courses }) => ({
      key: `session ${id}`,
      what: 'Attendance is not recorded',
      who: courses.map((key) => nameOf.get(key) ?? key).join(', '),
      detail: `session of ${dateInWords(date)}`,
      due: date,
      button: 'Record attendance',
      opens: { kind: 'session' as const, key: String(id) },
    })),
  ]);
}
