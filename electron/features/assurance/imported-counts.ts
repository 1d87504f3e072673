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
interface ImportedCount {
  readonly unitId: number;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly counted: string;
  readonly count: number;
  readonly unit: string;
  readonly batch: number;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
}

/** The counts that files have of these months, by month, unit and row; of several imports the newest one's. */
export function importedCountRows(
  { sqlite }: Database,
  trustId: number,
  months: { readonly first: string; readonly last: string },
): ImportedCount[] {
  return sqlite
    .prepare<[number, string, string], ImportedCount & { newest: number }>(
      `SELECT c.unit_id AS unitId, substr(c.date, 1, 7) AS month, c.counted, c.count, u.name AS unit, max(c.batch_id) AS newest,
         c.batch_id AS batch, b.file_name AS fileName, b.sheet, c.row
       FROM imported_count c JOIN batch b ON b.id = c.batch_id JOIN unit u ON u.id = c.unit_id
       WHERE c.trust_id = ? AND c.date >= ? || '-01' AND c.date <= ? || '-01'
       GROUP BY c.date, c.unit_id, c.counted ORDER BY c.date, u.name, c.row, c.counted`,
    )
    .all(trustId, months.first, months.last)
    .map(({ newest: _newest, ...count }) => count);
}
