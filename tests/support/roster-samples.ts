import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText, headingKey } from '../../electron/imports/clean/text.ts';
import { wordsOf } from '../../electron/imports/clean/words.ts';
import { type ImportFormat, type ImportLayout, loadFormats } from '../../electron/imports/formats.ts';
import type { MappedRow, RowParser } from '../../electron/imports/row.ts';
import type { CellValue, SheetRow } from '../../electron/imports/workbook/cell.ts';
import { openFile } from '../../electron/imports/workbook/open.ts';

const project = join(import.meta.dirname, '..', '..');
const samples = join(project, '..', 'shared', 'samples');

/** The sample workbooks lie beside the project on the build machine only. */
export const samplesAreHere = existsSync(samples);
export const formats = loadFormats(join(project, 'resources', 'import-formats'));

/** A format's code words without a trust's own. */
export function wordsOfFormat(kind: string) {
  return wordsOf(formats.get(kind)!.words);
}

/** The right answers of a sample, by its file name. */
export function expectedOf(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(samples, 'expected', `${file}.expected.json`), 'utf8')) as Record<
    string,
    unknown
  >;
}

export interface SampleFile {
  readonly date1904: boolean;
  readonly layout: ImportLayout;
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly MappedRow[];
}

/** Reads a sample through the workbook reader; the row of headings is the first that has all that a layout must have. */
export async function readSample(file: string, kind: string): Promise<SampleFile> {
  const opened = await openFile(join(samples, file));
  if (opened.kind !== 'opened') throw new Error(`${file}: ${opened.message}`);
  try {
    for (const sheet of opened.sheets) {
      if (sheet.hidden) continue;
      const read: SheetRow[] = [];
      for await (const some of opened.rows(sheet.index)) read.push(...some);
      const header = headerOf(read, formats.get(kind)!);
      if (header === undefined) continue;
      const rows: MappedRow[] = [];
      for await (const some of opened.rows(sheet.index, { fillMerged: { belowRow: header.row } })) {
        for (const row of some) if (row.row > header.row && row.values.some(isFilled)) rows.push(mapped(row, header));
      }
      return { date1904: opened.date1904, layout: header.layout, columns: new Set(header.places.keys()), rows };
    }
  } finally {
    await opened.close();
  }
  throw new Error(`${file}: no row of headings`);
}

/** What became of the rows, under the names of the right answers. */
export function judge<Entry>(rows: readonly MappedRow[], parser: RowParser<Entry>) {
  const entries: Entry[] = [];
  const refused: { row: number; reason: string }[] = [];
  const ignored: { row: number; reason: string }[] = [];
  const problems: string[] = [];
  const remarks: { row: number; code: string }[] = [];
  for (const row of rows) {
    const outcome = parser(row);
    if (outcome.kind === 'accepted') {
      entries.push(outcome.entry);
      for (const { code } of outcome.warnings) remarks.push({ row: row.row, code });
    } else if (outcome.kind === 'refused') {
      refused.push({ row: row.row, reason: outcome.reason });
      problems.push(`${outcome.reason}: ${outcome.problem.message}`);
    } else {
      ignored.push({ row: row.row, reason: outcome.reason });
    }
  }
  remarks.push(...parser.lateWarnings().map(({ row, code }) => ({ row, code })));
  const warnings: Record<string, number[]> = {};
  for (const { row, code } of remarks.sort((a, b) => a.row - b.row)) (warnings[code] ??= []).push(row);
  const counts = {
    rows_read: rows.length,
    rows_accepted: entries.length,
    rows_refused: refused.length,
    rows_ignored: ignored.length,
  };
  return { entries, problems, outcome: { ...counts, refused, ignored, warnings } };
}

interface Header {
  readonly row: number;
  readonly layout: ImportLayout;
  readonly places: ReadonlyMap<string, number>;
  readonly headings: readonly string[];
}

function headerOf(rows: readonly SheetRow[], format: ImportFormat): Header | undefined {
  for (const { row, values } of rows) {
    const headings = values.map((value) => (typeof value === 'string' ? value : ''));
    const present = new Map(headings.map((heading, place) => [headingKey(heading), place]));
    const fitting = format.layouts.flatMap((layout) => {
      const places = new Map<string, number>();
      for (const [field, said] of Object.entries(layout.headings)) {
        const heading = said.find((one) => present.has(headingKey(one)));
        if (heading !== undefined) places.set(field, present.get(headingKey(heading))!);
      }
      const has = layout.has.every((fields) => fields.some((field) => places.has(field)));
      const lacks = !layout.lacks.some((heading) => present.has(headingKey(heading)));
      return has && lacks ? [{ row, layout, places, headings }] : [];
    });
    if (fitting.length > 1) throw new Error('More than one layout fits');
    if (fitting[0] !== undefined) return fitting[0];
  }
  return undefined;
}

function isFilled(value: CellValue): boolean {
  return value !== null && clean(value) !== null;
}

function clean(value: CellValue | undefined): CellValue {
  if (typeof value !== 'string') return value ?? null;
  return cleanText(value) === '' ? null : cleanText(value);
}

function mapped({ row, values }: SheetRow, { places, headings }: Header): MappedRow {
  return {
    row,
    first: clean(values.find(isFilled)),
    cell: (field) => (places.has(field) ? clean(values[places.get(field)!]) : null),
    heading: (field) => headings[places.get(field) ?? -1] ?? field,
  };
}
