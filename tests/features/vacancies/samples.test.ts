import { describe, expect, it } from 'vitest';
import { vacanciesForCommandLine } from '../../../electron/features/vacancies/command-line.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { dump } from '../../support/dump.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { readTable, type Table, type Writing, writeTable } from '../../support/variants.ts';

const file = 'k_vacancy_tracker.xlsx';
const headerRow = 4;
const figures = (trust: ImportingTrust, on = '2026-11-02') => vacanciesForCommandLine(trust.context, 'T1', on);
const groups = ['posts_by_stage', 'wte_by_stage', 'offered_not_started_wte_by_source'];

const synonyms: Record<string, string> = {
  'Vacancy Ref': 'Trac reference',
  Post: 'Job Title',
  Band: 'Grade',
  Unit: 'Ward/Dept',
  WTE: 'Vacant FTE',
  Approved: 'Date approved to recruit',
  'Advert Live': 'Date advertised',
  'Conditional Offer': 'Offer made (date)',
  'Start Date': 'Agreed start',
  Stage: 'Recruitment status',
  'Candidate Source': 'Recruitment route',
};
const stagesInOtherWords: Record<string, string> = {
  'Approval to recruit': '1. Approved to recruit',
  'Advert live': 'OUT TO ADVERT',
  Interview: 'Interviews booked',
  'Conditional offer': 'Stage 5 - Conditional offer made',
  'Pre-employment checks': 'Pre employment checks (DBS)',
  'Start date agreed': 'Start date confirmed',
  Started: 'In post',
};
const same: Writing['cells'] = (cells) => cells;
const reversed =
  (length: number) =>
  <Cell>(cells: readonly (Cell | null)[]) =>
    Array.from({ length }, (_, place) => cells[length - 1 - place] ?? null);

const variants: { name: string; write(table: Table): Writing }[] = [
  {
    name: 'headings of other words',
    write: ({ headings }) => ({ headings: [headings.map((heading) => synonyms[heading] ?? heading)], cells: same }),
  },
  {
    name: 'columns in reverse and headings in capitals',
    write: ({ headings }) => {
      const reverse = reversed(headings.length);
      const loud = headings.map((heading) => heading.toUpperCase().replaceAll(' ', '\n'));
      return { headings: [reverse<string>(loud)], cells: reverse };
    },
  },
  {
    name: 'stages in other words, and every WTE as text',
    write: ({ headings }) => {
      const [stage, wte] = [headings.indexOf('Stage'), headings.indexOf('WTE')];
      const cells = (row: readonly CellValue[]) =>
        row.map((cell, place) => {
          if (place === wte) return ` ${Number(cell).toFixed(2)} WTE`;
          return place === stage ? (stagesInOtherWords[String(cell)] ?? cell) : cell;
        });
      return { headings: [headings], cells };
    },
  },
  {
    name: 'a row of groups above, a cover sheet and columns of its own',
    write: ({ headings }) => ({
      headings: [
        ['Division', ...headings.map((heading) => (heading === 'Approved' ? 'Key dates' : null))],
        ['', ...headings],
      ],
      cover: ['Recruitment pack'],
      cells: (cells) => ['Women and Children', ...cells],
    }),
  },
];

describe.skipIf(!samplesAreHere)(`the vacancy tracker${ifSamples}`, () => {
  it('gives the right rows, posts and WTE by stage, and days from approval to offer', async () => {
    const trust = await openImportingTrust();
    const report = await trust.import(sampleFile(file));
    expect(report).toMatchObject({
      kind: 'vacancy_tracker',
      sheet: 'Tracker',
      headerRow,
      accepted: 34,
      refused: [],
      warnings: {},
    });
    const expected = expectedOf(file);
    expect(figures(trust)).toMatchObject({ ...expected, as_on: '2026-10-30' });
    for (const name of groups) expect(figures(trust)?.[name]).toEqual(expected[name]);
  });

  it.each(variants)('$name give the same figures', async ({ write }) => {
    const trust = await openImportingTrust();
    const table = await readTable(sampleFile(file), headerRow);
    expect(await trust.import(await writeTable(table, write(table)))).toMatchObject({
      kind: 'vacancy_tracker',
      accepted: 34,
    });
    const { file: _file, ...answers } = expectedOf(file);
    expect(figures(trust)).toMatchObject(answers);
    for (const name of groups) expect(figures(trust)?.[name]).toEqual(answers[name]);
  });

  it('a later tracker counts from its day on, and the earlier one before it', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile(file));
    const table = await readTable(sampleFile(file), headerRow);
    const later = { ...table, titles: ['Tracker', 'Updated 30-Nov-2026'], rows: table.rows.slice(0, 5) };
    await trust.import(await writeTable(later, { headings: [table.headings], cells: same }));
    expect(figures(trust, '2026-11-29')).toMatchObject({ as_on: '2026-10-30', live_posts: 27 });
    expect(figures(trust, '2026-12-01')).toMatchObject({ as_on: '2026-11-30', live_posts: 5 });
  });

  it('undone, leaves the store as it was but for the record of the import', async () => {
    const trust = await openImportingTrust();
    const rows = () =>
      dump(trust.sqlite)
        .split(/^(?=-- )/m)
        .filter((table) => !/^-- (batch|batch_row|set_aside)\n/.test(table));
    const before = rows();
    const { batch } = await trust.import(sampleFile(file));
    expect(rows()).not.toEqual(before);
    await trust.client.imports.undo({ batch: batch ?? 0 });
    expect(rows()).toEqual(before);
    expect(figures(trust)).toBeNull();
    await trust.client.imports.redo({ batch: batch ?? 0 });
    expect(figures(trust)).toMatchObject({ live_posts: 27, live_wte: 21.8 });
  });
});
