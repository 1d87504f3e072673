import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { runLine } from '../../electron/command-line/line.ts';
import { beginAtScreen } from '../../electron/profiles/begin.ts';
import { openTestPlanner } from '../support/planner.ts';

const project = join(import.meta.dirname, '../..');
const trust = { code: 'RX1', name: 'Test Trust', system: null, sites: [], units: [] };
const entry = { who: 'Editor', role: 'editor', kind: 'view', what: 'staff.people', trust: 'RX1' } as const;
const preceptor = { name: 'Zyxmark Quill', person: '20304050' };

/** A planner in which a unit was added, a preceptor was added and looked at, and the change was undone. */
async function worked() {
  const { planner, context, dataFolder } = openTestPlanner();
  await planner.organisation.addTrust(trust);
  await planner.organisation.addUnit({ trust: 'RX1', name: 'Rowan ward', kind: 'antenatal', site: null });
  await planner.preceptorship.addPreceptor({ trust: 'RX1', ...preceptor });
  await planner.preceptorship.preceptors({ trust: 'RX1' });
  await planner.preceptorship.preceptors({ trust: 'RX1' });
  await planner.history.undo({ trust: 'RX1' });
  await planner.exports.table({
    title: 'Zyxmark Quill',
    subtitle: '',
    columns: [{ heading: 'A', kind: 'text' }],
    rows: [],
    definitions: [],
  });
  const list = () => planner.audit.list({});
  return { planner, context, dataFolder, list };
}

async function commandLine(dataFolder: string) {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await runLine(['audit', 'verify', '--data', dataFolder], project, {
    print: (text) => printed.push(text),
    say: (text) => said.push(text),
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

describe('the audit', () => {
  test('has who did what, in what order: changes, views of people, an undo and an export, each view once', async () => {
    const { list } = await worked();
    const { rows } = await list();
    expect(rows.map(({ kind, what }) => `${kind} ${what}`).reverse()).toEqual([
      'change organisation.addTrust',
      'change organisation.addUnit',
      'change preceptorship.addPreceptor',
      'view preceptorship.preceptors',
      'undo history.undo',
      'export exports.table',
    ]);
    expect(rows.map(({ who, role }) => `${who} ${role}`)).toEqual(Array(6).fill('Editor editor'));
  });

  test('holds no content: no name, no number and no title, but which record it was', async () => {
    const { context, list } = await worked();
    await list();
    const text = JSON.stringify(context.database.sqlite.prepare('SELECT * FROM audit_entry').all());
    for (const secret of ['Zyxmark', '20304050', 'Rowan', 'Test Trust']) expect(text).not.toContain(secret);
    const added = (await list()).rows.find(({ what }) => what === 'preceptorship.addPreceptor');
    expect(added?.record).toMatch(/^person [0-9a-f]{16}/);
  });

  test('refuses to be changed or shortened, by whatever statement', async () => {
    const { context } = await worked();
    const { sqlite } = context.database;
    expect(() => sqlite.exec("UPDATE audit_entry SET who = 'Somebody else'")).toThrow('added to alone');
    expect(() => sqlite.exec('DELETE FROM audit_entry')).toThrow('added to alone');
  });

  test.each([
    ['an entry that says something else', "UPDATE audit_entry SET who = 'Somebody else' WHERE number = 3", 'changed'],
    ['an entry that was taken out', 'DELETE FROM audit_entry WHERE number = 3', 'taken out'],
  ])('that was got at past the triggers is found broken: %s', async (_, statement, why) => {
    const { context, dataFolder, planner } = await worked();
    expect((await planner.audit.verify()).isWhole).toBe(true);
    expect(await commandLine(dataFolder)).toMatchObject({ code: 0 });
    context.database.sqlite.exec(
      `DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete; ${statement}`,
    );
    expect((await planner.audit.verify()).isWhole).toBe(false);
    const { code, said } = await commandLine(dataFolder);
    expect(code).toBe(1);
    expect(said).toMatch(/broken at entry [34] of chain/);
    expect(said).toContain(why);
  });

  test('is looked through by itself after a start: what was got at is said to whoever is at the screen, and else nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const { context, dataFolder } = await worked();
      const { sqlite } = context.database;
      /** What is said of the audit once a start has gone by: broken or not, and by whom that was found. */
      const said = async (folder: string) => {
        const again = openTestPlanner(folder);
        beginAtScreen(again.context);
        expect(again.context.audit.verdict).toBeNull();
        vi.advanceTimersByTime(5000);
        await vi.waitFor(() => expect(again.context.audit.verdict).not.toBeNull());
        const { isAuditBroken } = await again.planner.profiles.state();
        again.context.database.sqlite.close();
        return { isAuditBroken, verdict: again.context.audit.verdict };
      };
      // More entries than are read at once.
      sqlite.transaction(() => {
        for (let count = 0; count < 600; count += 1)
          context.audit.append({ ...entry, at: context.now(), record: `view ${count}` });
      })();
      context.audit.close();
      expect(await said(dataFolder)).toMatchObject({ isAuditBroken: false, verdict: { broken: null } });
      sqlite.exec(
        "DROP TRIGGER audit_entry_no_update; UPDATE audit_entry SET who = 'Somebody else' WHERE number = 590",
      );
      expect(await said(dataFolder)).toMatchObject({ isAuditBroken: true, verdict: { broken: { number: 590 } } });
    } finally {
      vi.useRealTimers();
    }
  });

  test('is neither undone nor rewound: a restored backup leaves what happened since, and is itself told of', async () => {
    const { planner, context, list } = await worked();
    const { name } = await planner.backups.make();
    await planner.preceptorship.addPreceptor({ trust: 'RX1', name: 'Later Person' });
    const before = (await list()).rows.map(({ hash }) => hash);
    await planner.backups.restore({ from: { kind: 'own', name } });
    const after = (await list()).rows;
    expect(after.map(({ hash }) => hash)).toEqual(expect.arrayContaining(before));
    expect(after.filter(({ kind }) => kind === 'restore').map(({ what }) => what)).toEqual([
      'backups.restore',
      'backups.restore.begun',
    ]);
    expect((await planner.audit.verify()).isWhole).toBe(true);
    expect(context.database.sqlite.prepare('SELECT count(*) FROM preceptor').pluck().get()).toBe(0);
  });

  test('of another PC comes along with its backup, as a chain of its own', async () => {
    const one = await worked();
    const { name } = await one.planner.backups.make();
    const { contents, fileName } = await one.planner.backups.file({ name });
    const other = openTestPlanner();
    const { upload } = await other.planner.imports.begin({ name: fileName });
    await other.planner.imports.append({ upload, offset: 0, chunk: contents });
    const { file } = await other.planner.imports.finish({ upload });
    await other.planner.backups.restore({ from: { kind: 'taken', file } });
    const { rows } = await other.planner.audit.list({});
    expect(rows.filter(({ isFromElsewhere }) => isFromElsewhere).length).toBeGreaterThan(5);
    expect(rows.filter(({ isFromElsewhere }) => !isFromElsewhere).map(({ what }) => what)).toContain('backups.restore');
    expect((await other.planner.audit.verify()).isWhole).toBe(true);
  });

  test('is saved for the auditor with hashes that hold by the rule in the file', async () => {
    const { planner } = await worked();
    const { contents, fileName } = await planner.audit.file({ format: 'csv' });
    expect(fileName).toBe('Audit to 2026-11-21.csv');
    const [heading, ...lines] = Buffer.from(contents, 'base64')
      .toString('utf8')
      .replace('\ufeff', '')
      .trim()
      .split('\r\n');
    expect(heading).toBe('chain,number,at,who,role,kind,what,trust,record,previous,hash');
    expect(lines.pop()).toContain('SHA-256');
    let previous = '0'.repeat(64);
    for (const line of lines) {
      const [chain, number, at, who, role, kind, what, own, record, before, hash] = [
        ...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,)/g),
      ].map((found) => found[1] ?? found[2] ?? '');
      expect(before).toBe(previous);
      const facts = [chain, Number(number), at, who, role, kind, what, own || null, record || null, before];
      previous = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
      expect(hash).toBe(previous);
    }
    expect(lines.length).toBe(6);
  });
});
