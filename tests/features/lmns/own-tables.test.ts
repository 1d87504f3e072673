import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as schema from '#drizzle';
import { tableNames } from '../../../electron/database/connection.ts';
import { openTestDatabase } from '../../support/database.ts';

const folder = join(import.meta.dirname, '../../../electron/features/lmns');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

test('the LMNS’s side reads nothing that a trust of this PC keeps: its code knows only its own tables', () => {
  expect(files.length).toBeGreaterThan(20);
  const nouns =
    /from '(?:\.\.\/)+(?:features\/)?(staff|preceptorship|establishment|rosters|vacancies|forecast|retention|training|assurance)\//;
  expect(files.filter((text) => nouns.test(text))).toEqual([]);
  const own = [
    'lmns',
    'lmnsTrust',
    'lmnsPeriod',
    'lmnsAnswer',
    'lmnsRecord',
    'receivedDocument',
    'receivedFile',
    'lmnsFigure',
    'lmnsMeasure',
    'receivedReturn',
    'system',
  ];
  const others = Object.keys(schema).filter((table) => !own.includes(table));
  const used = files.flatMap((text) => {
    const taken = /const \{([^}]*)\} = tables;/.exec(text)?.[1] ?? '';
    const named = /import \{([^}]*)\} from '#drizzle'/.exec(text)?.[1] ?? '';
    return `${taken},${named}`.split(',').map((one) => one.trim());
  });
  expect(used.filter((table) => others.includes(table))).toEqual([]);
});

// Its workbook that returns are poured into is kept by a trust.
test('no table of the LMNS belongs to a trust, so that removing one takes nothing of the LMNS along', () => {
  const { sqlite } = openTestDatabase();
  const parents = (table: string) => sqlite.pragma(`foreign_key_list("${table}")`) as { table: string }[];
  const its = tableNames(sqlite).filter((table) => /^(lmns(?!_workbook)|received_)/.test(table));
  expect(its.length).toBe(10);
  expect(its.flatMap(parents).filter(({ table }) => !/^(lmns|received_|system)/.test(table))).toEqual([]);
});
