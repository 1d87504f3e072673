import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Database } from '../../electron/database/database.ts';
import { kept } from '../../electron/database/kept.ts';
import { temporaryFolder } from '../support/database.ts';

test('what was read is kept until this connection or another one writes, and read anew within a transaction', () => {
  const file = join(temporaryFolder(), 'kept.sqlite');
  const [sqlite, other] = [new Sqlite(file), new Sqlite(file)];
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec('CREATE TABLE owl (name TEXT)');
  const database = { sqlite, file } as Database;
  let reads = 0;
  const count = () =>
    kept(database, 'owls', () => {
      reads += 1;
      return sqlite.prepare<[], number>('SELECT count(*) FROM owl').pluck().get();
    });
  expect([count(), count(), reads]).toEqual([0, 0, 1]);
  sqlite.exec("INSERT INTO owl VALUES ('tawny')");
  expect([count(), count(), reads]).toEqual([1, 1, 2]);
  other.exec("INSERT INTO owl VALUES ('barn')");
  expect([count(), count(), reads]).toEqual([2, 2, 3]);
  sqlite.transaction(() => expect([count(), reads]).toEqual([2, 4]))();
  for (let more = 0; more < 10; more++) kept(database, `more ${more}`, () => more);
  expect([count(), reads]).toEqual([2, 5]);
  sqlite.close();
  other.close();
});
