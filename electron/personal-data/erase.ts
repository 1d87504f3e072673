import { randomBytes } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { quote } from '../database/recorder.ts';
import type { FoundRow } from './find.ts';
import { isKey, isShort, type Known, pattern } from './known.ts';

/** What a person is called from now on: the same everywhere, so that heads and sums stay as they are. */
export interface Replacement {
  readonly number: string;
  readonly name: string;
}

export function newReplacement(): Replacement {
  const letters = randomBytes(4).toString('hex').toUpperCase();
  return { number: `X${letters}`, name: `Erased person ${letters}` };
}

/** What undo or a draft would bring back: these rows go. */
export const forgotten: ReadonlySet<string> = new Set(['change_row', 'draft']);

/** Free text on a person's own rows: it tells of them without their name. */
const FREE_TEXT =
  /(^|_)(notes?|detail|objectives|agreed_actions|escalation|need|themes|action|reason|end_reason|pause_reason|unfilled_reason)$/;

interface ColumnShape {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/**
 * Takes a person out of rows: numbers and names become others, free text on the rows about them goes. No row is deleted, so
 * every count stays. Undo forgets the changes that knew them. Within the caller's transaction.
 */
export function eraseRows(sqlite: Sqlite, rows: readonly FoundRow[], known: Known, to: Replacement): void {
  const shapes = new Map<string, ColumnShape[]>();
  const shapeOf = (table: string) => {
    const columns =
      shapes.get(table) ??
      sqlite.prepare<[string], ColumnShape>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(table);
    shapes.set(table, columns);
    return columns;
  };
  const isCommon = (reason: string) => reason.length <= 60;
  for (const { table, id, how, values } of rows) {
    if (forgotten.has(table)) {
      sqlite.prepare(`DELETE FROM ${quote(table)} WHERE rowid = ?`).run(id);
      continue;
    }
    const changes: [string, string | null][] = [];
    for (const { name, type, notnull } of shapeOf(table)) {
      const before = values[name];
      if (!/^text$/i.test(type) || typeof before !== 'string') continue;
      // A listed reason is counted by; what was written freely is not.
      const isFree = how === 'about' && FREE_TEXT.test(name) && !(name.endsWith('reason') && isCommon(before));
      const after = isFree ? (notnull ? '' : null) : replaced(name, before, known, to);
      if (after !== before) changes.push([name, after]);
    }
    if (changes.length === 0) continue;
    const set = changes.map(([name], index) => `${quote(name)} = @v${index}`).join(', ');
    sqlite
      .prepare(`UPDATE ${quote(table)} SET ${set} WHERE rowid = @id`)
      .run({ id, ...Object.fromEntries(changes.map(([, value], index) => [`v${index}`, value])) });
  }
}

function replaced(column: string, text: string, known: Known, to: Replacement): string {
  let after = text;
  // What is short says who somebody is only where it is all that stands in its place.
  const searched = (texts: readonly string[], some: readonly string[]) =>
    isKey(column, text, some) ? [...texts] : texts.filter((one) => !isShort(one));
  for (const number of searched(known.numbers, known.keys.numbers)) after = after.replace(pattern(number), to.number);
  for (const name of searched(known.spelled, known.keys.names).sort((one, other) => other.length - one.length))
    after = after.replace(pattern(name), (found) =>
      // Keys that names are compared by are in small letters.
      found === found.toLowerCase() && found !== found.toUpperCase() ? to.name.toLowerCase() : to.name,
    );
  return after;
}
