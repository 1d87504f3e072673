import type { TrainingCourse } from '../../contract/training-rules.ts';
import type { DatePeriod } from '../../core/dates.ts';
import { invariant } from '../../core/invariant.ts';
import type { Database } from '../../database/database.ts';
import { noCourse } from './entries.ts';
import { lastDay, nothing, type Standing, type Standings, withAttainment } from './calculations/standing.ts';
import { courseListing } from './parse/competences.ts';
import { trainingAt } from './repository.ts';

interface Asked {
  readonly trustId: number;
  /** The day on which the files were made that tell. */
  readonly day: string;
  readonly census: string;
  readonly window: DatePeriod;
  readonly courses: readonly TrainingCourse[];
  readonly eLearningWords: readonly string[];
}

/** What a row of a file is beside an entry by hand of the same person, course and day: the entry says what counts. */
const notSaidByHand = `(t.person NOT IN (SELECT person FROM training_result WHERE trust_id = @trustId)
  OR NOT EXISTS (SELECT 1 FROM training_result r WHERE r.trust_id = @trustId AND r.person = t.person
    AND r.course = @key AND r.achieved = t.achieved))`;

/**
 * What the files of a day say of everybody in every course. Read by competence in the order of an index, since a trust may
 * have 120,000 rows; where several imports hold the same day each row counts as its newest import has it.
 */
export function standingsOfFiles(database: Database, asked: Asked): Standings {
  const { sqlite } = database;
  const { trustId, day, census, window, courses, eLearningWords } = asked;
  const batches = sqlite
    .prepare('SELECT count(*) FROM batch WHERE trust_id = ? AND kind = ? AND undone_at IS NULL AND period_last = ?')
    .pluck()
    .get(trustId, 'training', day) as number;
  if (batches > 1) return standingsOfRows(database, asked);
  const byKey = new Map(courses.map((course) => [course.key, course]));
  const listing = courseListing({ courses });
  const byHand = sqlite.prepare('SELECT 1 FROM training_result WHERE trust_id = ? LIMIT 1').get(trustId) !== undefined;
  const ofCompetence = sqlite
    .prepare<unknown[], Texts>(
      `SELECT group_concat(t.person, ''), group_concat(ifnull(t.achieved, '${none}'), ''),
         group_concat(CASE WHEN t.achieved IS NOT NULL THEN ifnull(t.expiry, '${forever}')
           WHEN t.known_by = 'expiry' THEN ifnull(t.expiry, '${none}')
           WHEN t.known_by = 'flag' AND t.meets = 1 THEN '${forever}' ELSE '${none}' END, '')
       FROM training_record t
       WHERE t.trust_id = @trustId AND t.date = @day AND t.course = @course AND t.competence = @competence
         ${byHand ? `AND ${notSaidByHand}` : ''}`,
    )
    .raw();
  const standings: Standings = new Map();
  for (const { course: stored, competence } of competencesOf(database, trustId, day)) {
    // A name that a course lists by now counts as that course, whatever the file was read as.
    const key = listing(competence) ?? stored;
    const course = byKey.get(key);
    if (course === undefined) continue;
    const people = standings.get(key) ?? new Map<string, Standing>();
    standings.set(key, people);
    const isScreen = course.mode === 'face_to_face' && isAtScreen(competence, eLearningWords);
    const asking = { trustId, day, course: stored, competence, ...(byHand && { key }) };
    eachPerson(ofCompetence.get(asking), census, window, (person, achieved, expiry, attended) => {
      const before = people.get(person);
      if (isScreen) {
        people.set(person, { ...(before ?? nothing), atScreen: true });
        return;
      }
      // Of a name that was no course when it was read only the course tells by now how long it lasts.
      const printed = stored === noCourse && expiry === forever ? null : expiry;
      const byCourse = course.expires === 'completion' || printed === null;
      const until = achieved !== null && byCourse ? lastDay(course, achieved, printed) : expiry;
      const one: Standing = { achieved, until, attended, atScreen: false };
      people.set(person, before === undefined ? one : better(before, one));
    });
  }
  return standings;
}

/** The last day of what lasts until another file. */
const forever = '9999-12-31';
/** In place of a day that is not known; before every day. */
const none = '----------';
/** Letters of a person's number and of a day. */
const PERSON = 8;
const DAY = 10;

/** The people, the days of achievement and the last days of all rows, each as one text in the same order. */
type Texts = [people: string | null, achieved: string | null, last: string | null];
type Tell = (person: string, achieved: string | null, expiry: string | null, attended: boolean) => void;

/**
 * Tells what rows say of each person by a census, the later of each day. They come as three texts, in which every row has its
 * place and the rows of a person stand together: it takes half the time of as many rows one by one.
 */
function eachPerson(
  [people, achievedOn, lasting]: Texts = [null, null, null],
  census: string,
  window: DatePeriod,
  tell: Tell,
): void {
  if (people === null || achievedOn === null || lasting === null) return;
  const rows = people.length / PERSON;
  invariant(
    Number.isInteger(rows) && achievedOn.length === rows * DAY && lasting.length === rows * DAY,
    'every row has its place in each text',
  );
  for (let row = 0; row < rows; ) {
    const person = people.slice(row * PERSON, (row + 1) * PERSON);
    let [achieved, expiry, attended] = [none, none, false];
    for (; row < rows && people.startsWith(person, row * PERSON); row += 1) {
      const day = achievedOn.slice(row * DAY, (row + 1) * DAY);
      if (day >= window.first && day <= window.last) attended = true;
      // What comes after the census has not happened yet.
      if (day > census) continue;
      if (day > achieved) achieved = day;
      const last = lasting.slice(row * DAY, (row + 1) * DAY);
      if (last > expiry) expiry = last;
    }
    tell(person, achieved === none ? null : achieved, expiry === none ? null : expiry, attended);
  }
}

/** What two competences of one course say together: the later of each. */
function better(one: Standing, other: Standing): Standing {
  const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
  return {
    achieved: later(one.achieved, other.achieved),
    until: later(one.until, other.until),
    attended: one.attended || other.attended,
    atScreen: one.atScreen || other.atScreen,
  };
}

/** The courses and competences of a day's files: two looks into the index for each, however many rows they have. */
function competencesOf({ sqlite }: Database, trustId: number, day: string): { course: string; competence: string }[] {
  interface Found {
    course: string;
    competence: string;
  }
  const asked = 'SELECT course, competence FROM training_record WHERE trust_id = ? AND date = ?';
  // The two together as one comparison would go through every row of the course.
  const ofCourse = sqlite.prepare<unknown[], Found>(
    `${asked} AND course = ? AND competence > ? ORDER BY competence LIMIT 1`,
  );
  const ofNext = sqlite.prepare<unknown[], Found>(`${asked} AND course > ? ORDER BY course, competence LIMIT 1`);
  const after = ({ course, competence }: Found) =>
    ofCourse.get(trustId, day, course, competence) ?? ofNext.get(trustId, day, course);
  const found: Found[] = [];
  for (let next = after({ course: noCourse, competence: '' }); next !== undefined; next = after(next)) found.push(next);
  return found;
}

/** The same by way of the rows, for days of which several imports tell. */
function standingsOfRows(database: Database, asked: Asked): Standings {
  const byHand = new Set(
    database.sqlite
      .prepare(`SELECT person || ' ' || course || ' ' || achieved FROM training_result WHERE trust_id = ?`)
      .pluck()
      .all(asked.trustId) as string[],
  );
  const byKey = new Map(asked.courses.map((course) => [course.key, course]));
  const listing = courseListing(asked);
  const standings: Standings = new Map();
  for (const row of trainingAt(database, asked.trustId, asked.day)) {
    const course = byKey.get(listing(row.competence) ?? row.course);
    if (course === undefined) continue;
    if (byHand.has(`${row.person} ${course.key} ${row.achieved}`)) continue;
    const mode = isAtScreen(row.competence, asked.eLearningWords) ? 'e_learning' : 'face_to_face';
    const people = standings.get(course.key) ?? new Map<string, Standing>();
    standings.set(course.key, people);
    const { achieved, expiry } = row;
    const before = people.get(row.person) ?? nothing;
    if (achieved === null) {
      // A file without days of training: the last day that it gives, or its word, which holds until another file.
      const said = row.knownBy === 'expiry' ? expiry : row.knownBy === 'flag' && row.meets === 1 ? forever : null;
      const until = said !== null && (before.until === null || said > before.until) ? said : before.until;
      people.set(row.person, { ...before, until });
      continue;
    }
    const printed = expiry ?? (row.course === noCourse ? null : forever);
    const attainment = { achieved, expiry: printed, mode } as const;
    people.set(row.person, withAttainment(before, course, attainment, asked.census, asked.window));
  }
  return standings;
}

/** True for a competence whose name says that it was learnt at a screen. */
export function isAtScreen(competence: string, words: readonly string[]): boolean {
  const name = competence.toLowerCase();
  return words.some((word) => name.includes(word.toLowerCase()));
}
