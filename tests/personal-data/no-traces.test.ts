import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { runLine } from '../../electron/command-line/line.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { failureFile } from '../../electron/transport/failure-file.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { now, temporaryFolder } from '../support/database.ts';

const project = join(import.meta.dirname, '../..');
const FIRST = 'Zyxmark';
const NUMBER = '20304050';
const people = { name: `${FIRST} Quillon`, person: NUMBER };

/** Every file below a folder, but those of the store itself. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const isStore = (path: string) => /^planner\.sqlite(-wal|-shm)?$/.test(basename(path));

test('a named person is in no log, no temporary file, no file name that is proposed and nothing that a failure prints', async () => {
  const dataFolder = temporaryFolder();
  const before = new Set(readdirSync(tmpdir()));
  const opened = openPlanner(dataFolder, project, now);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { context } = opened;
  const planner = inProcessClient(router, context, failureFile(dataFolder, context.now));
  const names: string[] = [];
  const saved = async (file: Promise<{ fileName: string }>) => names.push((await file).fileName);
  const trust = 'RX1';
  await planner.organisation.addTrust({ code: trust, name: 'Test Trust', system: null, sites: [], units: [] });
  const failing: Promise<unknown>[] = [];

  // What a day's work calls for: people entered, looked at, changed, refused, undone, exported, backed up.
  await planner.preceptorship.addPreceptor({ trust, ...people });
  const { id } = await planner.retention.addConversation({
    trust,
    kind: 'stay',
    role: 'Head of Midwifery',
    offered: '2026-11-01',
    note: `${FIRST} said so`,
    ...people,
  });
  await planner.retention.conversation({ trust, id });
  await planner.retention.conversations({ trust });
  await planner.retention.addLaterCareer({ trust, ...people, plan: 'stay' }).catch(() => undefined);
  await planner.preceptorship
    .addPreceptee({ trust, ...people, programme: 'midwifery_core', unit: null, startDate: '2026-09-01' } as never)
    .catch(() => undefined);
  const { rows } = await planner.personalData.list({ trust });
  expect(rows.length).toBeGreaterThan(0);
  await saved(planner.personalData.file({ trust, person: NUMBER, name: null }));
  await saved(planner.audit.file({ format: 'xlsx' }));
  await saved(planner.retention.laterCareersFile({ trust } as never).catch(() => ({ fileName: '' })));
  const backup = await planner.backups.make();
  await saved(planner.backups.file({ name: backup.name }));
  await planner.history.undo({ trust });
  await planner.history.redo({ trust });
  // A file that was taken in and is refused.
  const { upload } = await planner.imports.begin({ name: `${FIRST} Quillon.csv` });
  const chunk = Buffer.from(`Name,Number\n${people.name},${NUMBER}\n`).toString('base64');
  await planner.imports.append({ upload, offset: 0, chunk });
  const { file } = await planner.imports.finish({ upload });
  failing.push(planner.imports.inspect({ trust, file } as never));
  // A bug in the middle of storing a person: what is recorded of it must not say whom.
  context.database.sqlite.exec(
    "CREATE TEMP TRIGGER broken BEFORE INSERT ON preceptor BEGIN SELECT RAISE(FAIL, 'broken'); END",
  );
  failing.push(planner.preceptorship.addPreceptor({ trust, name: `${FIRST} Second`, person: NUMBER }));
  const outcomes = await Promise.allSettled(failing);
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  await planner.imports.discard({ file }).catch(() => undefined);
  await opened.close();

  const said: string[] = [];
  await runLine(['check', '--data', dataFolder], project, {
    print: (text) => said.push(text),
    say: (text) => said.push(text),
  });

  const written = filesBelow(dataFolder).filter((path) => !isStore(path) && !path.endsWith('.mwpbackup'));
  const strange = readdirSync(tmpdir()).filter((name) => !before.has(name) && new RegExp(FIRST, 'i').test(name));
  expect(filesBelow(dataFolder).some((path) => path.endsWith('failures.jsonl'))).toBe(true);
  for (const path of written) expect([path, readFileSync(path, 'latin1').includes(FIRST)]).toEqual([path, false]);
  for (const path of filesBelow(dataFolder)) expect(basename(path)).not.toMatch(/zyxmark|20304050/i);
  for (const name of names) expect(name).not.toMatch(/zyxmark|20304050/i);
  expect(said.join(' ')).not.toContain(FIRST);
  expect(strange).toEqual([]);
});

test('no screen puts anything into the title of the window but its own name', () => {
  const sources = filesBelow(join(project, 'renderer')).filter((path) => /\.tsx?$/.test(path));
  const setting = sources
    .filter((path) => /document\.title\s*=/.test(readFileSync(path, 'utf8')))
    .map((path) => basename(path));
  expect(setting.sort()).toEqual(['Page.tsx', 'SignIn.tsx']);
  // A page whose title is somebody's name, or a file's, which may hold one, has another for the window.
  const named = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/<Page\b\s+title=\{([^}]*(?:\$\{[^}]*\}[^}]*)?)\}\s+(\w*)/g)]
      .filter(([, title = '']) => /person|row\.name|file\.name|answer\.name|preceptee/i.test(title))
      .map(([, , next]) => [basename(path), next]),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(([, next]) => next !== 'windowTitle')).toEqual([]);
});
