import { and, between, eq, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as schema from '#drizzle';
import { tableNames } from '../../electron/database/connection.ts';
import { migrationsFolder, openTestDatabase } from '../support/database.ts';
import { readJournal } from '../support/migrations.ts';

const { sqlite, db } = openTestDatabase();

describe('the tables', () => {
  test('are all STRICT, so that a column holds what it says', () => {
    const lax = sqlite.prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'",
    );
    expect(lax.pluck().all()).toEqual([]);
    expect(tableNames(sqlite).length).toBeGreaterThan(10);
  });

  test('are those of the schema: no migration is missing', () => {
    const tables = Object.values(schema).map((table) => getTableConfig(table as SQLiteTable));
    for (const { name, columns } of tables) {
      const made = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name);
      expect([name, ...made]).toEqual([name, ...columns.map((column) => column.name)]);
    }
    expect(tableNames(sqlite)).toEqual([...tables.map(({ name }) => name), '__drizzle_migrations'].sort());
  });

  test('delete nothing by themselves: every reference is ON DELETE RESTRICT', () => {
    const references = tableNames(sqlite).flatMap((table) =>
      sqlite
        .prepare<[string], { from: string; on_delete: string }>(
          'SELECT "from", on_delete FROM pragma_foreign_key_list(?)',
        )
        .all(table)
        .map((reference) => ({ table, ...reference })),
    );
    expect(references.filter(({ on_delete: action }) => action !== 'RESTRICT')).toEqual([]);
  });
});

describe('the migrations', () => {
  const { entries } = readJournal(migrationsFolder);

  test('are dated in rising order, one file after the other', () => {
    expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, at) => at));
    const dates = entries.map(({ when }) => when);
    expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
  });

  test('are named in plain words', () => {
    for (const { tag } of entries) expect(tag).toMatch(/^\d{4}(_[a-z]+)+$/);
  });
});

describe('the main queries use an index', () => {
  const {
    duty,
    unavailability,
    booking,
    batch,
    batchRow,
    establishmentLine,
    theme2Return,
    returnLine,
    unit,
    change,
    changeRow,
  } = schema;
  const month = ['2026-10-01', '2026-10-31'] as const;
  const queries: [what: string, table: SQLiteTable, where: SQL | undefined][] = [
    ['the duties of a trust in a month', duty, and(eq(duty.trustId, 1), between(duty.date, ...month))],
    [
      'the unavailability of a trust in a month',
      unavailability,
      and(eq(unavailability.trustId, 1), between(unavailability.date, ...month)),
    ],
    ['the bookings of a trust in a month', booking, and(eq(booking.trustId, 1), between(booking.date, ...month))],
    ['the duties of an import', duty, eq(duty.batchId, 1)],
    ['the imports of a kind', batch, and(eq(batch.trustId, 1), eq(batch.kind, 'duty_roster'))],
    ['an import of the same file', batch, eq(batch.fileSha256, 'ab')],
    ['the rows left out of an import', batchRow, eq(batchRow.batchId, 1)],
    ['the establishment of a trust', establishmentLine, eq(establishmentLine.trustId, 1)],
    ['the return of a quarter', theme2Return, and(eq(theme2Return.trustId, 1), eq(theme2Return.period, '2026-Q2'))],
    ['the lines of a return', returnLine, eq(returnLine.returnId, 1)],
    ['a unit by its name', unit, and(eq(unit.trustId, 1), eq(unit.nameKey, 'delivery suite'))],
    ['the changes of a trust', change, eq(change.trustId, 1)],
    ['the rows of a change', changeRow, eq(changeRow.changeId, 1)],
    ['the assessments of a trust', schema.assessment, eq(schema.assessment.trustId, 1)],
    ['the areas of an assessment', schema.assessmentArea, eq(schema.assessmentArea.assessmentId, 1)],
    ['the activities of an area', schema.assessmentActivity, eq(schema.assessmentActivity.areaId, 1)],
    ['the neonatal calculations of a trust', schema.neonatalNursing, eq(schema.neonatalNursing.trustId, 1)],
    ['the agreed levels of a trust', schema.agreedLevel, eq(schema.agreedLevel.trustId, 1)],
    ['the continuity teams of a trust', schema.continuityTeam, eq(schema.continuityTeam.trustId, 1)],
  ];
  test.each(queries)('%s', (_, table, where) => {
    const query = db.select().from(table).where(where).toSQL();
    const plan = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.params);
    expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/^SEARCH .* USING (COVERING )?INDEX/);
  });
});
