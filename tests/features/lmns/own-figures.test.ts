import ExcelJS from 'exceljs';
import { beforeEach, expect, test } from 'vitest';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { openTestPlanner, refusalOf, type TestPlanner } from '../returns/planner.ts';
import { returnOf } from './returns.ts';

const Q2 = '2026-Q2';
let planner: TestPlanner;
let lmns: number;

const receive = async (...document: Parameters<typeof returnOf>) => {
  const made = returnOf(...document);
  const contents = Buffer.from(await writeBundle(made)).toString('base64');
  const answer = await planner.client.lmns.receive({ lmns, fileName: `${made.trust.code}.bundle`, contents });
  expect(answer.kind, answer.said).toBe('received');
};
/** The texts of each sheet of a workbook. */
const sheetTexts = async (contents: string) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(contents, 'base64') as unknown as ExcelJS.Buffer);
  const texts = (sheet: ExcelJS.Worksheet) => {
    const found: string[] = [];
    sheet.eachRow((row) => row.eachCell(({ text }) => found.push(text)));
    return found;
  };
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, texts(sheet)]));
};
const line = async (reference: string) =>
  (await planner.client.lmns.answers({ lmns, period: Q2 })).find(({ plan }) => plan.reference === reference);

beforeEach(async () => {
  planner = openTestPlanner({ now: '2026-10-20T09:30:00.000Z' });
  lmns = (await planner.client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' })).id;
  for (const [code, name] of [
    ['RXA', 'Ashbourne'],
    ['RXB', 'Brackenfell'],
  ] as const)
    await planner.client.lmns.setTrust({ lmns, code, name, hasPlanner: true });
});

test('a figure in the evidence of the LMNS’s line keeps formula, inputs, date and packs, and is overruled with a reason', async () => {
  await receive({ code: 'RXA', name: 'Ashbourne', funded: 10_000_000, inPost: 9_000_000 });
  await receive({ code: 'RXB', name: 'Brackenfell', funded: 30_000_000, inPost: 30_000_000, pack: '2' });
  const key = '4.4-T2-vacancy';
  const offered = (await line('4.4'))?.figures.find((one) => one.key === key);
  const of = { lmns, period: Q2, reference: '4.4', key, sentence: offered?.sentence ?? '' };
  expect((await planner.client.lmns.keepFigure(of)).label).toBe('4.4 figure: Vacancy rate');
  expect((await planner.client.lmns.keepFigure(of)).label).toBeNull();
  const kept = async () => (await line('4.4'))?.kept ?? [];
  expect(await kept()).toMatchObject([
    {
      figure: {
        source: 'Returns of 2 of 2 trusts',
        of: 'July to September 2026',
        decision: { kind: 'accepted', on: '2026-10-20', reason: null },
        measures: [
          {
            value: { numerator: 1_000_000, denominator: 40_000_000 },
            formula: 'sum of funded less in post, WTE / sum of funded, WTE',
            inputs: [
              { title: 'funded less in post, WTE', kind: 'wte', value: 1_000_000 },
              { title: 'funded, WTE', kind: 'wte', value: 40_000_000 },
            ],
          },
        ],
      },
      packs: [
        { id: 'staff-rules', version: '1', trusts: ['RXA'] },
        { id: 'staff-rules', version: '2', trusts: ['RXB'] },
      ],
    },
  ]);
  // A later return moves what is offered; what was taken in stays, and an old sentence is not accepted for the new figure.
  const restates = { of: '2026-10-05T09:00:00.000Z', reason: 'A unit was left out.' };
  const madeAt = '2026-10-12T09:00:00.000Z';
  await receive({
    code: 'RXB',
    name: 'Brackenfell',
    funded: 30_000_000,
    inPost: 29_000_000,
    pack: '2',
    madeAt,
    restates,
  });
  expect((await kept())[0]?.figure.sentence).toBe(offered?.sentence);
  expect(await refusalOf(planner.client.lmns.keepFigure(of))).toMatchObject({ code: 'FIGURE_GONE' });

  const sentence = (await line('4.4'))?.figures.find((one) => one.key === key)?.sentence ?? '';
  const values = [{ measure: 'T2-vacancy', value: { numerator: 450, denominator: 10_000 } }];
  const without = planner.client.lmns.keepFigure({ ...of, sentence, values });
  expect(await refusalOf(without)).toMatchObject({ code: 'REASON_WANTED' });
  const reason = 'Brackenfell counted a closed ward.';
  const words = 'About 4.50 % once the closed ward is taken off.';
  await planner.client.lmns.keepFigure({ ...of, sentence, values, words, reason });
  expect((await kept())[0]?.figure.measures[0]).toMatchObject({
    value: { numerator: 450, denominator: 10_000 },
    workedOut: { numerator: 2_000_000, denominator: 40_000_000 },
  });
  const file = await planner.client.lmns.file({ lmns, period: Q2, kind: 'return xlsx' });
  const sheets = await sheetTexts(file.contents);
  const overruled = `${words} Vacancy rate 4.50 %, worked out as 5.00 %. Overruled on 20 October 2026: ${reason}`;
  expect(sheets.get('Lines')).toContain(overruled);
  expect(sheets.get('Figures')).toEqual(
    expect.arrayContaining(['4.50 %', '5.00 %', 'Staff rules 1 (RXA); Staff rules 2 (RXB)']),
  );

  const dropped = await planner.client.lmns.dropFigure({ lmns, period: Q2, reference: '4.4', key });
  expect([dropped.label, await kept()]).toEqual(['4.4 without the figure: Vacancy rate', []]);
  await planner.client.lmns.undo({ lmns });
  expect((await kept())[0]?.figure.decision).toEqual({ kind: 'overruled', on: '2026-10-20', reason });
  const patient = planner.client.lmns.keepFigure({ ...of, sentence, words: 'See NHS number 943 476 5919', reason });
  expect(await refusalOf(patient)).toMatchObject({ code: 'PATIENT_IDENTIFIER' });
});
