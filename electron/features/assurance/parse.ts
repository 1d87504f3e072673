import { countOfField, readMonth } from '../../imports/clean/count-field.ts';
import { readNumber } from '../../imports/clean/numbers.ts';
import { isRefused, type Refused, refuse } from '../../imports/clean/refuse.ts';
import type { RowReader } from '../../imports/clean/row-reader.ts';
import { rowParser } from '../../imports/clean/row-parser.ts';
import { cellText, textKey } from '../../imports/clean/text.ts';
import type { Words } from '../../imports/clean/words.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../imports/row.ts';
import type { CellValue } from '../../imports/workbook/cell.ts';
import { type UnitSettings, unitReader } from '../rosters/parse/units.ts';
import type { CountEntry } from './entries.ts';

export interface CountSettings {
  readonly date1904: boolean;
  readonly words: Words;
  readonly units: UnitSettings;
  readonly columns: ReadonlySet<string>;
  /** The unit that counts belong to where the file names none; null where that cannot be told. */
  readonly onlyUnit: string | null;
}

const largest = 99_999;
/** Words for a count that is not known, which is not nought. */
const notKnown: ReadonlySet<string> = new Set(['-', '–', 'n/a', 'na', 'not known', 'not available', 'nr', 'tbc']);

/**
 * Judges the rows of a file of monthly counts: a row is one count, or the counts of several months, or of several things in
 * one month. A blank cell is not known; a row with a count that is none is refused as a whole. The same unit, month and
 * thing counted twice is a duplicate.
 */
export function countRowParser(settings: CountSettings): RowParser<CountEntry> {
  const unitOf = unitReader(settings.units, settings.words);
  const several = [...settings.columns].flatMap((field) => {
    const of = countOfField(field);
    return of === undefined ? [] : [{ field, of }];
  });
  const seen = new Map<string, number>();

  const cellsOf = (reader: RowReader) => ({
    month: reader.cell('month'),
    unit: reader.cell('unit'),
    indicator: reader.cell('indicator'),
    counts:
      several.length > 0
        ? several.map(({ field, of }) => ({ field, of, cell: reader.cell(field) }))
        : [{ field: 'count', of: null, cell: reader.cell('count') }],
  });

  const judge = (
    row: MappedRow,
    { month, unit, indicator, counts: cells }: ReturnType<typeof cellsOf>,
    warnings: RowWarning[],
  ): RowOutcome<CountEntry> => {
    const name = unitFor(row, unit);
    if (isRefused(name)) return name;
    const counts: CountEntry['counts'][number][] = [];
    for (const { field, of, cell } of cells) {
      if (cell === null || (typeof cell === 'string' && notKnown.has(textKey(cell)))) continue;
      const date = of?.of === 'month' ? `${of.month}-01` : dayOf(row, month);
      if (typeof date !== 'string') return date;
      const counted = of?.of === 'counted' ? of.counted : countedBy(row, indicator);
      if (typeof counted !== 'string') return counted;
      const count = readNumber(cell);
      if (count === undefined || !Number.isInteger(count) || count < 0 || count > largest) {
        const message = 'is no count: a whole number from 0 to 99,999. Leave it empty where it is not known.';
        return refuse(row, 'not_a_number', field, cell, 'a whole number, such as 4', message);
      }
      const first = seen.get([textKey(name), date, counted].join(' '));
      if (first !== undefined) {
        const message = `: row ${first} has this count of the same unit and month.`;
        return refuse(row, 'duplicate_row', field, cell, 'a count that is not in the file yet', message);
      }
      counts.push({ date, counted, count });
    }
    if (counts.length === 0) return { kind: 'ignored', reason: 'nothing_counted' };
    for (const { date, counted } of counts) seen.set([textKey(name), date, counted].join(' '), row.row);
    return { kind: 'accepted', entry: { row: row.row, unit: name, counts }, warnings };
  };

  const unitFor = (row: MappedRow, cell: CellValue): string | Refused => {
    const hasColumn = settings.columns.has('unit');
    const name = hasColumn ? unitOf(cell) : settings.onlyUnit;
    if (typeof name === 'string') return name;
    const known = settings.units.known.join(', ');
    if (name === undefined)
      return refuse(row, 'unit_unknown', 'unit', cell, `one of: ${known}`, 'is no unit of this trust.');
    const message = hasColumn ? '.' : ': the file has no column of units, and the trust has several.';
    return refuse(row, 'unit_missing', 'unit', null, 'a unit of the trust', message);
  };

  const dayOf = (row: MappedRow, cell: CellValue): string | Refused => {
    const month = readMonth(cell, settings.date1904);
    const expected = 'a month, such as Oct 2026';
    return month === undefined
      ? refuse(row, 'date_invalid', 'month', cell, expected, 'is no month with its year.')
      : `${month}-01`;
  };

  const countedBy = (row: MappedRow, cell: CellValue): string | Refused => {
    const key = textKey(cellText(cell) ?? '');
    const found = settings.words['indicator']?.get(key);
    const expected = 'a red flag, women in labour, women with one-to-one care, or births';
    return found ?? refuse(row, 'indicator_unknown', 'indicator', cell, expected, 'is nothing that is counted here.');
  };

  return rowParser({ cellsOf, judge });
}
