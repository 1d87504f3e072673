import { describe, expect, it } from 'vitest';
import { retentionForCommandLine } from '../../../electron/features/retention/command-line.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { readTable, type Table, type Writing, writeTable } from '../../support/variants.ts';

const file = 'l_retention_action_plan.xlsx';
const headerRow = 4;
const figures = (trust: ImportingTrust, on = '2026-11-02') => retentionForCommandLine(trust.context, 'T1', on);
const groups = ['by_status', 'by_rag', 'by_theme2_ref'];

const synonyms: Record<string, string> = {
  No: 'Action no.',
  'Theme 2 Ref': 'Three Year Delivery Plan reference',
  Theme: 'Retention element',
  Action: 'Action required',
  'Owner Role': 'Lead',
  Due: 'Target completion date',
  Status: 'Progress status',
  RAG: 'BRAG rating',
  'Escalate To LMNS': 'Escalated to LMNS (Y/N)',
};
const otherWords: Record<string, string> = {
  'In progress': 'ONGOING',
  Complete: 'Completed ',
  Cancelled: 'Withdrawn',
  'Not started': 'not yet started',
  Amber: 'A',
  Green: 'GREEN ',
  Y: 'Yes',
  'Health and wellbeing': 'Health & Wellbeing',
  'Flexible working': '6. flexible working',
};
const same: Writing['cells'] = (cells) => cells;

const variants: { name: string; write(table: Table): Writing }[] = [
  {
    name: 'headings of other words',
    write: ({ headings }) => ({ headings: [headings.map((heading) => synonyms[heading] ?? heading)], cells: same }),
  },
  {
    name: 'columns in reverse and headings in capitals',
    write: ({ headings }) => {
      const reverse = <Cell>(cells: readonly (Cell | null)[]) =>
        Array.from({ length: headings.length }, (_, place) => cells[headings.length - 1 - place] ?? null);
      return {
        headings: [reverse<string>(headings.map((heading) => heading.toUpperCase().replaceAll(' ', '\n')))],
        cells: reverse,
      };
    },
  },
  {
    name: 'statuses, colours and elements in other words, references and numbers of the other type',
    write: ({ headings }) => {
      const [number, reference] = [headings.indexOf('No'), headings.indexOf('Theme 2 Ref')];
      const cells = (row: readonly CellValue[]) =>
        row.map((cell, place) => {
          if (place === number) return String(cell);
          return place === reference ? Number(cell) : (otherWords[String(cell)] ?? cell);
        });
      return { headings: [headings], cells };
    },
  },
  {
    name: 'a cover sheet and columns of its own',
    write: ({ headings }) => ({
      headings: [['Trust site', null, ...headings]],
      cover: ['Retention'],
      cells: (cells) => ['All', null, ...cells],
    }),
  },
];

describe.skipIf(!samplesAreHere)(`the retention plan${ifSamples}`, () => {
  it('gives the right rows, warnings, and what is overdue and due soon', async () => {
    const trust = await openImportingTrust();
    const report = await trust.import(sampleFile(file));
    const expected = expectedOf(file);
    expect(report).toMatchObject({ kind: 'retention_plan', sheet: 'Plan', headerRow, accepted: 12, refused: [] });
    expect(report.warnings).toEqual(expected['warnings']);
    expect(figures(trust)).toMatchObject(expected);
    for (const name of groups) expect(figures(trust)?.[name]).toEqual(expected[name]);
  });

  it.each(variants)('$name give the same figures and warnings', async ({ write }) => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(file), headerRow);
    const report = await trust.import(await writeTable(table, write(table)));
    const { file: _file, ...answers } = expectedOf(file);
    expect(report).toMatchObject({ kind: 'retention_plan', accepted: 12 });
    expect(report.warnings).toEqual(answers['warnings']);
    expect(figures(trust)).toMatchObject(answers);
    for (const name of groups) expect(figures(trust)?.[name]).toEqual(answers[name]);
  });

  it('what is due moves with the day that is asked about', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile(file));
    expect(figures(trust, '2026-11-03')).toMatchObject({
      overdue_action_numbers: [1, 4, 6, 9],
      due_within_28_days_action_numbers: [7],
    });
    expect(figures(trust, '2026-01-01')).toMatchObject({
      overdue_action_numbers: [],
      due_within_28_days_action_numbers: [],
    });
  });

  it('is undone as a whole', async () => {
    const trust = await openImportingTrust();
    const { batch } = await trust.import(sampleFile(file));
    await trust.client.imports.undo({ batch: batch ?? 0 });
    expect(figures(trust)).toBeNull();
  });
});
