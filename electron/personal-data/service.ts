import type { SubjectPart } from '../contract/personal-data.ts';
import type { Context } from '../context.ts';
import { findTrust } from '../features/organisation/repository.ts';
import { dateInWords } from '../core/dates.ts';
import { forgotten } from './erase.ts';
import { correctionOf } from './correct.ts';
import { type FoundRow, findRows } from './find.ts';
import { type Known, knownAs } from './known.ts';
import { classOf, dueAfter, lastDayOf } from './schedule.ts';

export interface Whose {
  readonly trust: string;
  readonly person: string | null;
  readonly name: string | null;
}

/** A table's name in words. */
export const tableInWords = (table: string) => {
  const words = table.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** All that tells of a person of a trust; null where nothing does. */
export function findSubject({ database }: Context, whose: Whose): { known: Known; rows: FoundRow[] } | null {
  const trust = findTrust(database, whose.trust);
  if (!trust) return null;
  const known = knownAs(database.sqlite, trust.id, whose);
  const rows = findRows(database.sqlite, trust.id, known);
  return rows.length > 0 ? { known, rows } : null;
}

/** The last day of some rows; null where none has one. */
const lastOf = (rows: readonly FoundRow[], today: string) =>
  rows.reduce<string | null>((last, { values }) => {
    const day = lastDayOf(values, today);
    return day !== null && (last === null || day > last) ? day : last;
  }, null);

/** Rows by table, with what erasing would do to each and why. */
export function partsOf({ reference, today }: Context, rows: readonly FoundRow[]): (SubjectPart & { table: string })[] {
  const tables = [...new Set(rows.map(({ table }) => table))].sort();
  return tables.map((table) => {
    const own = rows.filter((row) => row.table === table);
    const { key, name, why, keepsUntilDue } = classOf(reference.schedule, table);
    const lastDay = lastOf(own, today());
    const due = lastDay === null ? null : dueAfter(lastDay, reference.schedule.years[key]);
    const isKept = keepsUntilDue && due !== null && due > today();
    return {
      table,
      what: tableInWords(table),
      kind: name,
      about: own.filter(({ how }) => how === 'about').length,
      mentions: own.filter(({ how }) => how === 'mentions').length,
      lastDay,
      fate: isKept ? ('kept' as const) : ('erased' as const),
      why,
      becomes: isKept
        ? `Kept until ${dateInWords(due)}: ${why}`
        : forgotten.has(table)
          ? 'Goes: it can no longer be undone or put back'
          : 'Name, number and notes go; the rows go on counting',
      ...correctionOf(table),
    };
  });
}
