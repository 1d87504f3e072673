import { describe, expect, it } from 'vitest';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../support/importing.ts';
import { storedRows } from '../support/stored-rows.ts';
import { readTable, type Table, type Writing, writeTable } from '../support/variants.ts';

/** A sample of each kind, with the row of its headings. */
const samples = [
  ['duty_roster', 'a_duty_roster_2026-10.xlsx', 6],
  ['bank_list', 'c_bank_agency_layout_A.xlsx', 1],
  ['bank_list', 'd_bank_agency_layout_B.xlsx', 1],
  ['staff_list', 'e_esr_staff_in_post_2026-10-31.xlsx', 5],
  ['ledger', 'f_ledger_establishment_2026-10.xlsx', 4],
  ['leavers', 'g_leavers_24_months.xlsx', 4],
  ['absence', 'h_absence_episodes.xlsx', 4],
  ['training', 'i_training_compliance.xlsx', 5],
  ['preceptees', 'j_preceptees.xlsx', 3],
  ['vacancy_tracker', 'k_vacancy_tracker.xlsx', 4],
  ['retention_plan', 'l_retention_action_plan.xlsx', 4],
] as const;

type Change = (writing: Writing) => Writing;
type Line<Cell> = readonly (Cell | null)[];

/** Changes every line of a table alike: its headings, and its rows. */
const lines =
  (change: <Cell>(line: Line<Cell>, width: number) => Line<Cell>): Change =>
  (writing) => {
    const width = Math.max(...writing.headings.map(({ length }) => length));
    return {
      ...writing,
      headings: writing.headings.map((line) => change<string>(line, width)),
      cells: (cells) => change(writing.cells(cells), width),
    };
  };

const padded = <Cell>(line: Line<Cell>, width: number) => Array.from({ length: width }, (_, at) => line[at] ?? null);

const moved = lines((line, width) => {
  const all = padded(line, width);
  return [...all.slice(3), ...all.slice(0, 3)];
});
const reversed = lines((line, width) => padded(line, width).reverse());
const inCapitals: Change = (writing) => ({
  ...writing,
  headings: writing.headings.map((line) => line.map((heading) => heading && ` ${heading.toUpperCase()}\u00a0`)),
});
const onTwoLines: Change = (writing) => ({
  ...writing,
  headings: writing.headings.map((line) => line.map((heading) => heading && heading.toLowerCase().replace(' ', '\n'))),
});
const withMoreColumns: Change = (writing) => ({
  ...writing,
  headings: writing.headings.map((line) => [...line.slice(0, 2), 'Row Ref', null, ...line.slice(2), 'Last Updated By']),
  cells: (cells) => {
    const own = writing.cells(cells);
    return [...own.slice(0, 2), null, null, ...own.slice(2)];
  },
});
const underGroups: Change = (writing) => ({
  ...writing,
  headings: [writing.headings[0]!.map((_, at) => (at === 0 ? 'Maternity' : null)), ...writing.headings],
});
const behindCover =
  (table: Table): Change =>
  (writing) => ({ ...writing, cover: ['Monthly workforce pack', ...table.titles] });

const combinations: readonly (readonly [string, (table: Table) => readonly Change[]])[] = [
  ['moved, in capitals and behind a cover', (table) => [moved, inCapitals, behindCover(table)]],
  ['reversed, with more columns, on two lines each', () => [reversed, withMoreColumns, onTwoLines]],
  ['with more columns, under a row of groups, in capitals', () => [withMoreColumns, underGroups, inCapitals]],
  ['all at once', (table) => [moved, withMoreColumns, inCapitals, underGroups, behindCover(table)]],
];

/** The rows that a sample itself gives, which other tests hold against the right answers. */
const known = new Map<string, Promise<{ judged: object; rows: unknown[] }>>();

function rightOf(kind: string, file: string) {
  const reading = known.get(file) ?? readRight(kind, file);
  known.set(file, reading);
  return reading;
}

async function readRight(kind: string, file: string) {
  const trust = await trustBefore(kind);
  const { refused, ignored, warnings } = await trust.import(sampleFile(file));
  return { judged: { kind, refused, ignored, warnings }, rows: storedRows(trust, kind) };
}

async function trustBefore(kind: string): Promise<ImportingTrust> {
  const trust = await openImportingTrust();
  if (kind === 'absence' || kind === 'training') {
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    await trust.import(sampleFile('g_leavers_24_months.xlsx'));
  }
  return trust;
}

describe.skipIf(!samplesAreHere)(`a sample changed in several ways${ifSamples}`, () => {
  describe.each(samples)('%s: %s', (kind, file, headerRow) => {
    it.each(combinations)('%s, gives the same rows', async (_, changes) => {
      const right = await rightOf(kind, file);
      const table = await readTable(sampleFile(file), headerRow);
      const plain: Writing = { headings: [table.headings], cells: (cells) => cells };
      const path = await writeTable(
        table,
        changes(table).reduce((writing, change) => change(writing), plain),
      );
      const trust = await trustBefore(kind);
      const report = await trust.import(path);
      expect(report).toMatchObject(right.judged);
      expect(storedRows(trust, kind)).toEqual(right.rows);
    });
  });
});
