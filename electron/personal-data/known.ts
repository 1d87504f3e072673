import type { Database as Sqlite } from 'better-sqlite3';
import { tableNames } from '../database/connection.ts';
import { quote } from '../database/recorder.ts';

/** By what a person is known in the store: numbers, and names as they were written. */
export interface Known {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  /** The names, and each the other way round, as free text may have it. */
  readonly spelled: readonly string[];
  /** What is searched for in any text. */
  readonly all: readonly string[];
  /** What says, as the whole of a column of WHOM, whose a row is: by number and by name, and by a log’s keys of them. */
  readonly keys: { readonly numbers: readonly string[]; readonly names: readonly string[] };
}

/** A text this short would be found in others' rows: it is looked for as the whole of what says whose a row is. */
const LEAST = 4;
export const isShort = (text: string) => text.length < LEAST;

interface Named {
  readonly person: string | null;
  readonly name: string | null;
}

/** Tables that have a person's number beside a name. */
export function tablesOfPeople(sqlite: Sqlite): string[] {
  return tableNames(sqlite).filter((table) => {
    const names = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    return ['person', 'name', 'trust_id'].every((column) => names.includes(column));
  });
}

/** All numbers and names of the person whom one of them belongs to: lists call the same person by both. */
export function knownAs(sqlite: Sqlite, trustId: number, given: Named): Known {
  const numbers = new Set(given.person ? [given.person] : []);
  const names = new Set(given.name ? [given.name] : []);
  for (const table of tablesOfPeople(sqlite)) {
    const rows = sqlite
      .prepare<[number, string | null], Named>(
        `SELECT DISTINCT person, name FROM ${quote(table)} WHERE trust_id = ? AND person = ?`,
      )
      .all(trustId, given.person);
    for (const { name } of rows) if (name) names.add(name);
  }
  const spelled = [...new Set([...names].flatMap((name) => [name, ...otherWayRound(name)]))];
  const all = [...numbers, ...spelled].filter((text) => !isShort(text));
  const keys = {
    numbers: [...numbers].flatMap((number) => [number, `person:${number}`]),
    names: spelled.flatMap((name) => [name, `name:${name}`]),
  };
  return { numbers: [...numbers], names: [...names], spelled, all, keys };
}

/** “Odile Ann Quaver” of “Quaver, Odile Ann”, and back. */
function otherWayRound(name: string): string[] {
  const [, surname, first] = /^([^,]+),\s*([^,]+)$/u.exec(name.trim()) ?? [];
  if (surname !== undefined) return [`${first} ${surname}`];
  const [, before, last] = /^([^,]+)\s+([^,\s]+)$/u.exec(name.trim()) ?? [];
  return last === undefined ? [] : [`${last}, ${before}`];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds a number or name as a whole: not within a longer one. */
export function pattern(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'giu');
}

/** Columns that say whom a row is about. */
export const WHOM = /^(person|name|preceptee_key|doctor|who|candidate)$/;

/** Whether a column is one of the keys, in capitals or not. */
export function isKey(column: string, value: unknown, keys: readonly string[]): boolean {
  if (!WHOM.test(column) || typeof value !== 'string') return false;
  const small = value.toLowerCase();
  return keys.some((key) => key.toLowerCase() === small);
}

/** Whether a row is about the person: by number, or by name where it has no number of somebody else. */
export function isAbout(values: Readonly<Record<string, unknown>>, { numbers, keys }: Known): boolean {
  const isBy = (some: readonly string[]) =>
    Object.entries(values).some(([column, value]) => isKey(column, value, some));
  if (isBy(keys.numbers)) return true;
  const { person } = values;
  const isAnother = typeof person === 'string' && person !== '' && numbers.length > 0 && !numbers.includes(person);
  return !isAnother && isBy(keys.names);
}

export const mentions = (value: unknown, { all }: Known): boolean =>
  typeof value === 'string' && all.some((text) => pattern(text).test(value));
