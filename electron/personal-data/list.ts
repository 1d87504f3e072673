import type { ListedSubject } from '../contract/personal-data.ts';
import type { Context } from '../context.ts';
import { quote } from '../database/recorder.ts';
import { tablesOfPeople } from './known.ts';
import { classOf, dueAfter } from './schedule.ts';

interface Tally {
  readonly person: string | null;
  readonly name: string | null;
  readonly rows: number;
  readonly lastDay: string | null;
}

interface Tallied {
  readonly person: string | null;
  readonly names: Map<string, number>;
  rows: number;
  lastDay: string | null;
  due: string | null;
}

const DAYS = [
  'date',
  'end_date',
  'achieved',
  'held',
  'offered',
  'asked',
  'decided',
  'appointed',
  'start_date',
  'since',
];
const ERASED = /^(X[0-9A-F]{8}|Erased person )/;

/** Everybody of a trust whom a table has by number or name, with the day from which the schedule proposes to look at them. */
export function listSubjects({ database: { sqlite }, reference: { schedule }, today }: Context, trustId: number) {
  const people = new Map<string, Tallied>();
  for (const table of tablesOfPeople(sqlite)) {
    const columns = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const days = DAYS.filter((day) => columns.includes(day)).map(
      (day) => `max(CASE WHEN ${quote(day)} <= @today THEN ${quote(day)} END)`,
    );
    const last =
      days.length === 0
        ? 'NULL'
        : days.length === 1
          ? days[0]
          : `max(${days.map((day) => `ifnull(${day}, '')`).join(', ')})`;
    const rows = sqlite
      .prepare<[{ trustId: number; today: string }], Tally>(
        `SELECT person, name, count(*) AS rows, ${last} AS lastDay FROM ${quote(table)}
         WHERE trust_id = @trustId AND (person IS NOT NULL OR name IS NOT NULL) GROUP BY person, name`,
      )
      .all({ trustId, today: today() });
    const years = schedule.years[classOf(schedule, table).key];
    for (const { person, name, rows: count, lastDay } of rows) {
      const key = person ?? `name:${(name ?? '').toLowerCase()}`;
      const one = people.get(key) ?? { person, names: new Map<string, number>(), rows: 0, lastDay: null, due: null };
      if (name) one.names.set(name, (one.names.get(name) ?? 0) + count);
      one.rows += count;
      if (lastDay) {
        if (one.lastDay === null || lastDay > one.lastDay) one.lastDay = lastDay;
        const due = dueAfter(lastDay, years);
        if (one.due === null || due > one.due) one.due = due;
      }
      people.set(key, one);
    }
  }
  mergeNamesakes(people);
  return [...people.values()]
    .filter(({ person, names }) => !ERASED.test(person ?? [...names.keys()][0] ?? ''))
    .map(
      ({ person, names, rows, lastDay, due }): ListedSubject => ({
        person,
        name: [...names].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null,
        rows,
        lastDay,
        due,
        isDue: due !== null && due <= today(),
      }),
    )
    .sort(
      (one, other) =>
        (one.due ?? '9999').localeCompare(other.due ?? '9999') || (one.name ?? '').localeCompare(other.name ?? ''),
    );
}

const later = (one: string | null, other: string | null) => ((one ?? '') > (other ?? '') ? one : other);

/** Rows without a number are of the one person of that name who has a number; of none, where two have it. */
function mergeNamesakes(people: Map<string, Tallied>): void {
  const numbered = new Map<string, Tallied[]>();
  for (const one of people.values())
    if (one.person !== null)
      for (const name of one.names.keys())
        numbered.set(name.toLowerCase(), [...(numbered.get(name.toLowerCase()) ?? []), one]);
  for (const [key, one] of people) {
    const [same, another] = one.person === null ? (numbered.get(key.slice('name:'.length)) ?? []) : [];
    if (same === undefined || another !== undefined) continue;
    same.rows += one.rows;
    same.lastDay = later(same.lastDay, one.lastDay);
    same.due = later(same.due, one.due);
    people.delete(key);
  }
}
