import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadReference } from '../../../electron/reference/load.ts';

const resources = join(import.meta.dirname, '../../../resources');

test('says of each file what it is, from whom, since when and how sure it is', () => {
  const { packs } = loadReference(resources);
  expect(packs.map(({ id, validFrom, source }) => [id, validFrom, source.publisher, source.published])).toEqual([
    ['agreed-levels', '2023-03-30', 'NHS England', '2023-03-30'],
    ['birthrate-plus', '2022-03-30', 'Royal College of Midwives; Birthrate Plus Consultancy', '2015'],
    ['competency-framework-v1', '2020-12-14', 'NHS England', '2020-12'],
    ['competency-framework-v2', '2023-05-31', 'NHS England', '2023-05'],
    ['competency-lists', '2019-11-18', 'CapitalMidwife; Nursing and Midwifery Council', '2019'],
    ['continuity-of-carer', '2022-09-21', 'NHS England', '2022-09-21'],
    ['conversation-rules', '2023-03-31', 'NHS England', '2023-03-30'],
    ['flexible-working-rules', '2024-04-06', 'UK Parliament; NHS Staff Council', '2024-04-06'],
    ['forecast-rules', '2026-04-01', 'NHS England; Maternity Workforce Planner', '2023-03-30'],
    ['gap-rules', '2023-10-01', 'NHS England', '2023-10'],
    ['incentive-scheme-year-6', '2024-04-02', 'NHS Resolution', '2024-04'],
    ['incentive-scheme-year-7', '2025-04-02', 'NHS Resolution', '2025-04'],
    ['later-career-rules', '2022-07-01', 'NHS England', '2022-07'],
    ['learning-environment-charter', '2023-01-01', 'NHS England', '2023'],
    ['leaving-reasons', '2024-12-01', 'NHS England', '2024-12'],
    ['mentor-rules', '2023-03-31', 'NHS England', '2023-03-30'],
    ['neonatal-staffing', '2022-06-01', 'Neonatal networks; British Association of Perinatal Medicine', '2022'],
    ['organisation', '2023-06-01', 'NHS England', '2023-06'],
    ['patient-identifiers', '2026-11-01', 'Maternity Workforce Planner', '2026-11'],
    ['preceptor-rules', '2023-03-31', 'NHS England', '2023'],
    ['preceptorship-international', '2023-03-31', 'NHS England', '2023'],
    ['preceptorship-midwifery-core', '2023-03-31', 'NHS England', '2023'],
    ['preceptorship-midwifery-gold', '2023-03-31', 'NHS England', '2023'],
    ['preceptorship-nursing-core', '2022-10-11', 'NHS England', '2022-10'],
    ['preceptorship-nursing-gold', '2022-10-11', 'NHS England', '2022-10'],
    ['preceptorship-return-to-practice', '2023-03-31', 'Maternity Workforce Planner', '2026'],
    ['recruitment-rules', '2026-04-01', 'Maternity Workforce Planner', '2026-11'],
    ['red-flags', '2015-02-27', 'National Institute for Health and Care Excellence', '2015-02'],
    ['retention-rules', '2022-07-01', 'NHS England', '2022-07'],
    ['retention-schedule', '2023-08-01', 'NHS England', '2023-08'],
    ['retention-self-assessment', '2022-07-01', 'NHS England', '2022-07'],
    ['small-numbers', '2018-09-01', 'NHS Digital', '2018-09'],
    ['succession-and-careers', '2023-03-31', 'NHS England', '2023-03-30'],
    ['supervision-and-locums', '2023-03-31', 'NHS England; RCOG; BAPM', '2023'],
    ['survey-concepts', '2023-01-01', 'NHS England; General Medical Council', '2023'],
    ['theme-2-measures', '2023-05-11', 'NHS England; Maternity Workforce Planner', '2023-05-11'],
    ['theme-2-return', '2023-05-11', 'NHS England; NHS Resolution', '2023-05-11'],
    ['three-year-delivery-plan', '2023-03-30', 'NHS England', '2023-03-30'],
    ['training-courses', '2023-05-31', 'NHS England; NHS Resolution', '2023-05-31'],
    ['training-needs', '2023-05-31', 'Trusts and systems', '2023'],
    ['training-roles', '2024-05-01', 'NHS England; LMNSs', '2024-05'],
    ['training-scheme-year-5', '2023-05-30', 'NHS Resolution', '2023-05'],
    ['training-scheme-year-6', '2024-04-02', 'NHS Resolution', '2024-04'],
    ['training-scheme-year-7', '2025-04-02', 'NHS Resolution', '2025-04'],
    ['workforce-equality', '2022-11-03', 'NHS England', '2022-11-03'],
  ]);
  for (const { version, confidence } of packs) {
    expect(version).not.toBe('');
    expect(confidence.length).toBeGreaterThan(0);
  }
});

describe('a reference file that is not sound', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reference-'));
    cpSync(join(resources, 'reference'), join(folder, 'reference'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  interface Content {
    lines: { dates: object[] }[];
    staffGroups: object[];
    bands: object[];
    source?: object;
  }
  const pathOf = (name: string) => join(folder, 'reference', `${name}.json`);
  function change(name: string, edit: (content: Content) => void): void {
    const content = JSON.parse(readFileSync(pathOf(name), 'utf8'));
    edit(content);
    writeFileSync(pathOf(name), JSON.stringify(content));
  }
  const load = () => loadReference(folder);
  const plan = 'three-year-delivery-plan';

  test('is named with its path, the place in it and the rule', () => {
    change(plan, ({ lines }) => Object.assign(lines[3] ?? {}, { owner: 'somebody' }));
    expect(load).toThrow(`The reference file ${pathOf(plan)} breaks a rule: lines[3].owner: Invalid option`);
  });

  test.each([
    [
      'a date that is not in the calendar',
      () => change(plan, ({ lines }) => Object.assign(lines[3]?.dates[0] ?? {}, { resolved: '2027-02-30' })),
      'lines[3].dates[0].resolved',
    ],
    [
      'a line that is there twice',
      () => change(plan, ({ lines }) => Object.assign(lines[1] ?? {}, { reference: '1.1' })),
      'lines[1].reference: 1.1 is there twice',
    ],
    [
      'a line under the wrong objective',
      () => change(plan, ({ lines }) => Object.assign(lines[0] ?? {}, { objective: 2 })),
      'lines[0].objective: line 1.1 is not of objective 2',
    ],
    [
      'a line under the wrong theme',
      () => change(plan, ({ lines }) => Object.assign(lines[0] ?? {}, { theme: 2 })),
      'lines[0].theme: line 1.1 is not of theme 2',
    ],
    [
      'a field that nobody knows',
      () => change(plan, (content) => Object.assign(content, { remark: '' })),
      'Unrecognized key: "remark"',
    ],
    [
      'a file without a source',
      () => change('organisation', (content) => delete content.source),
      'source: Invalid input',
    ],
    [
      'a default band that does not exist',
      () => change('organisation', ({ bands }) => bands.shift()),
      'staffGroups[1].defaultBands: there is no band 2',
    ],
    [
      'a group counted under no group',
      () => change('organisation', ({ staffGroups }) => Object.assign(staffGroups[0] ?? {}, { inPostKey: 'nurses' })),
      'staffGroups[0].inPostKey: there is no staff group nurses',
    ],
    [
      'one occupation code in two groups',
      () =>
        change('organisation', ({ staffGroups }) => Object.assign(staffGroups[1] ?? {}, { occupationCodes: ['N2C'] })),
      'staffGroups[1].occupationCodes: N2C is a code of midwives already',
    ],
    [
      'a kind of file that this version does not know',
      () => change('organisation', (content) => Object.assign(content, { kind: 'horoscope' })),
      'kind: expected a kind of reference file that this version knows',
    ],
    ['a file that is not JSON', () => writeFileSync(pathOf(plan), '{ "id": '), `${plan}.json cannot be read`],
    ['a file that is missing', () => rmSync(pathOf(plan)), 'has no reference file of kind "delivery plan"'],
    [
      'two files of one kind',
      () => cpSync(pathOf('organisation'), pathOf('organisation-2')),
      'more than one reference file of kind "organisation"',
    ],
  ])('is refused: %s', (_, damage, sentence) => {
    damage();
    expect(load).toThrow(sentence);
  });

  test('a folder that is not there is named', () => {
    expect(() => loadReference(join(folder, 'nowhere'))).toThrow(join(folder, 'nowhere', 'reference'));
  });
});
