import exceljs from 'exceljs';
import { beforeEach, expect, it } from 'vitest';
import { openTestPlanner } from '../../support/planner.ts';
import { wholeTrust } from './assessment-samples.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
const code = 'RXX';
beforeEach(async () => {
  ({ planner } = openTestPlanner());
  await planner.organisation.addTrust({ code, name: 'Fernhollow Maternity', system: null, sites: [], units: [] });
});

/** The rows of each sheet of a workbook, in order. */
async function sheetsOf(contents: string): Promise<Record<string, (string | number | null)[][]>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(contents, 'base64') as unknown as ArrayBuffer);
  const rows = (sheet: exceljs.Worksheet) =>
    Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (_each, column) => {
        const { value } = sheet.getCell(row + 1, column + 1);
        return typeof value === 'number' || typeof value === 'string' ? value : null;
      }),
    );
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, rows(sheet)]));
}

it('an assessment is exported with its results, every step of the working and the definitions', async () => {
  const { id } = await planner.establishment.addAssessment({
    trust: code,
    inputs: wholeTrust({ reference: 'BR-2026-01' }),
  });
  const { fileName, contents } = await planner.establishment.exportAssessment({ trust: code, id });
  expect(fileName).toBe('Fernhollow Maternity BR-2026-01.xlsx');
  const sheets = await sheetsOf(contents);
  expect(Object.keys(sheets)).toEqual(['Results', 'Areas', 'Births and casemix', 'Working', 'Definitions']);
  const result = (name: string) => sheets['Results']!.find(([first]) => first === name)?.[1];
  expect(Number(result('Recommended total')).toFixed(4)).toBe('156.4543');
  expect(Number(result('Clinical total (C), midwives and support workers')).toFixed(4)).toBe('143.5360');
  const { steps } = (await planner.establishment.assessment({ trust: code, id })).result;
  expect(sheets['Working']!.slice(4).map(([, title]) => title)).toEqual(steps.map(({ title }) => title));
  const travel = sheets['Working']!.find(([area, title]) => area === 'Community' && title === 'Hours with travel');
  expect(travel?.slice(2)).toEqual(['hours × (1 + travel)', '62,760 × (1 + 15 %)', 72_174, 'hours']);
});

it('small counts of women are not told in the workbook, nor is the working that would give them away', async () => {
  const { areas, ...rest } = wholeTrust();
  const [suite, ...others] = areas;
  const [first, ...activities] = suite!.activities;
  const byCasemix = { ...first!, category: 'I' as const, quantityOf: 'casemix' as const, quantity: null };
  const { id } = await planner.establishment.addAssessment({
    trust: code,
    inputs: {
      ...rest,
      areas: [{ ...suite!, activities: [byCasemix, ...activities] }, ...others],
      settings: [{ name: 'Delivery suite', births: 4_000, counts: { I: 3, II: 140, III: 180, IV: 260, V: 0 } }],
    },
  });
  const { contents } = await planner.establishment.exportAssessment({ trust: code, id });
  const sheets = await sheetsOf(contents);
  expect(sheets['Births and casemix']!.at(-1)?.slice(0, 5)).toEqual(['Delivery suite', 4_000, 'under 5', '', 140]);
  const step = sheets['Working']!.find(([, title]) => title === 'Category I: cases a year');
  expect(step?.[3]).toBe('under 5');
});
