import type { TrainingCourse, TrainingRules } from '../../contract/training-rules.ts';
import type { Context } from '../../context.ts';
import type { DatePeriod } from '../../core/dates.ts';
import { firstFrom } from '../../core/in-force.ts';
import type { Database } from '../../database/database.ts';
import { keeper } from '../../database/kept.ts';
import { groupRulesOf } from '../staff/occupation-codes.ts';
import { absenceBatches, absencesOf, censuses, leaversOf } from '../staff/repository.ts';
import { trainingWindow } from './calculations/compliance.ts';
import { rulesOn, type SchemeInForce, schemeOn } from './calculations/courses.ts';
import { type CountedPeople, peopleCounted } from './calculations/people.ts';
import { type Attainment, nothing, type Standing, type Standings, withAttainment } from './calculations/standing.ts';
import { exclusionsOf, ownCourses, resultsOf } from './hand-repository.ts';
import { importState, staffState, trainingDays } from './repository.ts';
import { bookingsOfTrust, sessionsOf, type StoredBooking } from './session-repository.ts';
import { staffForTraining, type StaffForTraining } from './staff-list.ts';
import { standingsOfFiles } from './standings-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** All that compliance on a census is worked out of. */
export interface TrainingFacts {
  readonly census: string;
  readonly window: DatePeriod;
  readonly rules: TrainingRules;
  readonly scheme: SchemeInForce | null;
  /** The day of the staff list in force; null without a list. */
  readonly listDay: string | null;
  /** The day on which the training files in force were made; null without files. */
  readonly fileDay: string | null;
  readonly list: readonly StaffForTraining[];
  readonly people: CountedPeople;
  readonly standings: Standings;
  readonly hasAbsences: boolean;
  /** Some records of the file give no day of training. */
  readonly datesMissing: boolean;
}

/** The last facts: a screen asks several things of the same census. */
const kept = keeper(8);

/** The facts of a trust on a census; without one on the day of the newest staff list, else of the newest file, else today. */
export function trainingFacts(world: World, trustId: number, asked: string | undefined): TrainingFacts {
  const { database, reference, today } = world;
  const days = trainingDays(database, trustId);
  const census = asked ?? censuses(database, trustId).pop() ?? days[days.length - 1] ?? today();
  return kept(database, `${trustId} ${census}`, () => readFacts(world, trustId, census, days), reference);
}

/** The rules that hold for a trust on a day. */
function rulesFor({ database, reference }: Pick<Context, 'database' | 'reference'>, trustId: number, day: string) {
  const scheme = schemeOn(reference.trainingSchemes, day);
  return { scheme, rules: rulesOn(reference.training, ownCourses(database, trustId), scheme) };
}

function readFacts(world: World, trustId: number, census: string, days: readonly string[]): TrainingFacts {
  const { database } = world;
  const { scheme, rules } = rulesFor(world, trustId, census);
  const window = trainingWindow(census, rules);
  const imports = importedPeople(database, trustId, census);
  const { listDay, list } = imports;
  const fileDay = firstFrom(days, census) ?? null;
  const { courses, eLearningWords } = rules;
  const imported = importedStandings(world, trustId, { day: fileDay, census, window, courses, eLearningWords });
  const standings = new Map(imported.standings);
  addAttainments(standings, attainmentsByHand(database, trustId, courses), courses, census, window);
  return {
    census,
    window,
    rules,
    scheme,
    listDay,
    fileDay,
    list,
    people: countedPeople(world, trustId, census, rules, imports),
    standings,
    hasAbsences: imports.hasAbsences,
    datesMissing: imported.datesMissing,
  };
}

/** The state of the files is part of the key of what they say: it outlasts a seat that is booked. */
const inKey = () => 'in the key';

/** What the files say of who is in post and away. */
interface ImportedPeople {
  readonly listDay: string | null;
  readonly list: readonly StaffForTraining[];
  /** Those that cover the census, which alone tell who is away. */
  readonly absences: ReturnType<typeof absencesOf>;
  readonly hasAbsences: boolean;
}

const keptPeople = keeper(4, inKey);

/** Read anew when a staff list, leavers or absences were imported or undone, and not when training was. */
function importedPeople(database: Database, trustId: number, census: string): ImportedPeople {
  return keptPeople(database, `${trustId} ${census} ${staffState(database, trustId)}`, () => {
    const staff = staffForTraining(database, trustId, census);
    return {
      listDay: staff?.census ?? null,
      list: staff === undefined ? [] : stillThere(database, trustId, staff.list, staff.census, census),
      absences: absencesOf(database, trustId, { first: census, last: census }),
      hasAbsences: absenceBatches(database, trustId).length > 0,
    };
  });
}

const keptCounts = keeper(4, inKey);

/** Who is counted of the imported people, worked out anew when somebody is left out by hand or the groups are others. */
function countedPeople(world: World, trustId: number, census: string, rules: TrainingRules, of: ImportedPeople) {
  const byHand = exclusionsOf(world.database, trustId);
  const groups = groupRulesOf(world, trustId);
  const asked = [byHand, [...groups.byOccupationCode], [...groups.byStaffGroup], rules.groups, rules.longSicknessDays];
  const count = () => peopleCounted(of.list, of.absences, census, groups, rules, byHand);
  return keptCounts(world.database, `${trustId} ${census} ${JSON.stringify(asked)}`, count, of);
}

interface Imported {
  readonly standings: Standings;
  /** Some records that count give no day of training. */
  readonly datesMissing: boolean;
}

const keptImports = keeper(4, inKey);

/** What the files say, read anew when something was imported, undone or said against a row, and not at every seat booked. */
function importedStandings(
  { database }: World,
  trustId: number,
  asked: Omit<Parameters<typeof standingsOfFiles>[1], 'trustId' | 'day'> & { readonly day: string | null },
): Imported {
  return keptImports(database, JSON.stringify([trustId, importState(database, trustId), asked]), () => {
    const { day } = asked;
    const standings: Standings = day === null ? new Map() : standingsOfFiles(database, { ...asked, trustId, day });
    const withoutDay = ({ achieved, until }: Standing) => achieved === null && until !== null;
    const datesMissing = [...standings.values()].some((people) => [...people.values()].some(withoutDay));
    return { standings, datesMissing };
  });
}

/** The list without assignments that the leavers say have ended between the list's day and the census. */
function stillThere(
  database: Database,
  trustId: number,
  list: readonly StaffForTraining[],
  listDay: string,
  census: string,
): readonly StaffForTraining[] {
  if (census <= listDay) return list;
  const left = new Set(
    leaversOf(database, trustId)
      .filter(({ leaving }) => leaving > listDay && leaving <= census)
      .map(({ person, assignment }) => `${person} ${assignment}`),
  );
  return left.size === 0 ? list : list.filter(({ person, assignment }) => !left.has(`${person} ${assignment}`));
}

/** Certificates that were entered by hand, and sessions that were attended and, where there is an assessment, passed. */
function attainmentsByHand(database: Database, trustId: number, courses: readonly TrainingCourse[]): Attainment[] {
  const results = resultsOf(database, trustId)
    .filter(({ counts }) => counts === 1)
    .map(({ course, person, achieved, expiry, mode }) => ({ course, person, achieved, expiry, mode }));
  const sessions = new Map(sessionsOf(database, trustId).map((session) => [session.id, session]));
  const attended = bookingsOfTrust(database, trustId).flatMap((booking) => {
    const session = sessions.get(booking.sessionId);
    if (session === undefined || session.state === 'cancelled' || booking.state !== 'attended') return [];
    return session.courses.flatMap((key): Attainment[] => {
      const course = courses.find((one) => one.key === key);
      return course !== undefined && hasPassed(booking, course)
        ? [{ course: key, person: booking.person, achieved: session.date, expiry: null, mode: 'face_to_face' }]
        : [];
    });
  });
  return [...results, ...attended];
}

/** Attendance counts where nothing is assessed, or where neither outcome nor score says that it was failed. */
export function hasPassed(
  { outcome, score }: Pick<StoredBooking, 'outcome' | 'score'>,
  course: TrainingCourse,
): boolean {
  return outcome !== 'failed' && (course.passPercent === null || score === null || score >= course.passPercent);
}

function addAttainments(
  standings: Standings,
  attainments: readonly Attainment[],
  courses: readonly TrainingCourse[],
  census: string,
  window: DatePeriod,
): void {
  const touched = new Map<string, Map<string, Standing>>();
  for (const one of attainments) {
    const course = courses.find(({ key }) => key === one.course);
    if (course === undefined) continue;
    // What the files say is kept for the next change by hand, so it is not written into.
    const people = touched.get(one.course) ?? new Map(standings.get(one.course));
    touched.set(one.course, people);
    standings.set(one.course, people);
    people.set(one.person, withAttainment(people.get(one.person) ?? nothing, course, one, census, window));
  }
}
