import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReturnDocument } from '#contract';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { returnWorkbook } from '../../../electron/features/returns/workbook.ts';
import { openTestPlanner, refusalOf, type TestPlanner } from '../returns/planner.ts';
import { keptOf, returnOf } from './returns.ts';

const Q2 = '2026-Q2';
const ada = { code: 'RXA', name: 'Ashbourne' };
let planner: TestPlanner;
let lmns: number;

beforeEach(async () => {
  planner = openTestPlanner({ now: '2026-10-20T09:30:00.000Z' });
  lmns = (await planner.client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' })).id;
  for (const [code, name] of [
    ['RXA', 'Ashbourne'],
    ['RXB', 'Brackenfell'],
    ['RXC', 'Coldwater'],
  ] as const)
    await planner.client.lmns.setTrust({ lmns, code, name, hasPlanner: true });
  await planner.client.lmns.setPeriod({ lmns, period: Q2, due: '2026-10-15' });
});

const bundleOf = async (document: ReturnDocument, passphrase: string | null = null) =>
  Buffer.from(await writeBundle(document, passphrase)).toString('base64');
const receive = async (document: ReturnDocument, more: object = {}) =>
  planner.client.lmns.receive({
    lmns,
    fileName: `${document.trust.code} ${document.period}.bundle`,
    contents: await bundleOf(document),
    ...more,
  });
const received = () => planner.client.lmns.received({ lmns });

describe('receiving returns', () => {
  test('a bundle is received, kept whole, and recognised when it comes again, sealed anew or not', async () => {
    const document = returnOf(ada);
    const first = await receive(document);
    expect(first).toMatchObject({ kind: 'received', code: 'RXA', period: Q2 });
    expect(first.said).toContain('It counts from now on.');
    expect(await receive(document, { fileName: 'again.bundle' })).toMatchObject({
      kind: 'known',
      said: expect.stringContaining('was received on 20 October 2026 as RXA 2026-Q2.bundle'),
    });
    const sealed = await bundleOf(document, 'a long passphrase');
    const file = { lmns, fileName: 'sealed.bundle', contents: sealed };
    expect(await planner.client.lmns.receive(file)).toMatchObject({ kind: 'sealed' });
    expect(await planner.client.lmns.receive({ ...file, passphrase: 'a wrong passphrase' })).toMatchObject({
      kind: 'sealed',
      said: expect.stringContaining('does not open'),
    });
    expect(await planner.client.lmns.receive({ ...file, passphrase: 'a long passphrase' })).toMatchObject({
      kind: 'known',
    });
    const { receipts } = await received();
    expect(receipts).toHaveLength(1);
    expect(receipts[0]).toMatchObject({ way: 'bundle', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), counts: true });
    expect(keptOf(planner, lmns, receipts[0]?.id)).toEqual(document);
  });

  test('a received file can be saved again byte for byte, also after its receipt was undone and done again', async () => {
    const contents = await bundleOf(returnOf(ada), 'a long passphrase');
    const sent = { lmns, fileName: 'Ashbourne sealed.bundle', contents, passphrase: 'a long passphrase' };
    expect((await planner.client.lmns.receive(sent)).kind).toBe('received');
    const receipt = (await received()).receipts[0]?.id ?? 0;
    const original = () => planner.client.lmns.original({ lmns, receipt });
    const file = { fileName: 'Ashbourne sealed.bundle', contents };
    expect(await original()).toEqual(file);
    await planner.client.lmns.undo({ lmns });
    expect(await refusalOf(original())).toMatchObject({ code: 'NOT_THERE' });
    await planner.client.lmns.redo({ lmns });
    expect(await original()).toEqual(file);
    const other = (await planner.client.lmns.setUp({ name: 'Another LMNS', kind: 'LMNS' })).id;
    expect(await refusalOf(planner.client.lmns.original({ lmns: other, receipt }))).toMatchObject({
      code: 'NOT_THERE',
    });
    const large = Buffer.alloc(33 * 1024 * 1024, 'PK').toString('base64');
    const answer = await planner.client.lmns.receive({ lmns, fileName: 'large.xlsx', contents: large });
    expect(answer).toMatchObject({ kind: 'refused', said: expect.stringContaining('more than 32 MB') });
  });

  test('who has sent what stands in a matrix, late ones in words, and a restatement makes nobody late', async () => {
    await receive(returnOf(ada));
    let { trusts, late } = await received();
    expect(trusts.map(({ name, cells }) => [name, cells[0]?.standing])).toEqual([
      ['Ashbourne', 'after its day'],
      ['Brackenfell', 'late'],
      ['Coldwater', 'late'],
    ]);
    expect(late).toEqual(['July to September 2026: Brackenfell, Coldwater']);
    await planner.client.lmns.setPeriod({ lmns, period: Q2, due: '2026-10-20' });
    planner.clock.now = '2026-11-10T09:30:00.000Z';
    const restates = { of: '2026-10-05T09:00:00.000Z', reason: 'A unit was counted twice.' };
    const again = await receive(returnOf({ ...ada, madeAt: '2026-11-09T09:00:00.000Z', inPost: 8_000_000, restates }));
    expect(again.said).toContain('It restates the return: A unit was counted twice.');
    ({ trusts, late } = await received());
    expect(trusts[0]?.cells[0]).toMatchObject({
      standing: 'in time',
      said: expect.stringContaining('sent again once'),
    });
    const { receipts } = await received();
    expect(receipts.map(({ counts }) => counts)).toEqual([true, false]);
  });

  test('an earlier return that comes later is kept and does not count', async () => {
    await receive(returnOf({ ...ada, madeAt: '2026-10-12T09:00:00.000Z' }));
    const late = await receive(returnOf({ ...ada, madeAt: '2026-10-05T09:00:00.000Z', inPost: 1 }));
    expect(late.said).toContain('A later return of that trust and period counts');
  });

  test('a trust that is not expected is asked about first, and files of no return are refused by name', async () => {
    const other = returnOf({ code: 'RXZ', name: 'Zeal' });
    expect(await receive(other)).toMatchObject({ kind: 'not expected', code: 'RXZ', name: 'Zeal' });
    expect(await receive(other, { addTrust: true })).toMatchObject({ kind: 'received' });
    expect((await received()).trusts.map(({ code }) => code)).toContain('RXZ');
    const contents = Buffer.from('a letter').toString('base64');
    const letter = await planner.client.lmns.receive({ lmns, fileName: 'letter.txt', contents });
    expect(letter).toMatchObject({ kind: 'refused', said: expect.stringMatching(/^letter\.txt: /) });
    const altered = Buffer.from((await bundleOf(returnOf(ada))).slice(0, -40), 'base64').toString('base64');
    expect(await planner.client.lmns.receive({ lmns, fileName: 'cut.bundle', contents: altered })).toMatchObject({
      kind: 'refused',
      said: expect.stringContaining('cut.bundle'),
    });
  });

  test('a return is set aside and accepted again, and everything is undone and done again in the LMNS’s own history', async () => {
    await receive(returnOf(ada));
    const id = (await received()).receipts[0]?.id ?? 0;
    await planner.client.lmns.setAside({ lmns, receipt: id, why: 'Sent by mistake' });
    expect((await received()).trusts[0]?.cells[0]?.standing).toBe('set aside');
    expect(await planner.client.lmns.undo({ lmns })).toEqual({ label: 'Set aside RXA 2026-Q2.bundle' });
    expect((await received()).trusts[0]?.cells[0]?.standing).toBe('after its day');
    expect(await planner.client.lmns.undo({ lmns })).toEqual({ label: 'Receive Ashbourne, July to September 2026' });
    expect((await received()).receipts).toEqual([]);
    await planner.client.lmns.redo({ lmns });
    expect((await received()).receipts).toHaveLength(1);
    const other = (await planner.client.lmns.setUp({ name: 'Other ICB', kind: 'ICB' })).id;
    expect(await planner.client.lmns.undo({ lmns: other })).toEqual({ label: null });
  });
});

describe('a workbook that somebody typed in', () => {
  async function typedIn(document: ReturnDocument, type: (workbook: ExcelJS.Workbook) => void): Promise<string> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await returnWorkbook(document)).slice().buffer);
    type(workbook);
    return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
  }
  /** The cell of the first line below a heading. */
  function cellBelow(workbook: ExcelJS.Workbook, sheet: string, heading: string): ExcelJS.Cell {
    const found = workbook.getWorksheet(sheet);
    let column = 0;
    found?.getRow(4).eachCell((cell, at) => {
      if (cell.value === heading) column = at;
    });
    if (!found || column === 0) throw new Error(`No ${heading} on ${sheet}`);
    return found.getCell(5, column);
  }

  test('shows each difference, and takes over those that are accepted', async () => {
    const contents = await typedIn(returnOf(ada), (workbook) => {
      cellBelow(workbook, 'Lines', 'Status').value = 'At risk';
      cellBelow(workbook, 'Lines', 'Progress').value = 'Two posts were lost';
      cellBelow(workbook, 'Workforce', 'In post').value = 88.5;
      cellBelow(workbook, 'Workforce', 'Vacancy, net').value = 11.5;
    });
    const file = { lmns, fileName: 'typed.xlsx', contents };
    const asked = await planner.client.lmns.receive(file);
    if (asked.kind !== 'typed in') throw new Error(`It answered ${asked.kind}: ${asked.said}`);
    expect(asked.differences.map(({ made, typed, path }) => [made, typed, path.length > 0])).toEqual([
      ['On track', 'At risk', true],
      ['Progress of RXA', 'Two posts were lost', true],
      ['90', '88.5', true],
      ['10', '11.5', false],
    ]);
    expect((await received()).receipts).toEqual([]);
    const accepted = asked.differences.filter(({ typed }) => typed !== 'Two posts were lost').map(({ place }) => place);
    expect(await planner.client.lmns.receive({ ...file, accepted })).toMatchObject({ kind: 'received' });
    const { receipts } = await received();
    expect(receipts[0]?.typed.map((one) => one.accepted)).toEqual([true, false, true, false]);
    const document = keptOf(planner, lmns, receipts[0]?.id);
    expect(document.lines[0]).toMatchObject({ status: 'amber', progress: 'Progress of RXA' });
    expect(document.workforce.rows[0]?.inPost).toBe(8_850_000);
    expect(await planner.client.lmns.receive(file)).toMatchObject({ kind: 'known' });
  });

  test('as it was made has no differences, whatever the return says', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (progress) => {
        const contents = await typedIn(returnOf({ ...ada, progress }), () => {});
        const answer = await planner.client.lmns.receive({ lmns, fileName: 'made.xlsx', contents });
        expect(answer.kind, answer.said).toMatch(/received|known/);
      }),
      { numRuns: 5 },
    );
  });
});

test('a trust with returns stays on the list, and another LMNS knows nothing of it', async () => {
  await receive(returnOf(ada));
  expect(await refusalOf(planner.client.lmns.removeTrust({ lmns, code: 'RXA' }))).toMatchObject({ code: 'STILL_USED' });
  await planner.client.lmns.removeTrust({ lmns, code: 'RXC' });
  expect(await refusalOf(planner.client.lmns.received({ lmns: lmns + 1 }))).toMatchObject({
    code: 'LMNS_UNKNOWN',
    message: expect.stringContaining('Mallowmere LMNS'),
  });
});
