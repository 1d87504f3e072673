import type { Database } from './database.ts';

export interface StoreCheck {
  readonly sound: boolean;
  /** One sentence for each thing that is wrong. */
  readonly findings: string[];
  /** Rows in each table. */
  readonly rows: Record<string, number>;
}

/** Reads every page of the store and follows every reference in it. */
export function checkStore({ sqlite }: Database): StoreCheck {
  const damage = (sqlite.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const orphans = (sqlite.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).map(
    (row) => `Row ${row.rowid} of ${row.table} points at a row of ${row.parent} that is not there.`,
  );
  const names = sqlite
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all() as string[];
  const count = (name: string) => sqlite.prepare(`select count(*) from "${name}"`).pluck().get() as number;
  const findings = [...damage, ...orphans];
  return { sound: findings.length === 0, findings, rows: Object.fromEntries(names.map((name) => [name, count(name)])) };
}
