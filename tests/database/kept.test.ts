import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Database } from '../../electron/database/database.ts';
import { keeper } from '../../electron/database/kept.ts';
import { temporaryFolder } from '../support/database.ts';

const kept = keeper(6);

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

test('what was read by other rules is read anew by these', () => {
  const database = { sqlite: new Sqlite(':memory:') } as Database;
  const [published, own] = [{}, {}];
  const by = (rules: object, answer: string) => kept(database, 'rules', () => answer, rules);
  expect([by(published, 'a'), by(published, 'b'), by(own, 'c'), by(published, 'd')]).toEqual(['a', 'a', 'c', 'd']);
  database.sqlite.close();
});
