import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runLine } from '../../electron/command-line/line.ts';
import { readBundle } from '../../electron/features/returns/bundle/read.ts';
import { temporaryFolder } from '../support/database.ts';

const project = join(import.meta.dirname, '..', '..');
const samples = join(project, '..', 'shared', 'samples');
const absent = existsSync(samples) ? '' : ' (skipped: the sample workbooks do not lie beside the project)';

/** A store of its own, and the command line on it: what it printed, its sentence, and how it ended. */
function commandLine() {
  const data = temporaryFolder();
  const run = async (...words: string[]) => {
    const [printed, said] = [[] as string[], [] as string[]];
    const outputs = { print: (text: string) => printed.push(text), say: (text: string) => said.push(text) };
    const status = await runLine([...words, '--data', data], project, outputs);
    const answer = printed.length === 0 ? undefined : (JSON.parse(printed.join('')) as Record<string, unknown>);
    return { answer, sentence: said.join('\n'), status };
  };
  return { run, data };
}

test('the command line is a program: JSON on standard output, a sentence on standard error, and an exit code', () => {
  const words = [join(project, 'electron', 'cli.ts'), 'figures', 'duty_roster', '--trust', 'RX9'];
  const refused = spawnSync(process.execPath, [...words, '--data', temporaryFolder()], { encoding: 'utf8' });
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^There is no trust with the code RX9 here.*\n$/);
  const checked = spawnSync(process.execPath, [words[0]!, 'check', '--data', temporaryFolder()], { encoding: 'utf8' });
  expect(checked).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(checked.stdout)).toMatchObject({ sound: true });
});

describe('the command line', () => {
  test('calls anything in the contract, with JSON in and out', async () => {
    const { run } = commandLine();
    const trust = {
      code: 'rx1',
      name: 'My trust',
      system: null,
      sites: [],
      units: [{ name: 'Ward', kind: 'postnatal', site: null }],
    };
    expect(await run('call', 'organisation.addTrust', JSON.stringify(trust))).toMatchObject({
      status: 0,
      sentence: '',
      answer: { code: 'RX1' },
    });
    expect((await run('call', 'organisation.overview')).answer).toMatchObject({
      inView: 'RX1',
      trusts: [{ units: [{ name: 'Ward' }] }],
    });
  });

  test.each([
    ['no command', [], /^There is no command given\. The commands are: call, import/],
    ['a command that is not there', ['fly'], /^There is no command fly\./],
    ['a verb that is not in the contract', ['call', 'organisation.fly'], /^There is no organisation\.fly\./],
    ['input that is not JSON', ['call', 'organisation.view', '{'], /^The input is not JSON/],
    ['input that does not fit', ['call', 'organisation.view', '{"trust":"?"}'], /^trust: Enter the ODS code/],
    [
      'a trust that is not there',
      ['figures', 'duty_roster', '--trust', 'RX9'],
      /^There is no trust with the code RX9 here/,
    ],
    ['an option that is not there', ['check', '--fast'], /--fast/],
    ['a date that is none', ['figures', 'duty_roster', '--trust', 'RX9', '--on', '31/02/2026'], /is not a date/],
    [
      'a period that ends before it begins',
      ['figures', 'duty_roster', '--trust', 'RX9', '--from', '2026-10-02', '--to', '2026-10-01'],
      /after it ends/,
    ],
    ['a return without a quarter', ['return', '--trust', 'RX9', '--out', 'x.xlsx'], /^Give --period 2026-Q2/],
    [
      'a file that is not there',
      ['import', 'auto', 'nowhere.xlsx', '--trust', 'RX9'],
      /cannot be (read|opened)|not there/,
    ],
  ])('refuses %s with one sentence and ends with 1', async (_, words, sentence) => {
    const answer = await commandLine().run(...words);
    expect(answer.status).toBe(1);
    expect(answer.sentence).toMatch(sentence);
    expect(answer.sentence).not.toMatch(/\n\s+at /);
  });

  test('checks a store and counts its rows', async () => {
    expect(await commandLine().run('check')).toMatchObject({
      status: 0,
      answer: { sound: true, findings: [], rows: { trust: 0 } },
    });
  });

  test.skipIf(absent)(
    `imports a roster into a trust that it makes, prints its figures, and changes nothing the second time${absent}`,
    async () => {
      const { run } = commandLine();
      const file = join(samples, 'b2_birth_centre_week_cp1252.csv');
      const right = JSON.parse(
        readFileSync(join(samples, 'expected', 'b2_birth_centre_week_cp1252.csv.expected.json'), 'utf8'),
      );
      const words = ['import', 'auto', file, '--trust', 'RX1', '--period', '2026-10-19..2026-10-25'];
      expect(await run(...words, '--dry-run')).toMatchObject({ status: 0, answer: { accepted: 60, batch: null } });
      expect((await run('figures', 'duty_roster', '--trust', 'RX1')).sentence).toMatch(
        /There is no trust with the code RX1/,
      );
      expect(await run(...words)).toMatchObject({
        status: 0,
        answer: {
          kind: 'duty_roster',
          headerRow: 2,
          rowsRead: 60,
          accepted: 60,
          refused: [],
          ignored: [],
          problems: [],
        },
      });
      const { answer } = await run('figures', 'duty_roster', '--trust', 'rx1');
      expect(answer).toMatchObject({
        rows_read: right.rows_read,
        units: right.units,
        unavailability: right.unavailability,
      });
      expect((await run(...words)).answer).toMatchObject({ alreadyImported: true });
      expect((await run('check')).answer).toMatchObject({ sound: true, rows: { batch: 1, duty: right.duty_rows } });
    },
  );

  test('a mapping that does not fit is refused by the field that is wrong', async () => {
    const { run, data } = commandLine();
    const mapping = join(data, 'mapping.json');
    writeFileSync(mapping, '{"headerRow": 0}');
    expect(await run('import', 'auto', mapping, '--trust', 'RX1', '--mapping', mapping)).toMatchObject({
      status: 1,
      sentence: expect.stringMatching(/does not fit\. headerRow/),
    });
  });

  test('writes the return of a quarter, and replaces a file only when told', async () => {
    const { run, data } = commandLine();
    await run(
      'call',
      'organisation.addTrust',
      JSON.stringify({ code: 'RX1', name: 'My trust', system: null, sites: [], units: [] }),
    );
    const words = ['return', '--trust', 'RX1', '--period', '2026-Q2', '--out', join(data, 'return.xlsx')];
    expect(await run(...words)).toMatchObject({ status: 0, answer: { period: '2026-Q2', linesWithStatus: 0 } });
    expect((await run(...words)).sentence).toMatch(/There is already a file .*--replace/);
    expect((await run(...words, '--replace')).status).toBe(0);
  });

  test('makes the bundle of a return that was submitted, sealed with the passphrase of a file; a draft and a short passphrase are refused', async () => {
    const { run, data } = commandLine();
    const call = (verb: string, input: object) => run('call', verb, JSON.stringify(input));
    await call('organisation.addTrust', { code: 'RX1', name: 'My trust', system: null, sites: [], units: [] });
    const of = { trust: 'RX1', period: '2026-Q2' };
    await call('returns.start', of);
    const file = join(data, 'RX1.mwpreturn');
    const words = ['bundle', '--trust', 'RX1', '--period', '2026-Q2', '--out', file];
    expect(await run(...words)).toMatchObject({
      status: 1,
      sentence: expect.stringMatching(/^This return is a draft/),
    });
    await call('returns.check', { ...of, role: 'Maternity workforce lead' });
    await call('returns.signOff', { ...of, role: 'Director of midwifery' });
    await call('returns.submit', { ...of, role: 'Head of midwifery' });
    const passphrase = join(data, 'passphrase.txt');
    writeFileSync(passphrase, 'short\n');
    const sealed = [...words, '--passphrase-file', passphrase];
    expect(await run(...sealed)).toMatchObject({
      status: 1,
      sentence: expect.stringMatching(/fewer than 8 characters/),
    });
    writeFileSync(passphrase, 'told by telephone\n');
    const { answer } = await run(...sealed);
    const bytes = readFileSync(file);
    expect(answer).toMatchObject({
      trust: 'RX1',
      period: '2026-Q2',
      file,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sealed: true,
    });
    expect(await readBundle(bytes)).toMatchObject({ code: 'passphrase needed' });
    expect(await readBundle(bytes, { passphrase: 'told by telephone' })).toMatchObject({ kind: 'read', sealed: true });
    expect((await run(...words)).sentence).toMatch(/There is already a file .*--replace/);
    expect(await run(...words, '--replace')).toMatchObject({ status: 0, answer: { sealed: false } });
  });
});
