import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printFigures } from '../../../electron/command-line/figures.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { temporaryFolder } from '../../support/database.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { readTable, type Table, type Writing, writeTable } from '../../support/variants.ts';

const samples = [
  { kind: 'staff_list', file: 'e_esr_staff_in_post_2026-10-31.xlsx', headerRow: 5 },
  { kind: 'ledger', file: 'f_ledger_establishment_2026-10.xlsx', headerRow: 4 },
  { kind: 'leavers', file: 'g_leavers_24_months.xlsx', headerRow: 4 },
  { kind: 'absence', file: 'h_absence_episodes.xlsx', headerRow: 4 },
] as const;

/** Other words of trusts for the headings of these lists. */
const synonyms: Record<string, string> = {
  'Org L5': 'Directorate',
  'Org L6': 'Department',
  'Employee Number': 'Staff No.',
  'Assignment Number': 'Assignment No',
  'Last Name': 'Surname',
  'First Name': 'Forename(s)',
  'Position Title': 'Job Title',
  'Staff Group': 'ESR Staff Group',
  'Pay Grade': 'Grade',
  'Occupation Code': 'Occ. Code',
  'Assignment Category': 'Contract Type',
  'Assignment Status': 'Status',
  'Primary Assignment': 'Primary Y/N',
  FTE: 'Contracted WTE',
  'Contracted Hours': 'Hours per week',
  'Latest Start Date': 'Date Started',
  'Cost Centre': 'Cost Code',
  'Cost Centre Name': 'Cost centre description',
  Subjective: 'Account code',
  Post: 'Post title',
  Band: 'AfC Band',
  'Funded WTE': 'WTE Budget',
  'WTE Worked': 'Worked WTE',
  'Funding End': 'Funded until',
  'Termination Date': 'Leaving Date',
  'Leaving Reason': 'Reason for leaving',
  'Destination On Leaving': 'Destination',
  'Absence Type': 'Type',
  'Absence Reason': 'Reason',
  'Absence Start Date': 'Date from',
  'Absence End Date': 'Date to',
  'Episode Status': 'Open / closed',
};

const same = <Cells>(cells: Cells) => cells;
const padded = (cells: readonly CellValue[], length: number) =>
  Array.from({ length }, (_, place) => cells[place] ?? null);

const variants: { name: string; write(table: Table): Writing }[] = [
  {
    name: 'with headings of other words',
    write: ({ headings }) => ({ headings: [headings.map((heading) => synonyms[heading] ?? heading)], cells: same }),
  },
  {
    name: 'with its columns in reverse and headings in capitals',
    write: ({ headings }) => {
      const reverse = <Cell>(cells: readonly (Cell | null)[]) =>
        Array.from({ length: headings.length }, (_, place) => cells[headings.length - 1 - place] ?? null);
      const last = 'zz';
      // Totals are told by the first filled cell, so the first column stays in front.
      const move = <Cell>(cells: readonly (Cell | null)[]) => [cells[0] ?? null, ...reverse<Cell>(cells).slice(0, -1)];
      return { headings: [[...move<string>(headings.map((heading) => heading.toUpperCase())), last]], cells: move };
    },
  },
  {
    name: 'with columns of its own between',
    write: ({ headings }) => {
      const add = <Cell>(cells: readonly Cell[], ...more: Cell[]) => [...cells.slice(0, 2), ...more, ...cells.slice(2)];
      return {
        headings: [add<string | null>(headings, 'Supervisor', null, 'Row Id', 'Email')],
        cells: (cells) => add<CellValue>(padded(cells, headings.length), 'Somebody', null, 7, 'someone@example.org'),
      };
    },
  },
  {
    name: 'behind a cover sheet, without titles above the headings',
    write: ({ headings, titles }) => ({
      headings: [headings],
      cover: ['Monthly workforce pack', ...titles],
      cells: same,
    }),
  },
  {
    name: 'with two rows of headings',
    write: ({ headings }) => ({
      headings: [headings.map((_, place) => (place === 0 ? 'Workforce' : null)), headings],
      cells: same,
    }),
  },
];

/** Imports what the sample's figures need, and the variant in its place. */
async function figuresWith(kind: string, path: string) {
  const trust = await openImportingTrust();
  for (const sample of samples) {
    if (sample.kind === kind || (kind === 'staff_list' && sample.kind !== 'staff_list')) continue;
    if (sample.kind === 'absence' || (sample.kind === 'ledger' && kind !== 'ledger')) continue;
    await trust.import(sampleFile(sample.file));
  }
  const report = await trust.import(path);
  return { report, figures: printFigures(kind, 'T1', { first: '2026-10-31', last: '2026-10-31' }, trust.context) };
}

function answersOf(file: string): Record<string, unknown> {
  const aside = ['file', 'roster_people_found_in_staff_list', 'roster_people_not_in_staff_list'];
  return Object.fromEntries(Object.entries(expectedOf(file)).filter(([name]) => !aside.includes(name)));
}

describe.skipIf(!samplesAreHere)(`lists of people and posts that differ from the samples${ifSamples}`, () => {
  describe.each(samples)('$file', ({ kind, file, headerRow }) => {
    it.each(variants)('$name gives the same rows and figures', async ({ name, write }) => {
      const table = await readTable(sampleFile(file), headerRow);
      const path = await writeTable(name.includes('without titles') ? withoutTitles(table) : table, write(table));
      const { report, figures } = await figuresWith(kind, path);
      expect(report).toMatchObject({ kind, problems: expect.any(Array) });
      expect(figures).toMatchObject(answersOf(file));
    });

    it('as text with commas, dates with slashes, gives the same rows and figures', async () => {
      const table = await readTable(sampleFile(file), headerRow);
      const { figures } = await figuresWith(kind, writeText(table));
      expect(figures).toMatchObject(answersOf(file));
    });
  });
});

function withoutTitles(table: Table): Table {
  return { ...table, titles: [] };
}

/** The table as text, its rows on the lines of their numbers. */
function writeText({ titles, headerRow, headings, rows }: Table): string {
  const lines: string[] = [];
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  for (const [index, title] of titles.entries()) lines[index] = quoted(title);
  lines[headerRow - 1] = headings.map(quoted).join(',');
  for (const { row, cells } of rows) {
    lines[row - 1] = cells.map((cell, place) => quoted(asText(cell, headings[place] ?? ''))).join(',');
  }
  const path = join(temporaryFolder(), 'variant.csv');
  writeFileSync(path, Array.from(lines, (line) => line ?? '').join('\r\n'));
  return path;
}

function asText(cell: CellValue, heading: string): string {
  if (cell === null) return '';
  const isDate = /date|funding end/i.test(heading) && typeof cell === 'number';
  if (!isDate) return String(cell);
  const [year, month, day] = new Date(Date.UTC(1899, 11, 30) + cell * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
