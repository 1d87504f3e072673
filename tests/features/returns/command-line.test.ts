import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { returnForCommandLine } from '../../../electron/features/returns/command-line.ts';
import { readReturnWorkbook } from '../../../electron/features/returns/read-workbook.ts';
import { temporaryFolder } from '../../support/database.ts';
import { addTestTrust, openTestPlanner, refusalOf, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
let out: string;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  out = join(temporaryFolder(), 'return.xlsx');
});

const run = (replace = false, trust = 'RX1') =>
  returnForCommandLine(planner.context, { trust, period: '2026-Q2', out, replace });

test('a return is started, made and written in one step, and the answer says what was written', async () => {
  const answer = await run();
  const bytes = readFileSync(out);
  expect(answer).toMatchObject({
    trust: 'RX1',
    period: '2026-Q2',
    file: out,
    bytes: bytes.byteLength,
    madeAt: '2026-10-03T09:30:00.000Z',
    madeAnew: true,
    linesWithStatus: 0,
  });
  expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(answer.findings).toHaveLength(12);
  const read = await readReturnWorkbook(out);
  expect(read).toEqual({
    kind: 'read',
    document: await planner.client.returns.made({ trust: 'RX1', period: '2026-Q2' }),
  });
});

test('a second run with nothing changed writes the same file; after a change the return is made anew', async () => {
  const first = await run();
  planner.clock.now = '2026-10-04T08:00:00.000Z';
  expect(await run(true)).toMatchObject({ madeAnew: false, sha256: first.sha256, madeAt: first.madeAt });
  await planner.client.returns.save({
    trust: 'RX1',
    period: '2026-Q2',
    reference: '4.1',
    change: { field: 'status', value: 'red' },
  });
  expect(await run(true)).toMatchObject({ madeAnew: true, madeAt: '2026-10-04T08:00:00.000Z', linesWithStatus: 1 });
});

test('a file that is there stays as it is unless replacing it was asked for, and then nothing is made', async () => {
  writeFileSync(out, 'old');
  expect(await refusalOf(run())).toMatchObject({ code: 'FILE_EXISTS', message: expect.stringContaining('--replace') });
  expect(readFileSync(out, 'utf8')).toBe('old');
  expect(await refusalOf(planner.client.returns.made({ trust: 'RX1', period: '2026-Q2' }))).toMatchObject({
    code: 'NOT_MADE',
  });
  await run(true);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
});

test('a folder that is not there is refused, and nothing is left behind', async () => {
  const folder = join(out, '..');
  out = join(folder, 'none', 'return.xlsx');
  expect(await refusalOf(run())).toMatchObject({
    code: 'FILE_NOT_WRITTEN',
    message: expect.stringContaining('is not there'),
  });
  expect([existsSync(out), readdirSync(folder)]).toEqual([false, []]);
});

test('an unknown trust is refused before anything is written', async () => {
  expect(await refusalOf(run(false, 'RX9'))).toMatchObject({ code: 'TRUST_UNKNOWN' });
  expect(existsSync(out)).toBe(false);
});
