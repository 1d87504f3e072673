import Sqlite from 'better-sqlite3';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runLine } from '../../electron/command-line/line.ts';
import { connect } from '../../electron/database/connection.ts';
import { canEncrypt } from '../../electron/database/store-key.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { keyOfStore } from '../../electron/protection/open-locked.ts';
import { now, temporaryFolder } from '../support/database.ts';
import { liveUntilKilled } from '../support/kills.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { openTestPlanner } from '../support/planner.ts';
import { openWorkerPlanner } from '../support/worker-planner.ts';

const project = join(import.meta.dirname, '../..');
const trust = 'RX1';

async function begun(dataFolder = temporaryFolder()) {
  const opened = openTestPlanner(dataFolder);
  await opened.planner.organisation.addTrust({ code: trust, name: 'Thistledown', system: null, sites: [], units: [] });
  return { ...opened, file: join(dataFolder, 'planner.sqlite') };
}

/** What another process reads in the file: what is there would be there after a kill. */
function onDisk(file: string) {
  const store = new Sqlite(file, { readonly: true });
  const rows = store.prepare('SELECT kind, what, record FROM audit_entry ORDER BY id').all() as {
    kind: string;
    what: string;
    record: string | null;
  }[];
  store.close();
  return rows;
}

const addUnit = (name: string) => ({ trust, name, kind: 'antenatal', site: null }) as const;

describe('an entry of the audit that is owed', () => {
  test('for a view is on the disk before its answer is given; several at once are one transaction', async () => {
    const { planner, context, file } = await begun();
    let written = 0;
    const flush = context.audit.flush.bind(context.audit);
    context.audit.flush = () => {
      written += 1;
      flush();
    };
    await Promise.all([planner.preceptorship.preceptors({ trust }), planner.preceptorship.mentors({ trust })]);
    expect(
      onDisk(file)
        .slice(1)
        .map(({ kind, what }) => `${kind} ${what}`),
    ).toEqual(['view preceptorship.preceptors', 'view preceptorship.mentors']);
    expect(written).toBe(1);
    // Looked at again it is the same view.
    await planner.preceptorship.preceptors({ trust });
    expect(onDisk(file)).toHaveLength(3);
  });

  test('for a change is saved with it or not at all, and says which change of the history it was', async () => {
    const { planner, context, file } = await begun();
    const { id } = await planner.organisation.addUnit(addUnit('Rowan ward'));
    const entry = onDisk(file).pop();
    expect(entry).toMatchObject({ what: 'organisation.addUnit' });
    const [change] = await planner.history.changes({ trust });
    expect(entry?.record).toContain(`change ${change?.id}`);
    expect(id).toBeGreaterThan(0);
    // An entry that cannot be written takes the change with it.
    context.database.sqlite.exec(
      "CREATE TEMP TRIGGER no_entry BEFORE INSERT ON main.audit_entry BEGIN SELECT RAISE(ABORT, 'no entry'); END",
    );
    await expect(planner.organisation.addUnit(addUnit('Hazel ward'))).rejects.toThrow();
    context.database.sqlite.exec('DROP TRIGGER no_entry');
    const { trusts } = await planner.organisation.overview();
    expect(trusts[0]?.units.map(({ name }) => name)).toEqual(['Rowan ward']);
    // Undo, too, and of the same change.
    await planner.history.undo({ trust });
    expect(onDisk(file).pop()).toMatchObject({ kind: 'undo', record: expect.stringContaining(`change ${change?.id}`) });
  });

  test('for an import by another thread is there before that thread stores anything, and again when it is done', async () => {
    const { client, upload, dataFolder } = await openWorkerPlanner();
    await client.imports.commit({ trust: 'T1', file: await upload(writeLargeRoster(40)) });
    const imports = onDisk(join(dataFolder, 'planner.sqlite')).filter(({ kind }) => kind === 'import');
    expect(imports.map(({ what }) => what)).toEqual(['imports.commit.begun', 'imports.commit']);
  });

  test('for what is refused or changes nothing is one entry or none, never two', async () => {
    const { planner, file } = await begun();
    await planner.organisation.addUnit(addUnit('Rowan ward'));
    const before = onDisk(file).length;
    await expect(planner.organisation.addUnit(addUnit('Rowan ward'))).rejects.toThrow();
    expect(onDisk(file)).toHaveLength(before);
    await Promise.all([
      planner.organisation.addUnit(addUnit('Hazel ward')),
      planner.organisation.addUnit(addUnit('Alder ward')),
    ]);
    expect(
      onDisk(file)
        .slice(before)
        .map(({ what }) => what),
    ).toEqual(['organisation.addUnit', 'organisation.addUnit']);
  });
});

describe('an entry of a view while another thread holds the store', () => {
  const BESIDE = 'audit-waiting.sqlite';
  const views = (file: string) => onDisk(file).flatMap(({ kind, what }) => (kind === 'view' ? [what] : []));

  /** Looks at preceptors while the store is held, and ends as if it were killed. */
  async function seenWhileHeld(
    { planner, context }: Pick<Awaited<ReturnType<typeof begun>>, 'planner' | 'context'>,
    what: 'preceptors' | 'mentors' = 'preceptors',
  ) {
    const letGo = await context.writeLock.take();
    const holder = connect(context.database.file, { nativeBinding: undefined, key: context.database.key });
    holder.exec('BEGIN IMMEDIATE');
    await planner.preceptorship[what]({ trust });
    context.database.sqlite.close();
    holder.close();
    letGo();
  }

  test('is in the audit after a kill in the midst of an import', async () => {
    const { dataFolder, file, context, planner } = await begun();
    await planner.organisation.addTrust({ code: 'T1', name: 'Test Trust', system: null, sites: [], units: [] });
    context.audit.close();
    context.database.sqlite.close();
    // So many that they are being stored still when the view is answered, also where other tests have the processor.
    const { said } = await liveUntilKilled('view-until-killed', [dataFolder, writeLargeRoster(40_000)], {
      since: 'seen',
      within: 0,
    });
    expect(said).toEqual(['seen']);
    // The import has it still: neither its rows nor the entry are in the store.
    expect([existsSync(join(dataFolder, BESIDE)), views(file)]).toEqual([true, []]);
    const again = openTestPlanner(dataFolder);
    expect(await again.planner.imports.list({ trust: 'T1' })).toEqual([]);
    expect(views(file).slice(0, 1)).toEqual(['preceptorship.preceptors']);
    expect(existsSync(join(dataFolder, BESIDE))).toBe(false);
    expect((await again.planner.audit.verify()).isWhole).toBe(true);
  });

  test('is written in its turn where nothing is killed, and no file stays', async () => {
    const { planner, context, dataFolder, file } = await begun();
    const letGo = await context.writeLock.take();
    const holder = new Sqlite(file);
    holder.exec('BEGIN IMMEDIATE');
    await planner.preceptorship.preceptors({ trust });
    await planner.preceptorship.mentors({ trust });
    expect(existsSync(join(dataFolder, BESIDE))).toBe(true);
    holder.close();
    letGo();
    await planner.organisation.addUnit(addUnit('Rowan ward'));
    context.audit.flush();
    expect(views(file)).toEqual(['preceptorship.preceptors', 'preceptorship.mentors']);
    expect(existsSync(join(dataFolder, BESIDE))).toBe(false);
  });

  test('is there once where the kill came between writing it and clearing the file', async () => {
    const opened = await begun();
    await seenWhileHeld(opened);
    const beside = join(opened.dataFolder, BESIDE);
    const kept = readFileSync(beside);
    const again = openTestPlanner(opened.dataFolder);
    again.context.database.sqlite.close();
    writeFileSync(beside, kept);
    openTestPlanner(opened.dataFolder);
    expect(views(opened.file)).toEqual(['preceptorship.preceptors']);
  });

  test('that cannot be read any more is told of, and the planner starts', async () => {
    const opened = await begun();
    await seenWhileHeld(opened);
    writeFileSync(join(opened.dataFolder, BESIDE), 'not a file of SQLite, and long enough to be looked at as one');
    const { planner } = openTestPlanner(opened.dataFolder);
    expect(onDisk(opened.file).pop()).toMatchObject({ kind: 'session', what: 'audit.waitingUnread' });
    expect((await planner.audit.verify()).isWhole).toBe(true);
  });

  test.skipIf(!canEncrypt())('is as unreadable beside an encrypted store as the store is', async () => {
    const opened = await begun();
    await seenWhileHeld(opened);
    const beside = join(opened.dataFolder, BESIDE);
    expect(readFileSync(beside).includes('preceptorship.preceptors')).toBe(true);
    const { planner, context, dataFolder } = openTestPlanner(opened.dataFolder);
    await planner.protection.lock({ passphrase: 'seven midwives on a Tuesday' });
    await seenWhileHeld({ planner, context }, 'mentors');
    expect(readFileSync(beside).includes('mentors')).toBe(false);
    const tried = { bySystem: null, typed: 'seven midwives on a Tuesday' };
    const key = await keyOfStore(dataFolder, tried);
    if ('kind' in key) throw new Error(key.message);
    const unlocked = openPlanner(dataFolder, project, now, {}, { key });
    if (unlocked.kind === 'refused') throw new Error(unlocked.message);
    const { sqlite } = unlocked.context.database;
    const seen = sqlite.prepare("SELECT what FROM audit_entry WHERE kind = 'view' ORDER BY id").pluck().all();
    expect(seen.filter((what) => String(what).endsWith('tors'))).toEqual([
      'preceptorship.preceptors',
      'preceptorship.mentors',
    ]);
    expect(existsSync(beside)).toBe(false);
    await unlocked.close();
  });
});

describe('an audit whose newest entries were deleted past the triggers', () => {
  const cut = ({ context }: Awaited<ReturnType<typeof begun>>) =>
    context.database.sqlite.exec('DROP TRIGGER audit_entry_no_delete; DELETE FROM audit_entry WHERE number > 2');

  async function commandLine(dataFolder: string) {
    const said: string[] = [];
    const outputs = { print: () => undefined, say: (text: string) => void said.push(text) };
    return { code: await runLine(['audit', 'verify', '--data', dataFolder], project, outputs), said: said.join(' ') };
  }
  const worked = async () => {
    const opened = await begun();
    for (const name of ['Rowan ward', 'Hazel ward', 'Alder ward', 'Willow ward'])
      await opened.planner.organisation.addUnit(addUnit(name));
    return opened;
  };

  test('is seen at the next start by the note beside the store, and the audit itself tells of it from then on', async () => {
    const opened = await worked();
    const { dataFolder, context } = opened;
    context.audit.close();
    cut(opened);
    context.database.sqlite.close();
    const again = openTestPlanner(dataFolder);
    expect((await again.planner.profiles.state()).isAuditBroken).toBe(true);
    const { isWhole, words } = await again.planner.audit.verify();
    expect(isWhole).toBe(false);
    expect(words).toMatch(/broken at entry 3 of chain .*: its end is missing, up to entry 5 at least, which the note/);
    expect(onDisk(opened.file).map(({ what }) => what)).toContain('audit.endMissing');
    again.context.audit.close();
    again.context.database.sqlite.close();
    const later = openTestPlanner(dataFolder);
    expect((await later.planner.audit.verify()).words).toMatch(/is whole: .* its end was found missing: .* 3 to 5\./);
  });

  test('is seen by a backup, also where the note is gone', async () => {
    const opened = await worked();
    const { dataFolder, planner, context } = opened;
    await planner.backups.make();
    expect(await commandLine(dataFolder)).toEqual({ code: 0, said: '' });
    context.audit.close();
    cut(opened);
    context.database.sqlite.close();
    expect(existsSync(join(dataFolder, 'audit-end.json'))).toBe(true);
    rmSync(join(dataFolder, 'audit-end.json'));
    const { code, said } = await commandLine(dataFolder);
    expect(code).toBe(1);
    expect(said).toMatch(/its end is missing, up to entry \d+ at least, which the backup of 2026-/);
  });

  test('is not said of one that grew after the backup, or was put back from one', async () => {
    const { planner, dataFolder, context } = await worked();
    const { name } = await planner.backups.make();
    await planner.organisation.addUnit(addUnit('Elder ward'));
    await planner.backups.restore({ from: { kind: 'own', name } });
    context.audit.close();
    context.database.sqlite.close();
    expect(await commandLine(dataFolder)).toEqual({ code: 0, said: '' });
  });
});
