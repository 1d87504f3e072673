import type { StudyLeave, StudyLeaveRow } from '#contract';
import type { Context } from '../../../context.ts';
import { addDays, addMonths, type DatePeriod, nhsYear } from '../../../core/dates.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { type GroupNeed, studyLeaveOf, type StudyTime } from '../calculations/study-leave.ts';
import { trainingFacts } from '../facts.ts';
import { analysesOf } from '../needs-repository.ts';
import { answerNeeds, titleOfYear } from '../needs-service.ts';
import { bookingsOfTrust, sessionsOf } from '../session-repository.ts';
import { newestRosterDay, rosteredDays, rosteredShifts, type RosteredStudy, rosteredStudy } from './repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

const noUnit = 'No unit';

const formulas = [
  {
    figure: 'Used',
    formula:
      'hours of study leave on the rosters, and of duties that are training by their shift: worked hours, planned where none are known',
  },
  {
    figure: 'Needed',
    formula:
      'the hours that the needs analysis gives to each staff group, by heads of the group in the unit, a twelfth each month',
  },
  { figure: 'Booked', formula: 'hours of seats on sessions of the month, attended or still to come' },
  {
    figure: 'Unit',
    formula: 'the unit of the person on the staff list; of a row that names nobody on it, the roster’s unit',
  },
  {
    figure: 'Used less needed',
    formula: 'used, less what is needed of each month for the days of it that rosters cover',
  },
];

/** Who is where: the unit of each person on the staff list. */
function unitFinder(world: World, trustId: number) {
  const { people } = trainingFacts(world, trustId, undefined);
  const everybody = [...people.counted, ...people.excluded];
  const units = new Map(everybody.map(({ person, unit }) => [person, unit ?? noUnit]));
  const of = ({ person, rosterUnit }: Pick<RosteredStudy, 'person' | 'rosterUnit'>) =>
    (person === null ? undefined : units.get(person)) ?? rosterUnit;
  return { counted: people.counted.filter(({ bankOnly }) => !bankOnly), units, of };
}

const yearOf = (day: string): DatePeriod => {
  const first = `${nhsYear(day)}-04-01`;
  return { first, last: addDays(addMonths(first, 12), -1) };
};

/** Hours of study used, needed and booked in a year, by unit and month. */
export function answerStudyLeave(world: World, trust: TrustRow, asked: string | undefined): StudyLeave {
  const { database, reference, today } = world;
  const year = yearOf(asked ?? newestRosterDay(database, trust.id) ?? today());
  const versions = analysesOf(database, trust.id).filter(({ first }) => first === year.first);
  const stored = versions[versions.length - 1];
  const { counted, units, of } = unitFinder(world, trust.id);
  const analysis = stored === undefined ? null : answerNeeds(world, trust, stored);
  const needs =
    analysis &&
    analysis.groups.map(({ group, minutes }): GroupNeed => {
      const ofGroup = counted.filter((one) => one.group === group);
      const byUnit = new Map<string, number>();
      for (const { unit } of ofGroup) byUnit.set(unit ?? noUnit, (byUnit.get(unit ?? noUnit) ?? 0) + 1);
      return { minutes, heads: ofGroup.length, byUnit };
    });
  const headsOfUnit = new Map<string, number>();
  for (const { unit } of counted) headsOfUnit.set(unit ?? noUnit, (headsOfUnit.get(unit ?? noUnit) ?? 0) + 1);
  const used = rosteredStudy(database, trust.id, year, reference.trainingNeeds.rosteredStudy).map(
    (row): StudyTime => ({ date: row.date, minutes: row.minutes, unit: of(row) }),
  );
  return {
    first: year.first,
    title: titleOfYear(year.first),
    analysis: analysis && { title: analysis.title, version: analysis.version },
    ...studyLeaveOf({
      year,
      used,
      booked: bookedTime(world, trust.id, year, units),
      needs,
      headsOfUnit,
      covered: rosteredDays(database, trust.id, year),
    }),
    counts: { ...reference.trainingNeeds.rosteredStudy, rostered: rosteredShifts(database, trust.id, year) },
    formulas,
  };
}

/** Time of seats on sessions: those that are still to come and those that were attended. */
function bookedTime(
  { database }: World,
  trustId: number,
  { first, last }: DatePeriod,
  units: ReadonlyMap<string, string>,
): StudyTime[] {
  const sessions = new Map(
    sessionsOf(database, trustId)
      .filter(({ date, state }) => state !== 'cancelled' && date >= first && date <= last)
      .map((session) => [session.id, session]),
  );
  return bookingsOfTrust(database, trustId).flatMap(({ sessionId, person, state }) => {
    const session = sessions.get(sessionId);
    if (session === undefined || (state !== 'booked' && state !== 'attended')) return [];
    const { date, start, end } = session;
    return [{ date, unit: units.get(person) ?? noUnit, minutes: end - start }];
  });
}

/** The rows behind the hours used of a month, of one unit or of all. */
export function studyLeaveRows(
  world: World,
  trustId: number,
  { month, unit }: { readonly month: string; readonly unit?: string | undefined },
): StudyLeaveRow[] {
  const { database, reference } = world;
  const first = `${month}-01`;
  const period = { first, last: addDays(addMonths(first, 1), -1) };
  const { of } = unitFinder(world, trustId);
  return rosteredStudy(database, trustId, period, reference.trainingNeeds.rosteredStudy)
    .map(({ rosterUnit, batchId: _batch, ...row }) => ({ ...row, unit: of({ ...row, rosterUnit }) }))
    .filter((row) => unit === undefined || row.unit === unit);
}
