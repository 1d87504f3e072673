import type { Database } from '../../database/database.ts';
import { textKey } from '../../imports/clean/text.ts';
import type { RowDestination } from '../rosters/repository.ts';
import { localKey } from './counted.ts';
import type { CountEntry } from './entries.ts';
import { localFlagsOf } from './repository.ts';

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

/** What a file may count beside the pack's own, and the unit that it is of where it names none. */
export function whatIsCounted(database: Database, trustId: number) {
  const own = localFlagsOf(database, trustId).map(({ id, name }) => [textKey(name), localKey(id)] as const);
  const units = database.sqlite
    .prepare<[number], { name: string; kind: string }>('SELECT name, kind FROM unit WHERE trust_id = ?')
    .all(trustId);
  const delivery = units.filter(({ kind }) => kind === 'delivery_suite');
  const [only] = delivery.length === 1 ? delivery : units.length === 1 ? units : [];
  return { ownFlags: new Map(own), onlyUnit: only?.name ?? null };
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
