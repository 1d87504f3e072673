import type { Database } from '../../database/database.ts';
import type { RowDestination } from '../rosters/repository.ts';
import type { CountEntry } from './entries.ts';

/** A prepared insert of the counts of a row. */
export function countInserter(
  { sqlite }: Database,
  { trustId, batchId, unitId }: RowDestination,
): (entry: CountEntry) => void {
  const insert = sqlite.prepare(
    'INSERT INTO imported_count (trust_id, batch_id, row, unit_id, date, counted, count) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return ({ row, unit, counts }) => {
    for (const { date, counted, count } of counts)
      insert.run(trustId, batchId, row, unitId(unit), date, counted, count);
  };
}

/** The unit that counts are of where a file names none: the only delivery suite, or the only unit; else null. */
export function onlyUnitOf(database: Database, trustId: number): string | null {
  const units = database.sqlite
    .prepare<[number], { name: string; kind: string }>('SELECT name, kind FROM unit WHERE trust_id = ?')
    .all(trustId);
  const delivery = units.filter(({ kind }) => kind === 'delivery_suite');
  const [only] = delivery.length === 1 ? delivery : units.length === 1 ? units : [];
  return only?.name ?? null;
}

/** A count of the newest import that has it, and where it was read. */
export interface ImportedCount {
  readonly unitId: number;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly counted: string;
  readonly count: number;
  readonly batchId: number;
  readonly row: number;
}
