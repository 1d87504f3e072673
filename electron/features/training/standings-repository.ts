import type { TrainingCourse } from '../../contract/training-rules.ts';
import type { DatePeriod } from '../../core/dates.ts';
import { invariant } from '../../core/invariant.ts';
import type { Database } from '../../database/database.ts';
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
    .prepare(
      `SELECT group_concat(t.person
         || CASE WHEN t.achieved <= @census THEN t.achieved ELSE '${none}' END
         || ifnull(CASE t.known_by
           WHEN 'dates' THEN CASE WHEN t.achieved <= @census THEN ifnull(t.expiry, '9999-12-31') END
           WHEN 'expiry' THEN t.expiry
           ELSE CASE t.meets WHEN 1 THEN '9999-12-31' END END, '${none}')
         || ifnull(t.achieved BETWEEN @first AND @last, 0), '')
       FROM training_record t
       WHERE t.trust_id = @trustId AND t.date = @day AND t.course = @course AND t.competence = @competence
         ${byHand ? `AND ${notSaidByHand}` : ''}`,
    )
    .pluck();
  const standings: Standings = new Map();
  for (const { course: stored, competence } of competencesOf(database, trustId, day)) {
    // A name that a course lists by now counts as that course, whatever the file was read as.
    const key = listing(competence) ?? stored;
    const course = byKey.get(key);
    if (course === undefined) continue;
    const people = standings.get(key) ?? new Map<string, Standing>();
    standings.set(key, people);
    const isScreen = course.mode === 'face_to_face' && isAtScreen(competence, eLearningWords);
    const asking = { trustId, day, census, ...window, course: stored, competence, ...(byHand && { key }) };
    for (const [person, achieved, expiry, attended] of saidOf(ofCompetence.get(asking) as string | null)) {
      const before = people.get(person);
      if (isScreen) {
        people.set(person, { ...(before ?? nothing), atScreen: true });
        continue;
      }
      const until = achieved !== null && course.expires === 'completion' ? lastDay(course, achieved, expiry) : expiry;
      const one: Standing = { achieved, until, attended, atScreen: false };
      people.set(person, before === undefined ? one : better(before, one));
    }
  }
  return standings;
}

/** In place of a day that is not known; before every day. */
const none = '----------';
/** Eight digits of a person, two days, and a figure that is 1 for attended. */
const PERSON = 8;
const DAY = 10;
const ROW = PERSON + 2 * DAY + 1;

type Said = readonly [person: string, achieved: string | null, expiry: string | null, attended: boolean];

/**
 * What rows say of each person, the later of each day. They come as one text, in which every row has its places and the
 * rows of a person stand together: it takes half the time of as many rows one by one.
 */
function* saidOf(rows: string | null): Generator<Said> {
  if (rows === null) return;
  invariant(rows.length % ROW === 0, 'every row is of the same length');
  for (let at = 0; at < rows.length; ) {
    const person = rows.slice(at, at + PERSON);
    let [achieved, expiry, attended] = [none, none, false];
    for (; at < rows.length && rows.startsWith(person, at); at += ROW) {
      const [first, second] = [at + PERSON, at + PERSON + DAY];
      const day = rows.slice(first, second);
      const last = rows.slice(second, second + DAY);
      if (day > achieved) achieved = day;
      if (last > expiry) expiry = last;
      if (rows[second + DAY] === '1') attended = true;
    }
    yield [person, achieved === none ? null : achieved, expiry === none ? null : expiry, attended];
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

/** The courses and competences of a day's files: one look into the index for each, however many rows they have. */
export function competencesOf(
  { sqlite }: Database,
  trustId: number,
  day: string,
): { course: string; competence: string }[] {
  const next = sqlite.prepare<unknown[], { course: string; competence: string }>(
    `SELECT course, competence FROM training_record
     WHERE trust_id = ? AND date = ? AND (course, competence) > (?, ?) ORDER BY course, competence LIMIT 1`,
  );
  const found: { course: string; competence: string }[] = [];
  for (
    let last = next.get(trustId, day, '', '');
    last !== undefined;
    last = next.get(trustId, day, last.course, last.competence)
  )
    found.push(last);
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
      const said = row.knownBy === 'expiry' ? expiry : row.knownBy === 'flag' && row.meets === 1 ? '9999-12-31' : null;
      const until = said !== null && (before.until === null || said > before.until) ? said : before.until;
      people.set(row.person, { ...before, until });
      continue;
    }
    const attainment = { achieved, expiry: expiry ?? '9999-12-31', mode } as const;
    people.set(row.person, withAttainment(before, course, attainment, asked.census, asked.window));
  }
  return standings;
}

/** True for a competence whose name says that it was learnt at a screen. */
export function isAtScreen(competence: string, words: readonly string[]): boolean {
  const name = competence.toLowerCase();
  return words.some((word) => name.includes(word.toLowerCase()));
}
