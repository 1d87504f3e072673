import type { DatePeriod } from '../core/dates.ts';
import { dateOfSerial } from './clean/dates.ts';
import { madeDay } from './clean/made-day.ts';
import { statedPeriod } from './clean/period.ts';
import { statedDay } from './clean/stated-day.ts';
import type { ImportFormat } from './formats.ts';
import { isFilled, type Reading, readingsOf, type SheetHead, strength } from './recognise/headings.ts';

/** What a person or a remembered mapping has said about a file before it is looked at. */
export interface KnownBefore {
  readonly kind?: string | undefined;
  readonly format?: string | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  /** Key of the layout that a person chose for an earlier file with the headings of this reading. */
  rememberedFormat?(reading: Reading): string | undefined;
}

export interface Choice {
  readonly kind: string;
  readonly format: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** Such as "Training compliance: a column for each course, with the day on which it expires". */
  readonly title: string;
  readonly reason: string;
}

export type Recognition =
  | {
      readonly kind: 'recognised';
      readonly reading: Reading;
      readonly reason: string;
      readonly stated?: DatePeriod;
      /** True where a person said of an earlier such file which of several layouts it is. */
      readonly byMemory?: boolean;
    }
  /** Two sheets or two kinds fit: a person must say which. */
  | { readonly kind: 'ambiguous'; readonly message: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'unknown'; readonly message: string }
  | { readonly kind: 'no_rows'; readonly message: string };

/** A reading of another kind of the same sheet is a rival unless it explains so many headings fewer. */
const clearlyFewer = 3;

/**
 * Finds out what a file is, from the first rows of its visible sheets: kind and layout, sheet, row of headings and the
 * columns of its fields. It never chooses between two that both fit.
 */
export function recognise(
  sheets: readonly SheetHead[],
  formats: readonly ImportFormat[],
  known: KnownBefore,
  { date1904, today }: { readonly date1904: boolean; readonly today: string },
): Recognition {
  const open = sheets.filter(({ name }) => known.sheet === undefined || name === known.sheet);
  if (!open.some(({ rows }) => rows.some(isFilled))) {
    return { kind: 'no_rows', message: 'The file has no rows: all its visible sheets are empty.' };
  }
  const asked = formats
    .filter(({ kind }) => known.kind === undefined || kind === known.kind)
    .map((format) => ({
      ...format,
      layouts: format.layouts.filter(({ key }) => known.format === undefined || key === known.format),
    }));
  const all = open.flatMap((sheet) => readingsOf(sheet, asked, { ...known, today }));
  const complete = all.filter((reading) => reading.complete);
  const pool = complete.length > 0 ? complete : nearest(all.filter((reading) => isPlausible(reading, known)));
  if (pool.length === 0) return { kind: 'unknown', message: unknownHeadings(open, asked) };
  const filled = pool.filter(({ hasRows }) => hasRows);
  const [best, ...others] = filled.sort((one, other) => strength(other) - strength(one));
  if (best === undefined) {
    const { sheet, headerRow } = pool[0]!;
    return {
      kind: 'no_rows',
      message: `The sheet "${sheet.name}" has headings in row ${headerRow} and no rows below them.`,
    };
  }
  const rivals = others.filter(
    ({ sheet, ...fit }) => sheet.index !== best.sheet.index || strength(fit) > strength(best) - clearlyFewer,
  );
  const chosen = rivals.length > 0 ? rememberedAmong([best, ...rivals], known) : best;
  if (chosen === undefined) return ambiguous([best, ...rivals]);
  const stated = periodStatedBy(chosen, sheets, date1904);
  const byMemory = rivals.length > 0;
  const reason = byMemory ? `${reasonOf(chosen)}, as you said of an earlier file` : reasonOf(chosen);
  return { kind: 'recognised', reading: chosen, reason, byMemory, ...(stated && { stated }) };
}

/** Of readings of the same rows as layouts of one kind, the one that was chosen for such headings before. */
function rememberedAmong(readings: readonly Reading[], known: KnownBefore): Reading | undefined {
  const [first] = readings;
  const isSame = ({ format, sheet, headerRow }: Reading) =>
    format.kind === first?.format.kind && sheet.index === first.sheet.index && headerRow === first.headerRow;
  if (first === undefined || !readings.every(isSame)) return undefined;
  const key = known.rememberedFormat?.(first);
  return readings.find(({ layout }) => layout.key === key);
}

/** Not complete, yet enough to ask for the columns that were not found. */
function isPlausible(reading: Reading, known: KnownBefore): boolean {
  if (known.kind !== undefined && known.headerRow !== undefined) return true;
  const found = strength(reading);
  if (known.kind !== undefined) return found >= 3;
  return reading.lacking <= 1 && found >= 6 && found * 10 >= headingCount(reading) * 4;
}

/** Of the readings that lack columns, those that lack the fewest: a list without a leaving date is none of leavers first. */
function nearest(readings: readonly Reading[]): Reading[] {
  const wanting = ({ format, layout, fields }: Reading) =>
    Object.keys(layout.headings).filter((field) => format.fields[field]?.required && !fields.has(field)).length;
  const fewest = Math.min(...readings.map(wanting));
  return readings.filter((reading) => wanting(reading) === fewest);
}

function headingCount({ columns }: Reading): number {
  return columns.filter(({ heading }) => heading !== '').length;
}

export function reasonOf(reading: Reading): string {
  const { format, layout } = reading;
  const variant = format.layouts.length > 1 || format.title !== layout.title ? ` (${layout.title})` : '';
  return `${reading.fields.size} of ${headingCount(reading)} headings match ${withArticle(format.title.toLowerCase())}${variant}`;
}

function titleOf({ format, layout }: Reading): string {
  return format.layouts.length > 1 ? `${format.title}: ${layout.title}` : format.title;
}

/** "a duty roster", "an absence"; lists of many, and compliance, have no article. */
function withArticle(title: string): string {
  if (/s$|compliance$|absence$/.test(title)) return title;
  return `${/^[aeiou]/.test(title) ? 'an' : 'a'} ${title}`;
}

function ambiguous(readings: readonly Reading[]): Recognition {
  const choices = readings.map((reading) => ({
    kind: reading.format.kind,
    format: reading.layout.key,
    sheet: reading.sheet.name,
    headerRow: reading.headerRow,
    title: titleOf(reading),
    reason: reasonOf(reading),
  }));
  const listed = choices.map(({ sheet, reason }) => `sheet "${sheet}" (${reason})`).join('; ');
  return { kind: 'ambiguous', message: `More than one reading fits: ${listed}. Say which one to import.`, choices };
}

function unknownHeadings(sheets: readonly SheetHead[], formats: readonly ImportFormat[]): string {
  const kinds = formats.map(({ title }) => title.toLowerCase()).join(', ');
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  return `No row of headings that we know was found in the first rows of ${names}: of ${kinds}.`;
}

/** The period, or the day, in the lines above the headings, or else on a sheet that is no table, such as a cover; a day also in the sheet's name. */
function periodStatedBy(best: Reading, sheets: readonly SheetHead[], date1904: boolean): DatePeriod | undefined {
  const stated = statedBy[best.format.of];
  const above = best.sheet.rows.filter(({ row }) => row <= best.headerRow - best.headingRows);
  const covers = sheets.filter(
    ({ index, rows }) => index !== best.sheet.index && rows.every(({ values }) => values.length <= 6),
  );
  const lines = [above, ...covers.map(({ rows }) => rows)].map((rows) => rows.map((row) => lineOf(row, date1904)));
  if (best.format.of === 'day') lines.push([best.sheet.name]);
  return lines.map(stated).find((period) => period !== undefined);
}

type Stated = (lines: readonly string[]) => DatePeriod | undefined;

const statedBy: Readonly<Record<ImportFormat['of'], Stated>> = {
  period: statedPeriod,
  day: (lines) => dayAsPeriod(statedDay(lines)),
  made: (lines) => dayAsPeriod(madeDay(lines)),
};

function dayAsPeriod(day: string | undefined): DatePeriod | undefined {
  return day === undefined ? undefined : { first: day, last: day };
}

/** A row as a line of text; numbers that the sheet shows as dates are written out. */
function lineOf(row: Reading['sheet']['rows'][number], date1904: boolean): string {
  return row.values
    .map((cell, place) => {
      if (typeof cell === 'string') return cell;
      const shown =
        typeof cell === 'number' && row.kindOf(place).startsWith('date') ? dateOfSerial(cell, date1904) : undefined;
      return shown ?? '';
    })
    .join(' ');
}
