import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { describe, expect, test } from 'vitest';
import { closeDatabase } from '../../electron/database/database.ts';
import { openDatabase } from '../../electron/database/open.ts';
import { migrationsFolder, now, openTestDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { laterMigrations } from '../support/migrations.ts';

const backups = (file: string, kind: string) => {
  const folder = join(dirname(file), 'backups');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(kind)) : [];
};

function read<T>(file: string, look: (sqlite: BetterSqlite3.Database) => T): T {
  const sqlite = new BetterSqlite3(file);
  // As the app does, so that a copy has the same bytes in its free space.
  sqlite.pragma('secure_delete = ON');
  try {
    return look(sqlite);
  } finally {
    sqlite.close();
  }
}

/** A closed file of the given version with rows in it; answers its path. */
function earlierFile(migrations = migrationsFolder, rows = ''): string {
  const { sqlite, file } = openTestDatabase({ migrations });
  sqlite.exec(
    `INSERT INTO trust (code, name) VALUES ('RX1', 'Northmere'); INSERT INTO site (trust_id, name) VALUES (1, 'Harbour'); ${rows}`,
  );
  closeDatabase({ sqlite });
  return file;
}

const open = (file: string, migrations: string) =>
  openDatabase({ dataFolder: dirname(file), migrationsFolder: migrations, now });

/** Opens with failing migrations, and shows that the data are as they were: the same rows, in the copy made beforehand. */
function expectPutBack(file: string, migrations: string) {
  const rows = read(file, (sqlite) => dump(sqlite, { history: true }));
  read(file, (sqlite) => sqlite.exec(`VACUUM INTO '${file}-expected'`));
  const answer = open(file, migrations);
  expect(answer).toMatchObject({ kind: 'refused', code: 'migration_failed' });
  expect(readFileSync(file).equals(readFileSync(`${file}-expected`))).toBe(true);
  expect(backups(file, 'failed')).toHaveLength(1);
  expect(existsSync(`${file}-wal`)).toBe(false);
  const again = openTestDatabase({ dataFolder: dirname(file) });
  expect(dump(again.sqlite, { history: true })).toBe(rows);
  return answer.kind === 'refused' ? answer.details : '';
}

describe('bringing a file up to a newer version', () => {
  const addNote = 'ALTER TABLE site ADD note text;';

  test('a proven copy is made first, and the rows are there afterwards', () => {
    const file = earlierFile();
    const database = openTestDatabase({ dataFolder: dirname(file), migrations: laterMigrations(addNote) });
    expect(database.sqlite.prepare('SELECT name, note FROM site').all()).toEqual([{ name: 'Harbour', note: null }]);
    expect(database.sqlite.pragma('user_version', { simple: true })).toBe(2);
    const [copy = ''] = backups(file, 'before');
    expect(copy).toBe('before-1-to-2-20261121T090000000Z.sqlite');
    const names = read(join(dirname(file), 'backups', copy), (sqlite) => sqlite.prepare('SELECT * FROM site').all());
    expect(names).toEqual([{ id: 1, trust_id: 1, name: 'Harbour' }]);
    closeDatabase(database);
    expect(readdirSync(dirname(file)).sort()).toEqual(['backups', 'planner.sqlite']);
  });

  test('a file that is up to date is not copied', () => {
    const file = earlierFile();
    openTestDatabase({ dataFolder: dirname(file) });
    expect(backups(file, '')).toEqual([]);
  });

  test('the five newest copies are kept, and nothing else in the folder is touched', () => {
    const file = earlierFile();
    const folder = join(dirname(file), 'backups');
    mkdirSync(folder, { recursive: true });
    const foreign = ['before the summer.sqlite', 'before-1-to-2.txt', 'Letter.docx', 'failed notes.sqlite'];
    for (const name of foreign) writeFileSync(join(folder, name), name);
    const steps = Array.from({ length: 7 }, (_, n) => `ALTER TABLE site ADD note${n} text;`);
    steps.forEach((_, n) => {
      closeDatabase(
        openTestDatabase({ dataFolder: dirname(file), migrations: laterMigrations(...steps.slice(0, n + 1)) }),
      );
    });
    const left = readdirSync(folder);
    expect(left.filter((name) => foreign.includes(name)).sort()).toEqual([...foreign].sort());
    expect(left.filter((name) => !foreign.includes(name))).toHaveLength(5);
    for (const name of foreign) expect(readFileSync(join(folder, name), 'utf8')).toBe(name);
  });

  test('the planner waits while another copy of it has the file open', () => {
    const file = earlierFile();
    const older = openTestDatabase({ dataFolder: dirname(file) });
    expect(open(file, laterMigrations(addNote))).toMatchObject({ kind: 'refused', code: 'in_use' });
    expect(older.sqlite.prepare('SELECT name FROM site').pluck().all()).toEqual(['Harbour']);
    expect(backups(file, '')).toEqual([]);
  });
});

describe('a table that is rebuilt while rows depend on it', () => {
  const parents = `CREATE TABLE parent (id integer PRIMARY KEY, name text) STRICT;
    --> statement-breakpoint
    CREATE TABLE child (id integer PRIMARY KEY, parent_id integer REFERENCES parent(id) ON DELETE CASCADE) STRICT;`;
  // As drizzle-kit writes it, setting and all.
  const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
    CREATE TABLE __new_parent (id integer PRIMARY KEY, name text NOT NULL) STRICT;
    --> statement-breakpoint
    INSERT INTO __new_parent (id, name) SELECT id, name FROM parent;--> statement-breakpoint
    DROP TABLE parent;--> statement-breakpoint
    ALTER TABLE __new_parent RENAME TO parent;--> statement-breakpoint
    PRAGMA foreign_keys=ON;`;
  const rows = "INSERT INTO parent VALUES (1, 'one'), (2, 'two'); INSERT INTO child VALUES (1, 1), (2, 1), (3, 2);";
  const children = (sqlite: BetterSqlite3.Database) => sqlite.prepare('SELECT count(*) FROM child').pluck().get();

  test('keeps the rows that would be deleted along with it', () => {
    const file = earlierFile(laterMigrations(parents), rows);
    const database = openTestDatabase({ dataFolder: dirname(file), migrations: laterMigrations(parents, rebuild) });
    expect(children(database.sqlite)).toBe(3);
    expect(database.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => database.sqlite.exec('INSERT INTO child VALUES (4, 99)')).toThrow(/FOREIGN KEY/);
  });

  test("drizzle's own migrator empties them, which is why ours turns foreign keys off first", () => {
    const sqlite = new BetterSqlite3(':memory:');
    const steps = (...later: string[]) => ({ migrationsFolder: laterMigrations(...later) });
    migrate(drizzle(sqlite), steps(parents));
    sqlite.exec(rows);
    migrate(drizzle(sqlite), steps(parents, rebuild));
    expect(children(sqlite)).toBe(0);
  });
});

describe('a migration that goes wrong puts the copy back, byte for byte', () => {
  test('when a statement fails after others have done their work', () => {
    const step =
      "DELETE FROM site;--> statement-breakpoint\nINSERT INTO site (trust_id, name) VALUES (1, 'New');--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);";
    const details = expectPutBack(earlierFile(), laterMigrations(step));
    expect(details).toContain('no such table: nowhere');
    expect(details).toContain('failed-1-to-2-20261121T090000000Z.sqlite');
  });

  test('when a table would lose rows', () => {
    expect(expectPutBack(earlierFile(), laterMigrations('DELETE FROM site;'))).toContain(
      'site would keep 0 of its 1 rows',
    );
  });

  test('when rows would point at nothing', () => {
    const details = expectPutBack(earlierFile(), laterMigrations('UPDATE site SET trust_id = 99;'));
    expect(details).toContain('1 rows point at rows that are not there, the first from site to trust');
  });

  test('and tries again at each start without piling up copies', () => {
    const file = earlierFile();
    const migrations = laterMigrations('DELETE FROM site;');
    for (let start = 0; start < 7; start += 1)
      expect(open(file, migrations)).toMatchObject({ code: 'migration_failed' });
    expect(backups(file, 'before')).toHaveLength(0);
    expect(backups(file, 'failed')).toHaveLength(5);
  });
});
