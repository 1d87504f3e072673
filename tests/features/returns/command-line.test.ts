import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { returnForCommandLine } from '../../../electron/features/returns/command-line.ts';
import { readReturnWorkbook } from '../../../electron/features/returns/read-workbook.ts';
import { temporaryFolder } from '../../support/database.ts';
import { setLine } from '../../support/set-line.ts';
import { addTestTrust, openTestPlanner, refusalOf, submitReturn, type TestPlanner } from './planner.ts';

let planner: TestPlanner;
let out: string;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  out = join(temporaryFolder(), 'return.xlsx');
});

const run = (replace = false, trust = 'RX1') =>
  returnForCommandLine(planner.context, { trust, period: '2026-Q2', out, replace });

test('a return is started and written as it stands in one step, and the answer says what was written', async () => {
  const answer = await run();
  const bytes = readFileSync(out);
  expect(answer).toMatchObject({
    trust: 'RX1',
    period: '2026-Q2',
    file: out,
    bytes: bytes.byteLength,
    madeAt: '2026-10-03T09:30:00.000Z',
    state: 'draft',
    restated: 0,
    linesWithStatus: 0,
  });
  expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(answer.findings).toHaveLength(12);
  const read = await readReturnWorkbook(out);
  expect(read).toEqual({
    kind: 'read',
    document: await planner.client.returns.document({ trust: 'RX1', period: '2026-Q2' }),
  });
});

test('a draft is written as it is now; what was submitted is the same file ever after', async () => {
  await run();
  const Q2 = { trust: 'RX1', period: '2026-Q2' };
  await planner.client.returns.changeAnswer({ ...Q2, reference: '4.1', change: { field: 'status', value: 'red' } });
  expect(await run(true)).toMatchObject({ state: 'draft', linesWithStatus: 1 });
  await submitReturn(planner, Q2);
  const submitted = await run(true);
  expect(submitted).toMatchObject({ state: 'submitted', madeAt: '2026-10-03T09:30:00.000Z' });
  planner.clock.now = '2027-02-04T08:00:00.000Z';
  const { lines } = await planner.client.establishment.sheet({ trust: 'RX1' });
  await setLine(planner.client, { trust: 'RX1', id: lines[0]?.id ?? 0, inPost: 5_100_000 });
  expect(await run(true)).toMatchObject({ sha256: submitted.sha256, madeAt: submitted.madeAt });
});

test('a file that is there stays as it is unless replacing it was asked for', async () => {
  writeFileSync(out, 'old');
  expect(await refusalOf(run())).toMatchObject({ code: 'FILE_EXISTS', message: expect.stringContaining('--replace') });
  expect(readFileSync(out, 'utf8')).toBe('old');
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
