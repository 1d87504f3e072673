import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '#contract';
import { runLine } from '../../electron/command-line/line.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { dataFolderByPolicy, policyFile, switchedOffByPolicy } from '../../electron/policy/place.ts';
import { type Policy, readPolicy, SWITCHABLE } from '../../electron/policy/policy.ts';
import { router } from '../../electron/router.ts';
import { idleMinutes } from '../../electron/profiles/idle.ts';
import { rulesInForce } from '../../electron/features/organisation/rules-in-force.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { afterwards } from '../support/afterwards.ts';
import { now, temporaryFolder } from '../support/database.ts';
import { openTestPlanner, refusalOf } from '../support/planner.ts';

const project = join(import.meta.dirname, '../..');
const trust = { code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] };

function policyIn(content: unknown): string {
  const file = join(temporaryFolder(), 'policy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const format = 'maternity-workforce-planner/policy';
const read = (content: unknown) => readPolicy(undefined, policyIn(content));

/** A planner on a PC with that policy. */
async function under(decided: object, dataFolder?: string) {
  const policy = read({ format, ...decided }) as Policy;
  expect(policy).not.toHaveProperty('kind');
  const opened = openPlanner(dataFolder ?? temporaryFolder(), project, now, {}, { policy });
  if (opened.kind === 'refused') throw new Error(opened.message);
  afterwards(opened.close);
  const planner = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  if (dataFolder === undefined) await planner.organisation.addTrust(trust);
  return { planner, context: opened.context };
}

describe('a policy of the PC', () => {
  test('lies where only an administrator writes', () => {
    expect(policyFile('win32', { ProgramData: 'C:\\ProgramData' })).toMatch(/ProgramData.+policy\.json$/u);
    expect(policyFile('linux', {})).toBe('/etc/maternity-workforce-planner/policy.json');
  });

  test('that is wrong is refused in words that name the place, and nothing is opened', async () => {
    const wrong: [unknown, RegExp][] = [
      ['{', /not JSON/u],
      [{}, /format/u],
      [{ format, dataFolder: 'planner' }, /dataFolder: write the whole path/u],
      [{ format, disabled: ['everything'] }, /disabled\.0: use one of/u],
      [{ format, disabled: ['backups'] }, /disabled\.0: use one of/u],
      [{ format, idleLockMinutes: 0 }, /idleLockMinutes/u],
      [{ format, smallNumbers: { lmnsBelow: 2 } }, /lmnsBelow/u],
      [{ format, colour: 'blue' }, /colour/u],
    ];
    for (const [content, words] of wrong)
      expect(read(content)).toMatchObject({ kind: 'refused', code: 'policy', message: expect.stringMatching(words) });
    expect(readPolicy(join(temporaryFolder(), 'none.json'), policyFile('linux', {}))).toMatchObject({
      kind: 'refused',
    });
    const data = temporaryFolder();
    const said: string[] = [];
    const outputs = { print: () => undefined, say: (text: string) => void said.push(text) };
    expect(
      await runLine(['check', '--data', data, '--policy', policyIn({ format, disabled: ['x'] })], project, outputs),
    ).toBe(1);
    expect(said.join()).toContain('policy');
    expect(readdirSync(data)).toEqual([]);
  });

  test('decides where the store lies, whatever the person asks for, and goes before one that the person names', async () => {
    const [decided, asked] = [join(temporaryFolder(), 'decided'), temporaryFolder()];
    const file = policyIn({ format, dataFolder: decided });
    expect(dataFolderByPolicy(file)).toBe(decided);
    expect(readPolicy(policyIn({ format, idleLockMinutes: 99 }), file)).toMatchObject({ dataFolder: decided });
    const outputs = { print: () => undefined, say: () => undefined };
    expect(await runLine(['check', '--data', asked, '--policy', file], project, outputs)).toBe(0);
    expect([readdirSync(decided), readdirSync(asked)]).toEqual([expect.arrayContaining(['planner.sqlite']), []]);
  });

  test('cannot switch off what its document says, and nothing else', () => {
    const document = readFileSync(join(project, 'docs/deployment.md'), 'utf8');
    const [, words = ''] = /may be left out\. ([^.]+) cannot be switched\s+off/.exec(document) ?? [];
    const said = [...words.matchAll(/`(\w+)`/g)].map(([, noun]) => noun);
    const needed = Object.keys(contract).filter((noun) => !SWITCHABLE.includes(noun));
    expect(said.sort()).toEqual(needed.sort());
  });

  test('switches parts off for every caller, and leaves the others', async () => {
    const { planner } = await under({ disabled: ['lmns', 'exports'] });
    expect(
      (
        await refusalOf(
          planner.exports.table({ title: 'x', subtitle: '', columns: [], rows: [], definitions: [] } as never),
        )
      ).code,
    ).toBe('SWITCHED_OFF');
    expect((await refusalOf(planner.lmns.received({ lmns: 1 }))).message).toContain(
      'switched off on this PC by its policy',
    );
    expect((await planner.organisation.overview()).trusts).toHaveLength(1);
    const said: string[] = [];
    const outputs = { print: () => undefined, say: (text: string) => void said.push(text) };
    const file = policyIn({ format, disabled: ['returns'] });
    const words = ['return', '--trust', 'RX1', '--period', '2026-Q2', '--out', 'x.xlsx', '--policy', file];
    expect(await runLine([...words, '--data', temporaryFolder()], project, outputs)).toBe(1);
    expect(said.join()).toContain('switched off');
  });

  test('has what is switched off told to the page and the menu, and left out of Today and of what can be gone to', async () => {
    const disabled = ['preceptorship', 'training', 'establishment'];
    const dataFolder = temporaryFolder();
    const { planner } = openTestPlanner(dataFolder);
    await planner.organisation.addTrust(trust);
    await planner.preceptorship.addPreceptee({ trust: 'RX1', name: 'Olivia Bhatt', wte: 100_000, start: '2026-01-05' });
    await planner.organisation.addUnit({ trust: 'RX1', name: 'Rowan', kind: 'antenatal', site: null });
    const [unit] = (await planner.organisation.overview()).trusts[0]?.units ?? [];
    const cells = { required: 200_000, funded: 200_000, inPost: 100_000 };
    await planner.establishment.addLine({
      trust: 'RX1',
      unit: unit?.id ?? 0,
      staffGroup: 'midwives',
      band: '6',
      ...cells,
    });
    const { planner: off } = await under({ disabled }, dataFolder);
    expect((await off.profiles.state()).switchedOff).toEqual(disabled);
    expect((await planner.profiles.state()).switchedOff).toEqual([]);
    expect(switchedOffByPolicy(policyIn({ format, disabled }))).toEqual(disabled);
    expect(switchedOffByPolicy(policyIn('{'))).toEqual([]);
    const found = async ({ places }: typeof planner) =>
      (await Promise.all(['olivia', 'fetal'].map((words) => places.find({ trust: 'RX1', words })))).flatMap((answer) =>
        answer.places.map(({ kind }) => kind),
      );
    expect(await found(planner)).toEqual(expect.arrayContaining(['preceptee', 'course']));
    expect(await found(off)).toEqual([]);
    const areas = async ({ today }: typeof planner) =>
      (await today.due({ trust: 'RX1' })).counts.map(({ area }) => area);
    expect(await areas(planner)).toContain('preceptorship');
    expect(await areas(off)).not.toContain('preceptorship');
    const figures = ({ today }: typeof planner) => today.figures({ trust: 'RX1', from: 'gap' });
    expect((await figures(planner)).length).toBeGreaterThan(0);
    expect(await figures(off)).toEqual([]);
  });

  test('decides where backups are copied to, and nobody else does', async () => {
    const second = temporaryFolder();
    const { planner } = await under({ backupFolder: second });
    await planner.backups.make();
    expect((await planner.backups.list()).second).toBe(second);
    expect(readdirSync(second)).toHaveLength(1);
    const refusal = await refusalOf(planner.backups.setSecond({ folder: temporaryFolder() }));
    expect(refusal).toMatchObject({ code: 'PLACE_WRONG', message: expect.stringContaining('policy') });
  });

  test('decides which counts leave the trust, and no value of a trust’s own changes it', async () => {
    const { planner, context } = await under({ smallNumbers: { lmnsBelow: 8, publicBelow: 12 } });
    const place = { trust: 'RX1', pack: 'small-numbers', path: 'profiles[lmns].hideBelow' };
    await planner.organisation.setRule({ ...place, value: 3, agreedBy: 'The board', why: 'To see whether that goes' });
    const { profiles } = rulesInForce(context, 'RX1').smallNumbers;
    expect(profiles.map(({ key, hideBelow }) => [key, hideBelow])).toEqual([
      ['internal', 1],
      ['lmns', 8],
      ['public', 12],
      ['survey', 11],
    ]);
  });

  test('decides how long an idle screen stays open at the most', async () => {
    const { planner, context } = await under({ idleLockMinutes: 5 });
    expect(idleMinutes(context)).toBe(5);
    await planner.profiles.setIdleMinutes({ minutes: null });
    expect(idleMinutes(context)).toBe(5);
  });

  test('is shown in About, with the file', async () => {
    const { planner } = await under({ disabled: ['lmns'], idleLockMinutes: 5 });
    const { policy, runtime, isLocked } = await planner.planner.about();
    expect(policy?.file).toMatch(/policy\.json$/u);
    expect(policy?.says).toEqual(['Switched off: lmns.', 'An idle screen is locked after 5 minutes at the latest.']);
    expect([runtime, isLocked]).toEqual([expect.stringContaining(`Node ${process.versions.node}`), false]);
  });
});

describe('diagnostics to copy', () => {
  test('hold counts and versions, and no name, path or text that anybody typed, not even where something failed', async () => {
    const folder = join(temporaryFolder(), 'Users', 'Zyxmark Quillon');
    mkdirSync(folder, { recursive: true });
    const { planner, context } = openTestPlanner(folder);
    await planner.organisation.addTrust({ ...trust, name: 'Zyxmark Trust' });
    await planner.organisation.addUnit({
      trust: 'RX1',
      name: 'Quillon Birth Centre',
      kind: 'birth_centre',
      site: null,
    });
    await planner.preceptorship.addPreceptor({ trust: 'RX1', name: 'Zyxmark Quillon', person: '20304050' });
    const failure = {
      at: context.now(),
      reference: 'A1B2C3',
      procedure: 'staff.list',
      error: 'Zyxmark Quillon 20304050',
    };
    const odd = { ...failure, procedure: 'Zyxmark Quillon' };
    writeFileSync(join(folder, 'failures.jsonl'), `${JSON.stringify(failure)}\n${JSON.stringify(odd)}\nhalf a li`);
    const { text } = await planner.planner.diagnostics();
    for (const fact of ['preceptor 1', 'unit 1', 'Node ', 'small-numbers', 'sound']) expect(text).toContain(fact);
    for (const planted of ['Zyxmark', 'Quillon', '20304050', 'RX1', folder, 'Users'])
      expect(text).not.toContain(planted);
    writeFileSync(join(folder, 'failures.jsonl'), `${JSON.stringify(failure)}\n`);
    expect((await planner.planner.diagnostics()).text).toContain('A1B2C3 staff.list');
  });
});
