import { oneWte } from '../../../core/wte.ts';
import { readBand } from '../../../imports/clean/bands.ts';
import { readDate } from '../../../imports/clean/dates.ts';
import { duplicateFinder } from '../../../imports/clean/duplicates.ts';
import { readFte } from '../../../imports/clean/fte.ts';
import { ignoredReason, isTotal } from '../../../imports/clean/ignored.ts';
import { readNumber } from '../../../imports/clean/numbers.ts';
import { type Refused, refuse, warning } from '../../../imports/clean/refuse.ts';
import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { rowParser } from '../../../imports/clean/row-parser.ts';
import { staffGroupReader } from '../../../imports/clean/staff-groups.ts';
import { cellText, textKey } from '../../../imports/clean/text.ts';
import type { Words } from '../../../imports/clean/words.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../../imports/row.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';
import { type FundedRules, fundedGroupOf } from '../calculations/funded-groups.ts';
import type { LedgerEntry } from '../entries.ts';

export interface LedgerSettings {
  readonly date1904: boolean;
  readonly words: Words;
  readonly columns: ReadonlySet<string>;
  /** The day as on which posts are funded. */
  readonly census: string;
  readonly groups: FundedRules;
}

function cellsOf(reader: RowReader) {
  return {
    costCentre: reader.cell('costCentre'),
    costCentreName: reader.cell('costCentreName'),
    subjective: reader.cell('subjective'),
    post: reader.cell('post'),
    positionNumber: reader.freeText('positionNumber'),
    band: reader.cell('band'),
    staffGroup: reader.cell('staffGroup'),
    funded: reader.cell('funded'),
    annualBudget: reader.freeText('annualBudget'),
    worked: reader.freeText('worked'),
    fundingEnd: reader.cell('fundingEnd'),
    comments: reader.freeText('comments'),
  };
}

type Cells = Readonly<ReturnType<typeof cellsOf>>;

/** What a ledger calls a line that takes WTE off for posts that are expected to be empty. */
const vacancyFactor = /vacanc|factor|turnover|cost improvement|\bcip\b|savings?\b|efficienc|slippage/i;
/** Words for funding that does not end. */
const recurrent: ReadonlySet<string> = new Set([
  'recurrent',
  'permanent',
  'ongoing',
  'on going',
  'substantive',
  'none',
  'n/a',
  'na',
  '-',
]);
const highestWte = 10_000 * oneWte;
/** In pounds. */
const highestBudget = 10_000_000_000;
const fundedExpected = 'a WTE, such as 5.05';

/** Where a ledger names its sums, besides the first cell of their rows. */
const namesOfSums = ['costCentreName', 'post', 'subjective'];

/** Judges the rows of a ledger in the order of D3, and then tells the lines that fund no post on the day (D2, D21). */
export function ledgerRowParser(settings: LedgerSettings): RowParser<LedgerEntry> {
  const staffGroupOf = staffGroupReader(settings.words);
  const firstCopy = duplicateFinder();

  const ignored = (row: MappedRow) =>
    ignoredReason(row.first) ??
    ([row.first, ...namesOfSums.map((field) => row.cell(field))].some(isTotal) ? 'totals_row' : undefined);

  const judge = (row: MappedRow, cells: Cells, warnings: RowWarning[]): RowOutcome<LedgerEntry> => {
    const fundingEnd = isRecurrent(cells.fundingEnd) ? null : readDate(cells.fundingEnd, settings.date1904);
    if (fundingEnd === undefined) {
      const expected = 'a date, the day first, such as 31/03/2026';
      return refuse(
        row,
        'date_invalid',
        'fundingEnd',
        cells.fundingEnd,
        expected,
        'is no date of the calendar, read with the day first.',
      );
    }
    const funded = readFte(cells.funded);
    if (funded === undefined) {
      const message = cells.funded === null ? '. Give the WTE, 0 where there is none.' : 'is not a number.';
      return refuse(row, 'not_a_number', 'funded', cells.funded, fundedExpected, message);
    }
    if (Math.abs(funded) >= highestWte) {
      const message = 'is more than any line funds: the limit is 10,000 WTE.';
      return refuse(row, 'number_too_large', 'funded', cells.funded, fundedExpected, message);
    }
    const entry: LedgerEntry = {
      row: row.row,
      census: settings.census,
      costCentre: cellText(cells.costCentre),
      costCentreName: cellText(cells.costCentreName),
      subjective: cellText(cells.subjective),
      post: cellText(cells.post),
      positionNumber: cellText(cells.positionNumber),
      band: readBand(settings.columns.has('band') ? cells.band : cells.post) ?? null,
      staffGroup: staffGroupOf(cells.staffGroup),
      funded,
      fundingEnd,
      annualBudget: pence(cells.annualBudget),
      worked: workedWte(cells.worked),
    };
    const copy = copyOf(row, cells, entry);
    if (copy !== undefined) return copy;
    if (funded < 0 && isVacancyFactor(entry)) return { kind: 'ignored', reason: 'negative_vacancy_factor_line' };
    if (fundingEnd !== null && fundingEnd < settings.census)
      return { kind: 'ignored', reason: 'funding_ended_before_census' };
    remark(row, cells, entry, warnings);
    return { kind: 'accepted', entry, warnings };
  };

  const copyOf = (row: MappedRow, cells: Cells, entry: LedgerEntry): Refused | undefined => {
    const { row: _row, census: _census, band: _band, ...values } = entry;
    const first = firstCopy(row.row, [...Object.values(values), cellText(cells.band)]);
    if (first === undefined) return undefined;
    const message = `: this row says the same as row ${first}.`;
    return refuse(row, 'duplicate_row', 'funded', cells.funded, 'a line that is not in the file yet', message);
  };

  const remark = (row: MappedRow, cells: Cells, entry: LedgerEntry, warnings: RowWarning[]): void => {
    if (entry.funded < 0) {
      const message = `"${row.heading('funded')}" is below 0 in a line that is no vacancy factor. It is taken off the funded posts.`;
      warnings.push(warning('negative_funding', 'funded', message));
    }
    const group = fundedGroupOf(settings.groups, entry);
    if (group === settings.groups.unmapped) {
      const message = `The staff group and the post tell no group, so the line is counted as not mapped.`;
      warnings.push(warning('ledger_group_unmapped', 'staffGroup', message));
    }
    if (entry.band === null && cells.band !== null && group !== 'medical') {
      const message = `"${cellText(cells.band)}" in "${row.heading('band')}" is no band that we know. The line has no band.`;
      warnings.push(warning('band_unknown', 'band', message));
    }
  };

  return rowParser({ cellsOf, judge, ignored });
}

function isRecurrent(cell: CellValue): boolean {
  return cell === null || (typeof cell === 'string' && recurrent.has(textKey(cell)));
}

/** A negative line of no band, or one that says so, funds no post less: it only expects some to be empty. */
function isVacancyFactor({ post, subjective, costCentreName, band }: LedgerEntry): boolean {
  return band === null || [post, subjective, costCentreName].some((text) => vacancyFactor.test(text ?? ''));
}

function pence(cell: CellValue): number | null {
  const pounds = readNumber(cell);
  return pounds === undefined || Math.abs(pounds) >= highestBudget ? null : Math.round(pounds * 100);
}

/** For reading only, as the budget is: a figure that no line can have is none. */
function workedWte(cell: CellValue): number | null {
  const wte = readFte(cell);
  return wte === undefined || Math.abs(wte) >= highestWte ? null : wte;
}
