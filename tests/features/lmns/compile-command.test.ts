import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { runLine } from '../../../electron/command-line/line.ts';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { returnWorkbook } from '../../../electron/features/returns/workbook.ts';
import { temporaryFolder } from '../../support/database.ts';
import { addTestTrust, openTestPlanner, root, submitReturn } from '../returns/planner.ts';
import { returnOf } from './returns.ts';

const RX1 = { trust: 'RX1', period: '2026-Q2' };

/** A line of the command line on a store in which there is no LMNS. */
async function run(...words: string[]) {
  const [printed, said] = [[] as string[], [] as string[]];
  const outputs = { print: (text: string) => printed.push(text), say: (text: string) => said.push(text) };
  const status = await runLine(['compile', ...words, '--data', temporaryFolder()], root, outputs);
  const answer = printed.length === 0 ? undefined : JSON.parse(printed.join(''));
  return { answer, sentence: said.join('\n'), status };
}

interface Table {
  readonly name: string;
  readonly columns: { heading: string }[];
  readonly rows: { values: unknown[] }[];
}

const tableOf = (file: string, name: string): Table => {
  const { tables } = JSON.parse(readFileSync(file, 'utf8')) as { tables: Table[] };
  const found = tables.find((table) => table.name === name);
  if (!found) throw new Error(`There is no table ${name}`);
  return found;
};

let first: Buffer;
let restated: Buffer;
let blank: Buffer;

/** A trust's quarter by its own planner: submitted, then corrected with a reason. */
beforeAll(async () => {
  const planner = openTestPlanner();
  const { returns } = planner.client;
  await addTestTrust(planner);
  await returns.register(RX1);
  await returns.start(RX1);
  await returns.changeAnswer({ ...RX1, reference: '4.1', change: { field: 'status', value: 'green' } });
  await submitReturn(planner, RX1);
  const bundle = async () => Buffer.from((await returns.bundle(RX1)).contents, 'base64');
  first = await bundle();
  planner.clock.now = '2026-11-02T10:00:00.000Z';
  await returns.correct(RX1);
  await returns.changeAnswer({ ...RX1, reference: '4.1', change: { field: 'status', value: 'red' } });
  await returns.restate({ ...RX1, role: 'Director of midwifery', reason: 'The board saw it otherwise' });
  restated = await bundle();
  const { lmns } = planner.client;
  const { id } = await lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' });
  await lmns.setTrust({ lmns: id, code: 'RXC', name: 'Coldwater', hasPlanner: false });
  blank = Buffer.from((await lmns.blank({ lmns: id, period: '2026-Q2', code: 'RXC' })).contents, 'base64');
});

/** A folder of an LMNS whose returns are all sound. */
async function soundFolder(): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'earlier'));
  // The correction comes before what it corrects: not the order of names counts, but the day of the return.
  writeFileSync(join(folder, '1 RX1 again.mwpreturn'), restated);
  writeFileSync(join(folder, '2 RX1.mwpreturn'), first);
  const earlier = returnOf({ code: 'RXB', name: 'Brackenfell', period: '2026-Q1', madeAt: '2026-07-05T09:00:00.000Z' });
  writeFileSync(join(folder, 'earlier', 'RXB'), await writeBundle(earlier));
  writeFileSync(
    join(folder, 'RXA.xlsx'),
    await returnWorkbook(returnOf({ code: 'RXA', name: 'Ashbourne', leavers: 12, midwives: 100 })),
  );
  writeFileSync(
    join(folder, 'RXB.mwpreturn'),
    await writeBundle(
      returnOf({ code: 'RXB', name: 'Brackenfell', leavers: 10, midwives: 60 }),
      'correct horse battery',
    ),
  );
  writeFileSync(join(folder, 'passphrase.txt'), 'correct horse battery\n');
  writeFileSync(join(folder, 'minutes.txt'), 'Of the meeting');
  return folder;
}

describe('compile without anybody there', () => {
  test('reads bundles, sealed ones and workbooks of a folder and writes the system; the latest return counts', async () => {
    const folder = await soundFolder();
    const out = join(folder, 'system.json');
    const sealed = ['--passphrase-file', join(folder, 'passphrase.txt')];
    const { answer, sentence, status } = await run('--in', folder, '--out', out, ...sealed);
    expect({ sentence, status }).toEqual({ sentence: '', status: 0 });
    expect(answer).toMatchObject({
      period: '2026-Q2',
      periods: [
        { period: '2026-Q1', returned: 1 },
        { period: '2026-Q2', returned: 3 },
      ],
      missing: [],
      restated: ['RX1'],
      refused: [],
      others: ['minutes.txt', 'passphrase.txt'],
    });
    const read = answer.read.map((one: { file: string; way: string; trust: string }) => [one.file, one.way, one.trust]);
    expect(read).toEqual([
      ['1 RX1 again.mwpreturn', 'bundle', 'RX1'],
      ['2 RX1.mwpreturn', 'bundle', 'RX1'],
      ['RXA.xlsx', 'workbook', 'RXA'],
      ['RXB.mwpreturn', 'bundle', 'RXB'],
      ['earlier/RXB', 'bundle', 'RXB'],
    ]);
    // 12 of 100 and 10 of 60: sums over sums, and not the mean of two rates.
    const leavers = tableOf(out, 'measures').rows.find(({ values }) => values[0] === 'T2-leavers');
    expect(leavers?.values.slice(2, 6)).toEqual(['The system', '22', '160', { numerator: 22, denominator: 160 }]);
    expect(tableOf(out, 'restatements').rows.map(({ values }) => values.slice(2, 5))).toContainEqual([
      'Status of 4.1',
      'On track',
      'Off track',
    ]);
    expect(await run('--in', folder, '--out', out, ...sealed)).toMatchObject({
      status: 1,
      sentence: expect.stringContaining('--replace'),
    });
    const again = await run('--in', folder, '--out', out, ...sealed, '--replace');
    expect(again).toMatchObject({ status: 0, answer: { others: ['minutes.txt', 'passphrase.txt', 'system.json'] } });
    const earlier = await run('--in', folder, '--out', join(folder, 'q1.zip'), ...sealed, '--period', '2026-Q1');
    expect(earlier).toMatchObject({ status: 0, answer: { period: '2026-Q1', missing: [] } });
  });

  test('names each file that it refuses and ends with 1, and compiles the others into the system’s workbook', async () => {
    const folder = await soundFolder();
    writeFileSync(join(folder, 'cut.mwpreturn'), first.subarray(0, first.length * 0.6));
    const altered = Buffer.from(first);
    const at = altered.indexOf('"contents":"') + 200;
    altered[at] = altered[at] === 65 ? 66 : 65;
    writeFileSync(join(folder, 'altered.mwpreturn'), altered);
    writeFileSync(join(folder, 'rota.xlsx'), await new ExcelJS.Workbook().xlsx.writeBuffer().then(Buffer.from));
    const out = join(folder, 'system.xlsx');
    const { answer, sentence, status } = await run('--in', folder, '--out', out);
    expect(status).toBe(1);
    expect(answer.refused.map(({ file }: { file: string }) => file)).toEqual([
      'RXB.mwpreturn',
      'altered.mwpreturn',
      'cut.mwpreturn',
      'rota.xlsx',
    ]);
    for (const told of [
      'RXB.mwpreturn: This bundle is sealed.',
      'altered.mwpreturn: This bundle was changed after it was made',
      'cut.mwpreturn: This bundle ends too early',
      'rota.xlsx: ',
    ])
      expect(sentence).toContain(told);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(out);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names[0]).toBe('The system');
    expect(names.slice(-2)).toEqual(['RX1 Thistledown & Mallowmere', 'RXA Ashbourne']);
    // The corrected return is the one on the trust's sheet.
    expect(workbook.getWorksheet('RX1 Thistledown & Mallowmere')?.getRow(5).values).toContain('Off track');
    expect(answer.missing).toEqual(['RXB']);
  });

  test('bundles of every format so far are compiled; of a newer one it is said what was left out, or that it is refused', async () => {
    const data = temporaryFolder();
    const passphrase = join(data, 'passphrase.txt');
    writeFileSync(passphrase, 'told by telephone\n');
    const folder = join(root, 'tests/fixtures/bundles');
    const words = ['--in', folder, '--out', join(data, 'system.json'), '--passphrase-file', passphrase];
    const { answer, sentence, status } = await run(...words);
    expect(status).toBe(1);
    expect(answer.read).toHaveLength(6);
    expect(answer.refused.map(({ file }: { file: string }) => file)).toEqual(['newer-that-only-newer-read.mwpreturn']);
    expect(sentence).toContain('newer-with-unknown-fields.mwpreturn: a newer planner made it.');
    expect(sentence).toContain('document.maturity');
  });

  test('a workbook that somebody typed into is compiled as it was made, and the cells are named', async () => {
    const folder = temporaryFolder();
    const workbook = new ExcelJS.Workbook();
    const made = await returnWorkbook(returnOf({ code: 'RXA', name: 'Ashbourne' }));
    await workbook.xlsx.load(made.slice().buffer);
    workbook.getWorksheet('Lines')!.getCell('A5').value = '4.1';
    const row = workbook.getWorksheet('Lines')!.getRow(5);
    row.eachCell((cell) => {
      if (cell.value === 'Progress of RXA') cell.value = 'Other words';
    });
    writeFileSync(join(folder, 'RXA.xlsx'), Buffer.from(await workbook.xlsx.writeBuffer()));
    const { answer, sentence, status } = await run('--in', folder, '--out', join(folder, 'system.zip'));
    expect(status).toBe(0);
    expect(answer.read[0].typed).toHaveLength(1);
    expect(sentence).toContain('RXA.xlsx: one cell changed by hand');
  });

  test('a blank workbook that a trust filled in is compiled, with the status that it chose', async () => {
    const folder = temporaryFolder();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(blank).slice().buffer);
    workbook.getWorksheet('Lines')!.getCell('D5').value = 'At risk';
    writeFileSync(join(folder, 'Coldwater.xlsx'), Buffer.from(await workbook.xlsx.writeBuffer()));
    const out = join(folder, 'system.json');
    const { answer, status } = await run('--in', folder, '--out', out);
    expect([status, answer.read[0].way, answer.read[0].trust]).toEqual([0, 'blank', 'RXC']);
    expect(tableOf(out, 'lines').rows[0]?.values.slice(0, 4)).toEqual([
      '4.1',
      expect.any(String),
      expect.any(String),
      'At risk',
    ]);
  });

  test('what cannot be done is said in a sentence, and nothing is written', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'system.xlsx');
    const cases = [
      [['--in', folder, '--out', out], 'No return in'],
      [['--in', join(folder, 'none'), '--out', out], 'There is no folder'],
      [['--in', folder, '--out', join(folder, 'system.doc')], 'end it with .xlsx'],
      [['--out', out], '--in DIR'],
    ] as const;
    for (const [words, told] of cases)
      expect(await run(...words)).toMatchObject({ status: 1, sentence: expect.stringContaining(told) });
  });
});
