import { groupedBy } from '../../core/grouped.ts';
import { implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { reaches } from './calculations/compliance.ts';
import { inDateOn, standingOf } from './calculations/standing.ts';
import { complianceHandlers, countedAllTheSame } from './compliance-handlers.ts';
import { courseHandlers } from './course-handlers.ts';
import { evidenceHandlers } from './evidence/handlers.ts';
import { trainingFacts } from './facts.ts';
import {
  deleteExclusion,
  deleteResult,
  exclusionsOf,
  insertExclusion,
  insertResult,
  resultsOf,
} from './hand-repository.ts';
import { needsHandlers } from './needs-handlers.ts';
import { outlookHandlers } from './outlook-handlers.ts';
import { attainmentsOf, compareText, peopleBehind } from './people-service.ts';
import { roleHandlers } from './roles/handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { bookingsOfTrust, sessionsOf } from './session-repository.ts';
import { studyLeaveHandlers } from './study-leave/handlers.ts';
import { supervisionHandlers } from './supervision/handlers.ts';
import { aboutOf, shownUntil, stateOf } from './shown.ts';

const on = implementation.training;

export const trainingHandlers = on.router({
  ...complianceHandlers,
  ...courseHandlers,
  ...sessionHandlers,
  ...outlookHandlers,
  ...needsHandlers,
  ...evidenceHandlers,
  ...supervisionHandlers,
  ...roleHandlers,
  ...studyLeaveHandlers,

  heatMap: on.heatMap.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const facts = trainingFacts(context, trust.id, input.on);
    const { rules, people, standings, census } = facts;
    if (!rules.groups.some(({ key }) => key === input.group)) throw errors.NO_SUCH_CHOICE();
    const courses = rules.courses.filter(({ groups }) => groups.includes(input.group));
    const ofGroup = people.counted.filter(({ group, bankOnly }) => group === input.group && !bankOnly);
    const byUnit = groupedBy(ofGroup, ({ unit }) => unit);
    return {
      ...aboutOf(facts),
      courses: courses.map(({ key, name }) => ({ key, name })),
      group: input.group,
      units: [...byUnit]
        .sort(([one], [other]) => compareText(one ?? '', other ?? ''))
        .map(([unit, inUnit]) => ({
          unit,
          cells: courses.map(({ key: course }) => {
            const numerator = inUnit.filter(({ person }) =>
              inDateOn(standingOf(standings, course, person), census),
            ).length;
            const inDate = { numerator, denominator: inUnit.length };
            return { course, inDate, meets: reaches(inDate, rules.threshold) };
          }),
        })),
    };
  }),

  people: on.people.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const facts = trainingFacts(context, trust.id, input.on);
    if (!facts.rules.courses.some(({ key }) => key === input.course)) throw errors.NO_SUCH_CHOICE();
    return { ...aboutOf(facts), rows: peopleBehind(context, trust.id, facts, input) };
  }),

  person: on.person.handler(({ input, context, errors }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const facts = trainingFacts(context, trust.id, input.on);
    const { people, rules, standings } = facts;
    const excluded = people.excluded.find(({ person }) => person === input.person) ?? null;
    const somebody = people.counted.find(({ person }) => person === input.person) ?? excluded;
    const attainments = attainmentsOf(context, trust.id, input.person, facts);
    if (somebody === null && attainments.length === 0) throw errors.NOT_THERE();
    const sessions = new Map(sessionsOf(database, trust.id).map((session) => [session.id, session]));
    return {
      ...aboutOf(facts),
      person: input.person,
      name: somebody?.name ?? null,
      group: somebody?.group ?? null,
      unit: somebody?.unit ?? null,
      started: somebody?.start ?? null,
      bankOnly: somebody?.bankOnly ?? false,
      excluded,
      reasons: [...rules.exclusionReasons, countedAllTheSame],
      standings: rules.courses.map(({ key, name, groups }) => {
        const standing = standingOf(standings, key, input.person);
        return {
          course: key,
          name,
          counted: somebody !== null && excluded === null && groups.includes(somebody.group),
          achieved: standing.achieved,
          until: shownUntil(standing),
          attended: standing.attended,
          state: stateOf(standing, facts),
        };
      }),
      attainments,
      bookings: bookingsOfTrust(database, trust.id).flatMap(({ sessionId, person, state }) => {
        const session = sessions.get(sessionId);
        if (person !== input.person || session === undefined) return [];
        return [{ session: session.id, date: session.date, courses: [...session.courses], state }];
      }),
      exclusions: exclusionsOf(database, trust.id)
        .filter(({ person }) => person === input.person)
        .map(({ id, reason, first, last, note }) => ({ id, reason, first, last, note })),
    };
  }),

  addResult: on.addResult.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const { trust: code, counts, ...cells } = input;
    const trust = requireTrust(database, code);
    const { rules } = trainingFacts(context, trust.id, undefined);
    const course = rules.courses.find(({ key }) => key === cells.course);
    if (course === undefined) throw errors.NO_SUCH_CHOICE();
    if (cells.achieved > today())
      throw errors.NOT_THAT_DAY({
        message:
          'The day of the training is still to come. Book a seat instead, or correct the day. Nothing was changed.',
      });
    if (cells.expiry !== null && cells.expiry < cells.achieved)
      throw errors.NOT_THAT_DAY({
        message: 'It would expire before it was done. Correct one of the two days. Nothing was changed.',
      });
    const day = dateInWords(cells.achieved);
    const label = counts
      ? `${course.name} of ${cells.person}, done on ${day}`
      : `${course.name} of ${cells.person} on ${day} does not count`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertResult(database, { trustId: trust.id, ...cells, counts: counts ? 1 : 0 }),
    );
    return { label };
  }),

  removeResult: on.removeResult.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const result = resultsOf(database, trust.id).find(({ id }) => id === input.id);
    if (result === undefined) throw errors.NOT_THERE();
    const label = `Remove training of ${result.person} on ${dateInWords(result.achieved)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteResult(database, result.id));
    return { label };
  }),

  exclude: on.exclude.handler(({ input, context: { database, reference, now }, errors }) => {
    const { trust: code, ...cells } = input;
    const trust = requireTrust(database, code);
    const reason = [...reference.training.exclusionReasons, countedAllTheSame].find(({ key }) => key === cells.reason);
    if (reason === undefined) throw errors.NO_SUCH_CHOICE();
    if (cells.last !== null && cells.last < cells.first)
      throw errors.NOT_THAT_DAY({
        message: 'The last day is before the first. Correct one of the two. Nothing was changed.',
      });
    const label =
      reason === countedAllTheSame ? `Count ${cells.person} all the same` : `Leave out ${cells.person}: ${reason.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertExclusion(database, { trustId: trust.id, ...cells }),
    );
    return { label };
  }),

  removeExclusion: on.removeExclusion.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const exclusion = exclusionsOf(database, trust.id).find(({ id }) => id === input.id);
    if (exclusion === undefined) throw errors.NOT_THERE();
    const label = `Count ${exclusion.person} by the lists again`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteExclusion(database, exclusion.id));
    return { label };
  }),
});
