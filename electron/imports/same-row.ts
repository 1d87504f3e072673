import type { Database } from '../database/database.ts';

/** Columns of each table that tell two rows apart; all of them where none are named (D4). */
const telling: Readonly<Record<string, readonly string[]>> = {
  assignment: ['person', 'assignment'],
  leaver: ['person', 'assignment'],
  training_record: ['person', 'competence', 'achieved', 'expiry'],
};
const ofItself: ReadonlySet<string> = new Set(['id', 'batch_id', 'row', 'trust_id', 'date']);

/**
 * The stored row that says the same as a row of an import, which has been stored just now, and names the same person; its
 * import and row in the file. Rows of nobody are never copies of each other.
 */
export function findSameRow(
  { sqlite }: Database,
  table: string,
  batchId: number,
  row: number,
): { batchId: number; row: number } | undefined {
  const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const compared = (telling[table] ?? columns).filter((column) => !ofItself.has(column));
  const somebody = [
    ...(columns.includes('person') ? ['(me.person IS NOT NULL OR me.name IS NOT NULL)'] : []),
    ...(table === 'duty' ? [`(me.person IS NOT NULL OR me.status <> 'unfilled')`] : []),
  ];
  const alike = ['id <> me.id', ...compared.map((column) => `"${column}" IS me."${column}"`)];
  return sqlite
    .prepare(
      `SELECT other.batch_id AS batchId, other.row FROM "${table}" me JOIN "${table}" other
         ON other.trust_id = me.trust_id AND other.date = me.date AND ${alike.map((one) => `other.${one}`).join(' AND ')}
       WHERE ${['me.batch_id = ?', 'me.row = ?', ...somebody].join(' AND ')} LIMIT 1`,
    )
    .get(batchId, row) as { batchId: number; row: number } | undefined;
}
