import { join } from 'node:path';
import { groupRules } from '../../../electron/features/staff/calculations/groups.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from '../../../electron/features/staff/entries.ts';
import type { MappedRow, RowParser } from '../../../electron/imports/row.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { formats, judge, wordsOfFormat } from '../../support/roster-samples.ts';

export const { organisation } = loadReference(join(import.meta.dirname, '../../../resources'));
export const rules = groupRules(organisation);

/** Hundred-thousandths of an FTE. */
export const fte = (value: number): number => Math.round(value * 100_000);

export type Cells = Record<string, CellValue>;

/** Settings to read rows of a kind by, with a column for every field but those left out. */
export function settingsOf(kind: string, without: readonly string[] = []) {
  const columns = new Set(Object.keys(formats.get(kind)!.fields).filter((field) => !without.includes(field)));
  return { date1904: false, words: wordsOfFormat(kind), columns };
}

/** What became of rows, numbered from 1. */
export function read<Entry>(parser: RowParser<Entry>, ...rows: Cells[]) {
  const mapped: MappedRow[] = rows.map((cells, index) => row(index + 1, cells));
  const { entries, outcome } = judge(mapped, parser);
  return {
    entries,
    refused: outcome.refused.map(({ reason }) => reason),
    ignored: outcome.ignored.map(({ reason }) => reason),
    warnings: outcome.warnings,
  };
}

/** A row of a file by field; its first filled cell is the first one given. */
export function row(number: number, cells: Cells): MappedRow {
  return {
    row: number,
    first: Object.values(cells).find((cell) => cell !== null && cell !== '') ?? null,
    cell: (field) => cells[field] ?? null,
    heading: (field) => field,
  };
}

let next = 0;

/** A midwife in post at 1.0 FTE since 2020, but for what is given. */
export function assignment(given: Partial<AssignmentEntry> = {}): AssignmentEntry {
  next += 1;
  const person = given.person ?? String(next).padStart(8, '0');
  return {
    row: next,
    person,
    assignment: person,
    name: null,
    census: '2026-10-31',
    division: null,
    unit: null,
    position: null,
    role: null,
    positionNumber: null,
    staffGroup: '03',
    payGrade: null,
    band: '6',
    occupationCode: 'N2C',
    category: 'permanent',
    status: 'active',
    primary: 1,
    fte: fte(1),
    hours: null,
    start: '2020-01-01',
    nhsEntry: null,
    ethnicOrigin: null,
    ageBand: null,
    costCentre: null,
    ...given,
  };
}

/** A midwife at 1.0 FTE who started in 2020 and left by resignation, but for what is given. */
export function leaver(given: Partial<LeaverEntry> & Pick<LeaverEntry, 'leaving'>): LeaverEntry {
  next += 1;
  const person = given.person ?? String(next).padStart(8, '0');
  return {
    row: next,
    person,
    assignment: person,
    name: null,
    unit: null,
    position: null,
    staffGroup: '03',
    payGrade: null,
    band: '6',
    occupationCode: 'N2C',
    category: 'permanent',
    primary: null,
    fte: fte(1),
    start: '2020-01-01',
    reason: 'Voluntary Resignation - Promotion',
    destination: null,
    ethnicOrigin: null,
    ageBand: null,
    costCentre: null,
    ...given,
  };
}

/** Sickness of somebody. */
export function absence(
  person: string,
  start: string,
  end: string | null,
  type: string | null = 'sickness',
): AbsenceEntry {
  next += 1;
  return {
    row: next,
    person,
    assignment: person,
    name: null,
    unit: null,
    staffGroup: null,
    type,
    reason: null,
    start,
    end,
  };
}
