// Makes a migration from the schema:
//   npm run migration -- plain_words    the next one, named in words
//   npm run migration -- --fresh        0000_initial anew, as long as nothing has been released
// drizzle-kit writes no STRICT, so it is added here, and every migration is tried on an empty database before it is kept.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const migrations = join(root, 'drizzle/migrations');
/** Databases of released versions, with rows in them: once there is one, its migrations are never made anew. */
const released = join(root, 'tests/fixtures/released');
const breakpoint = '--> statement-breakpoint';

const journalOf = (folder) => JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
const sqlOf = (folder, tag) => readFileSync(join(folder, `${tag}.sql`), 'utf8');

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Every `CREATE TABLE … );` of a migration ends as `) STRICT;`. */
function makeStrict(sql) {
  return sql
    .split(breakpoint)
    .map((statement) =>
      /^\s*CREATE TABLE\b/i.test(statement) ? statement.replace(/\);(\s*)$/, ') STRICT;$1') : statement,
    )
    .join(breakpoint);
}

/** Runs all migrations of a folder, so that a column type that STRICT does not know is found here and not on a user's PC. */
function tryOut(folder) {
  const sqlite = new BetterSqlite3(':memory:');
  for (const { tag } of journalOf(folder).entries) {
    try {
      sqlite.exec(sqlOf(folder, tag));
    } catch (error) {
      refuse(`${tag}.sql does not run: ${error.message}`);
    }
  }
  const lax = sqlite.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  );
  const names = lax.pluck().all();
  if (names.length > 0) refuse(`Not STRICT: ${names.join(', ')}.`);
  sqlite.close();
}

/** Runs drizzle-kit into a copy of the migrations, and returns the tag that it added, if any. */
function generate(folder, name) {
  const known = existsSync(join(folder, 'meta/_journal.json')) ? journalOf(folder).entries.length : 0;
  const kit = join(root, 'node_modules/drizzle-kit/bin.cjs');
  const out = `./${folder.slice(root.length + 1).replaceAll('\\', '/')}`;
  const flags = [
    'generate',
    '--dialect',
    'sqlite',
    '--schema',
    './drizzle/schema/index.ts',
    '--out',
    out,
    '--name',
    name,
  ];
  // It asks on the terminal whether a table or column was renamed; the first migration has nothing to ask.
  const { status } = spawnSync(process.execPath, [kit, ...flags], {
    cwd: root,
    stdio: ['inherit', known === 0 ? 'ignore' : 'inherit', 'inherit'],
  });
  const journal = join(folder, 'meta/_journal.json');
  if (status !== 0 || !existsSync(journal))
    refuse('drizzle-kit could not make the migration; nothing has been changed.');
  const { entries } = journalOf(folder);
  if (entries.length === known) return undefined;
  const { tag } = entries.at(-1);
  writeFileSync(join(folder, `${tag}.sql`), makeStrict(sqlOf(folder, tag)));
  tryOut(folder);
  return tag;
}

function warnOfDrops(folder, tag) {
  const drops = sqlOf(folder, tag).match(/^\s*DROP TABLE[^;\n]*/gim) ?? [];
  if (drops.length === 0) return;
  console.log(`\n${''.padEnd(79, '!')}`);
  console.log(
    `!!! ${tag}.sql DROPS ${drops.length} TABLE${drops.length > 1 ? 'S' : ''}. Read it line by line before you keep it:`,
  );
  for (const drop of drops) console.log(`!!!   ${drop.trim()}`);
  console.log('!!! Rows that are not copied first are gone; a test with rows in the table must show that they stay.');
  console.log(''.padEnd(79, '!'));
}

function replaceMigrations(folder) {
  // Renamed both ways, so that a test run at the same time misses the folder for no longer than it must.
  const before = `${folder}-before`;
  if (existsSync(migrations)) renameSync(migrations, before);
  renameSync(folder, migrations);
  rmSync(before, { recursive: true, force: true });
}

const words = process.argv.slice(2);
const fresh = words[0] === '--fresh';
if (words.length !== 1 || (!fresh && !/^[a-z]+(_[a-z]+)*$/.test(words[0]))) {
  refuse(
    'Say in plain words what changes: npm run migration -- funded_posts_by_month (or --fresh before the first release).',
  );
}

const work = join(root, `node_modules/.cache/migration-${process.pid}`);
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
mkdirSync(work, { recursive: true });

if (fresh) {
  const old = existsSync(join(migrations, 'meta/_journal.json')) ? journalOf(migrations).entries : [];
  if (existsSync(released) && readdirSync(released).length > 0) {
    refuse('A version has been released (tests/fixtures/released): make a migration with a name instead of --fresh.');
  }
  if (old.length > 1) refuse(`There are ${old.length} migrations: --fresh replaces a single 0000_initial only.`);
  const tag = generate(work, 'initial') ?? refuse('The schema has no tables.');
  // An unchanged schema keeps its date, so that data made with it still opens.
  if (old[0]?.tag === tag && sqlOf(migrations, tag) === sqlOf(work, tag)) console.log(`${tag}.sql is up to date.`);
  else {
    replaceMigrations(work);
    console.log(
      `Made drizzle/migrations/${tag}.sql anew. Data made with an earlier one will be refused: choose another --data folder.`,
    );
  }
} else {
  cpSync(migrations, work, { recursive: true });
  const tag = generate(work, words[0]);
  if (tag === undefined) console.log('The schema has not changed: no migration is needed.');
  else {
    replaceMigrations(work);
    console.log(`Made drizzle/migrations/${tag}.sql.`);
    warnOfDrops(migrations, tag);
  }
}
