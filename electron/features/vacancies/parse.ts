import { oneWte } from '../../core/wte.ts';
import { readBand } from '../../imports/clean/bands.ts';
import { unknownWord } from '../../imports/clean/code-words.ts';
import { duplicateFinder } from '../../imports/clean/duplicates.ts';
import { readFte } from '../../imports/clean/fte.ts';
import { ignoredReason, isTotal } from '../../imports/clean/ignored.ts';
import { looseWordReader } from '../../imports/clean/loose-words.ts';
import { openDateReader } from '../../imports/clean/open-dates.ts';
import { isRefused, type Refused, refuse, warning } from '../../imports/clean/refuse.ts';
import { repeatWatch } from '../../imports/clean/repeats.ts';
import type { RowReader } from '../../imports/clean/row-reader.ts';
import { rowParser } from '../../imports/clean/row-parser.ts';
import { cellText } from '../../imports/clean/text.ts';
import type { Words } from '../../imports/clean/words.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../imports/row.ts';
import type { CellValue } from '../../imports/workbook/cell.ts';
import type { VacancyEntry } from './entries.ts';

/** How the rows of a vacancy tracker are to be read. */
export interface VacancySettings {
  /** True where the workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** The format's code words with the trust's own. */
  readonly words: Words;
  /** The day as on which the tracker says how things stand. */
  readonly day: string;
}

const dateFields = ['approved', 'advertised', 'offered', 'start'] as const;
type Dates = Record<(typeof dateFields)[number], string | null>;

function cellsOf(reader: RowReader) {
  return {
    vacancyRef: reader.cell('vacancyRef'),
    post: reader.cell('post'),
    band: reader.cell('band'),
    unit: reader.cell('unit'),
    wte: reader.cell('wte'),
    reason: reader.cell('reason'),
    approved: reader.cell('approved'),
    advertised: reader.cell('advertised'),
    offered: reader.cell('offered'),
    start: reader.cell('start'),
    stage: reader.cell('stage'),
    source: reader.cell('source'),
    notes: reader.freeText('notes'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/**
 * Judges the rows of a vacancy tracker in the order of D3. Two rows that say the same under one number are one post
 * (D4); without a number two posts may well look the same.
 */
export function vacancyRowParser(settings: VacancySettings): RowParser<VacancyEntry> {
  const dateOf = openDateReader(settings.date1904);
  const stageOf = looseWordReader(settings.words, 'stage');
  const sourceOf = looseWordReader(settings.words, 'source');
  const firstCopy = duplicateFinder();
  const numbers = repeatWatch(reused);

  // Sums and footers are at no stage: a post of a "Reporting Team" is.
  const ignored = (row: MappedRow) => {
    const reason = isTotal(row.first) ? 'totals_row' : ignoredReason(row.first);
    return reason !== undefined && !stageOf(row.cell('stage'))?.code ? reason : undefined;
  };

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<VacancyEntry> => {
    const dates: Dates = { approved: null, advertised: null, offered: null, start: null };
    for (const field of dateFields) {
      const date = dateOf(row, field, cells[field], warnings);
      if (isRefused(date)) return date;
      dates[field] = date;
    }
    const wte = readWte(row, cells.wte);
    if (isRefused(wte)) return wte;
    const entry: VacancyEntry = {
      row: row.row,
      day: settings.day,
      vacancyRef: cellText(cells.vacancyRef),
      post: cellText(cells.post),
      band: readBand(cells.band) ?? (cells.band === null ? (readBand(cells.post) ?? null) : null),
      unit: cellText(cells.unit),
      wte,
      reason: cellText(cells.reason),
      ...dates,
      stage: stageOf(cells.stage)?.kept ?? null,
      source: sourceOf(cells.source)?.kept ?? null,
      notes: cellText(cells.notes),
    };
    const copy = copyOf(row, entry);
    if (copy !== undefined) return copy;
    remark(row, entry, cells, warnings);
    return { kind: 'accepted', entry, warnings };
  };

  const copyOf = (
    row: MappedRow,
    { row: _row, day: _day, notes: _notes, ...rest }: VacancyEntry,
  ): Refused | undefined => {
    if (rest.vacancyRef === null) return undefined;
    const first = firstCopy(row.row, Object.values(rest));
    if (first === undefined) return undefined;
    const message = `: this row says the same as row ${first}.`;
    return refuse(row, 'duplicate_row', 'vacancyRef', rest.vacancyRef, 'a row that is not in the file yet', message);
  };

  const remark = (row: MappedRow, entry: VacancyEntry, cells: Cells, warnings: RowWarning[]) => {
    if (entry.stage === null) {
      warnings.push(warning('stage_missing', 'stage', `"${row.heading('stage')}" is empty: the post counts as live.`));
    } else if (stageOf(cells.stage)?.code === null) {
      warnings.push(unknownWord(row, 'stage', cells.stage, 'it is kept as it stands, and the post counts as live'));
    }
    if (entry.source !== null && sourceOf(cells.source)?.code === null) {
      warnings.push(unknownWord(row, 'source', cells.source, 'it is kept as it stands'));
    }
    if (cells.band !== null && entry.band === null) {
      warnings.push(
        warning('band_unknown', 'band', `"${cellText(cells.band)}" in "${row.heading('band')}" names no band.`),
      );
    }
    if (entry.approved !== null && entry.offered !== null && entry.offered < entry.approved) {
      const message = `The offer is dated ${entry.offered}, before the approval on ${entry.approved}. Check both dates: they are counted as they stand.`;
      warnings.push(warning('dates_out_of_order', 'offered', message));
    }
    if (entry.vacancyRef !== null) numbers.see(row, entry.vacancyRef, warnings);
  };

  return rowParser({ cellsOf, judge, ignored, lateWarnings: numbers.late });
}

function reused(vacancyRef: string, other: number): RowWarning {
  const message = `${vacancyRef} stands in row ${other} too, which says something else. Both count as posts.`;
  return warning('vacancy_ref_reused', 'vacancyRef', message);
}

const mostWte = 1000 * oneWte;

function readWte(row: MappedRow, cell: CellValue): number | Refused {
  const wte = readFte(typeof cell === 'string' ? cell.replace(/\s*(?:w\.?t\.?e\.?|f\.?t\.?e\.?)$/iu, '') : cell);
  const expected = 'a WTE, such as 0.8';
  if (wte === undefined)
    return refuse(row, 'not_a_number', 'wte', cell, expected, cell === null ? '. Give the WTE.' : 'is no WTE.');
  if (wte > mostWte) {
    const message = 'is more than 1,000, which no line of a tracker can mean.';
    return refuse(row, 'number_too_large', 'wte', cell, expected, message);
  }
  return wte < 0 ? refuse(row, 'not_a_number', 'wte', cell, expected, 'is below 0.') : wte;
}
