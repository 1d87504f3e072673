import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';
import { readTable, type Table, writeTable } from '../support/variants.ts';
import { storedRows } from '../support/stored-rows.ts';

/** A sample, the row of its headings, and columns that reports of its kind give once for each group. */
const layouts = [
  ['duty_roster', 'a_duty_roster_2026-10.xlsx', 6, ['Unit', 'Duty Date']],
  ['duty_roster', 'a_duty_roster_2026-10.xlsx', 6, ['Unit', 'Grade']],
  ['duty_roster', 'a_duty_roster_2026-10.xlsx', 6, ['Unit', 'Staff Number', 'Name']],
  ['bank_list', 'd_bank_agency_layout_B.xlsx', 1, ['Unit', 'Booked Grade']],
  ['staff_list', 'e_esr_staff_in_post_2026-10-31.xlsx', 5, ['Cost Centre', 'Staff Group']],
  ['ledger', 'f_ledger_establishment_2026-10.xlsx', 4, ['Cost Centre', 'Cost Centre Name']],
  ['leavers', 'g_leavers_24_months.xlsx', 4, ['Staff Group', 'Pay Grade']],
  ['absence', 'h_absence_episodes.xlsx', 4, ['Employee Number', 'Last Name', 'First Name']],
  ['training', 'i_training_compliance.xlsx', 5, ['Employee Number', 'Assignment Number', 'Last Name', 'First Name']],
  ['training', 'i_training_compliance.xlsx', 5, ['Competence Name']],
  ['preceptees', 'j_preceptees.xlsx', 3, ['Unit']],
  ['vacancy_tracker', 'k_vacancy_tracker.xlsx', 4, ['Unit', 'Band']],
  ['retention_plan', 'l_retention_action_plan.xlsx', 4, ['Theme']],
] as const;

type Cells = readonly CellValue[];

/** The rows of a sample that name their groups, sorted by these: once written out, and once as a report gives them. */
async function grouped(file: string, headerRow: number, headings: readonly string[]) {
  const table = await readTable(sampleFile(file), headerRow);
  const places = headings.map((heading) => table.headings.indexOf(heading));
  const textOf = (cells: Cells, place: number) =>
    String(cells[place] ?? '')
      .replace(/\s+/gu, ' ')
      .trim();
  const named = table.rows.filter(
    ({ cells }) =>
      cells.filter((cell) => cell !== null).length > 4 && places.every((place) => textOf(cells, place) !== ''),
  );
  const keyOf = (cells: Cells) => places.map((place) => textOf(cells, place).toLowerCase()).join('\n');
  const rows = named
    .map(({ cells }) => cells)
    // Enough of every group; the year's sheets are read whole elsewhere.
    .filter((_, at) => at % (named.length < 1000 ? 1 : named.length < 2000 ? 4 : 6) === 0)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0));
  const once = rows.map((cells, at) => {
    let isSame = at > 0;
    return cells.map((cell, place) => {
      if (!places.includes(place)) return cell;
      isSame &&= places
        .slice(0, places.indexOf(place) + 1)
        .every((one) => textOf(cells, one).toLowerCase() === textOf(rows[at - 1]!, one).toLowerCase());
      return isSame ? null : cell;
    });
  });
  return { written: withRows(table, rows), once: withRows(table, once) };
}

function withRows(table: Table, rows: readonly Cells[]): Table {
  return { ...table, rows: rows.map((cells, at) => ({ row: table.headerRow + 1 + at, cells })) };
}

async function imported(kind: string, table: Table, change: 'plain' | 'changed') {
  const trust = await openImportingTrust();
  if (kind === 'absence' || kind === 'training') {
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    await trust.import(sampleFile('g_leavers_24_months.xlsx'));
  }
  const reversed = <Cell>(line: readonly Cell[]) =>
    Array.from({ length: table.headings.length }, (_, at) => line[table.headings.length - 1 - at] ?? null);
  const capitals = reversed(table.headings.map((heading) => ` ${heading.toUpperCase()}\u00a0`));
  const path = await writeTable(
    table,
    change === 'plain'
      ? { headings: [table.headings], cells: (cells) => cells }
      : { headings: [capitals], cells: reversed, cover: ['Monthly workforce pack', ...table.titles] },
  );
  const { refused, ignored, remarks, accepted } = await trust.import(path);
  return { judged: { refused, ignored, accepted }, remarks, rows: storedRows(trust, kind) };
}

describe.skipIf(!samplesAreHere)(`groups that are given once and then left blank${ifSamples}`, () => {
  it.each(layouts)(
    'a %s (%s, headings in row %i) of %j is read as if each row said it',
    async (kind, file, headerRow, headings) => {
      const { written, once } = await grouped(file, headerRow, headings);
      const right = await imported(kind, written, 'plain');
      expect(right.judged.accepted).toBeGreaterThan(5);
      const found = await imported(kind, once, 'changed');
      expect(found.judged).toEqual(right.judged);
      expect(found.rows).toEqual(right.rows);
      expect(found.remarks.map(({ code }) => code)).toContain('filled_down');
    },
  );
});
