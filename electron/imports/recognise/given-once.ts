import { readDate } from '../clean/dates.ts';
import { ignoredReason, isTotal } from '../clean/ignored.ts';
import { textKey } from '../clean/text.ts';
import { wordsOf } from '../clean/words.ts';
import { cleanCell, firstWord } from '../cursor.ts';
import type { ImportFormat } from '../formats.ts';
import type { CellValue, SheetRow } from '../workbook/cell.ts';

/** A column whose blank cells may repeat the cell above them, as a person sees it and as the rows are read. */
export interface GivenOnce {
  readonly field: string;
  readonly place: number;
  /** Whether its blank cells are filled from above. */
  readonly isOn: boolean;
  /** Who says so: the column's own cells, the kind of file, this mapping or an earlier one. */
  readonly by: 'values' | 'kind' | 'mapping' | 'remembered';
  /** Cells among the first rows: those with a value, and blank ones below one. */
  readonly filled: number;
  readonly blank: number;
  /** Columns whose new value ends what stands above: a blank beside one is a blank. */
  readonly endedBy: readonly number[];
}

/** What a person said of fields, now or of an earlier file. */
export type Said = ReadonlyMap<string, { readonly isOn: boolean; readonly by: 'mapping' | 'remembered' }>;

/** Fewer blanks are as likely to be cells that were forgotten. */
const fewestBlanks = 3;
/** One value alone, above blanks only, is a group where the column must have a value, or is this long. */
const longestOfOne = 10;
/** A group's value stands alone: more of them below their like, and the column is written out in each row. */
const mostRepeats = 0.01;
/** So many of the starts of a coarser group are starts of a finer one too. */
const nested = 0.8;
const fewestStarts = 3;
/** In so many rows columns that are given together are filled, or blank, alike. */
const alike = 0.95;

/**
 * Which columns of groups give their values once and are blank while these repeat. Told from the cells themselves: filled in
 * the first row, blank below, and no value directly below its like. Never for fields of which a blank means nothing.
 */
export function givenOnceOf(
  format: ImportFormat,
  places: ReadonlyMap<string, number>,
  rows: readonly SheetRow[],
  { said, date1904 }: { readonly said: Said; readonly date1904: boolean },
): GivenOnce[] {
  const below = rows.filter((row) => isData(row));
  const columns = Object.entries(format.fields).flatMap(([field, { givenOnce, required }]) => {
    const place = places.get(field);
    if (givenOnce === undefined || place === undefined) return [];
    return [{ field, place, givenOnce, required, keys: keysOf(below, place) }];
  });
  // The coarsest first: where a coarser group begins, a finer one may say again what it said last.
  const inOrder = [...columns].sort((one, other) => starts(one.keys) - starts(other.keys));
  const on = new Map<string, GivenOnce['by']>();
  const off = new Map<string, GivenOnce['by']>();
  for (const column of inOrder) {
    const { field, givenOnce } = column;
    const told = said.get(field);
    const coarser = inOrder.filter((other) => other !== column && on.has(other.field));
    const isAnew = (at: number) => coarser.some((other) => other.keys[at] !== null);
    const seems = () =>
      isGrouped(column, isAnew) &&
      (givenOnce !== 'person' ||
        (!isOfOthers(column, tellingPeople(columns, field)) &&
          (!isOfDuties(format) || isOfPeople(column, { format, places, below, date1904 }))));
    const isOn = told?.isOn ?? (givenOnce === 'level' || seems());
    (isOn ? on : off).set(field, told?.by ?? (givenOnce === 'level' ? 'kind' : 'values'));
  }
  // What stands beside a group and is blank with it, such as the names of a number, is given once with it.
  for (const { field, keys } of columns) {
    const isBeside = (other: Candidate) => on.get(other.field) === 'values' && isAlike(keys, other.keys);
    if (off.get(field) === 'values' && columns.some(isBeside)) on.set(field, 'values');
  }
  return columns.map(({ field, place, givenOnce, keys }, at) => {
    const people = givenOnce === 'person' ? tellingPeople(columns, field) : [];
    const others = columns.filter((other, index) => {
      if (people.includes(other)) return true;
      if (other.field === field || !on.has(other.field)) return false;
      return givenOnce === 'level' ? other.givenOnce === 'level' && index < at : isWithin(other, { keys, place });
    });
    const filled = starts(keys);
    const first = keys.findIndex((key) => key !== null);
    const blank = first < 0 ? 0 : keys.length - first - filled;
    const by = on.get(field) ?? off.get(field) ?? 'values';
    return { field, place, isOn: on.has(field), by, filled, blank, endedBy: others.map((other) => other.place) };
  });
}

/** Rows of sums and footers begin no group and are of none; nor is a row without a value. */
export function isData({ values }: Pick<SheetRow, 'values'>): boolean {
  const first = firstWord(values);
  return first !== null && ignoredReason(first) === undefined && !isTotal(first);
}

function keysOf(rows: readonly SheetRow[], place: number): (string | null)[] {
  return rows.map(({ values }) => keyOf(values[place]));
}

/** What two cells of a group are compared by; null where there is none. */
export function keyOf(cell: CellValue | undefined): string | null {
  const clean = cleanCell(cell);
  if (clean === null) return null;
  return typeof clean === 'string' ? textKey(clean) : typeof clean === 'object' ? clean.error : String(clean);
}

const starts = (keys: readonly (string | null)[]) => keys.filter((key) => key !== null).length;

interface Candidate {
  readonly field: string;
  readonly givenOnce: NonNullable<ImportFormat['fields'][string]['givenOnce']>;
  readonly keys: readonly (string | null)[];
  readonly required: boolean;
}

/** The other columns that name the person of a row; somebody may have several assignments. */
function tellingPeople<Column extends Candidate>(columns: readonly Column[], field: string): Column[] {
  return columns.filter(
    (other) => other.givenOnce === 'person' && other.field !== field && other.field !== 'assignmentNumber',
  );
}

/** True where blanks stand beside other people than the one above them: the number of nobody is not the last one's. */
function isOfOthers({ keys }: Candidate, people: readonly Candidate[]): boolean {
  const isOther = (at: number) =>
    people.some((other) => other.keys[at] !== null && other.keys[at] !== other.keys[at - 1]);
  const blanks = keys.flatMap((key, at) => (key === null ? [at] : []));
  return blanks.filter(isOther).length * 10 > blanks.length;
}

function isOfDuties({ fields }: ImportFormat): boolean {
  return Object.values(fields).some(({ type }) => type === 'time');
}

function isGrouped({ keys, required }: Candidate, isAnew: (at: number) => boolean): boolean {
  const filled = starts(keys);
  const blank = keys.length - filled;
  if (filled === 0 || keys[0] === null || blank < fewestBlanks) return false;
  if (filled === 1) return required || blank >= longestOfOne;
  const repeats = keys.filter((key, at) => key !== null && at > 0 && key === keys[at - 1] && !isAnew(at)).length;
  const isDistinct = new Set(keys).size - 1 === filled;
  return repeats <= mostRepeats * filled && (isDistinct ? blank * 3 >= filled : blank >= filled);
}

interface Placed {
  readonly keys: readonly (string | null)[];
  readonly place: number;
}

/** True where the finer column begins anew with (nearly) every value of the coarser one, which has fewer or stands first. */
function isWithin(coarser: Placed, finer: Placed): boolean {
  const begun = coarser.keys.flatMap((key, at) => (key === null ? [] : [at]));
  const both = begun.filter((at) => finer.keys[at] !== null).length;
  const isCoarser = begun.length <= starts(finer.keys) || coarser.place < finer.place;
  return isCoarser && begun.length >= fewestStarts && both > nested * begun.length;
}

/** True where two columns of groups are filled in nearly the same rows. */
function isAlike(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  const same = one.filter((key, at) => (key === null) === (other[at] === null)).length;
  return starts(one) < one.length && same >= alike * one.length;
}

interface AroundPeople {
  readonly format: ImportFormat;
  readonly places: ReadonlyMap<string, number>;
  readonly below: readonly SheetRow[];
  readonly date1904: boolean;
}

/**
 * True where a list of duties is laid out by person: each is there once, with days that begin anew. In a list by day a
 * blank is a duty that nobody has.
 */
function isOfPeople({ keys }: Candidate, { format, places, below, date1904 }: AroundPeople): boolean {
  const filled = keys.filter((key) => key !== null);
  if (new Set(filled).size < filled.length) return false;
  const words = wordsOf(format.words);
  const isOpen = (row: SheetRow) =>
    Object.entries(format.fields).some(([field, { words: set }]) => {
      const key = set === undefined ? null : keyOf(row.values[places.get(field) ?? -1]);
      const code = key === null ? undefined : words[set!]?.get(key);
      return code === 'unfilled' || (set === 'fill' && code === 'none');
    });
  if (below.some((row, at) => keys[at] === null && isOpen(row))) return false;
  const dated = Object.keys(format.fields).find(
    (field) => format.fields[field]?.type === 'date' && format.fields[field]?.required,
  );
  const days = below.map(({ values }) => readDate(values[places.get(dated ?? '') ?? -1] ?? null, date1904));
  let [begun, back, within, onward] = [0, 0, 0, 0];
  days.forEach((day, at) => {
    const before = days[at - 1];
    if (at === 0 || day === undefined || before === undefined) return;
    if (keys[at] === null) {
      within += 1;
      if (day >= before) onward += 1;
    } else {
      begun += 1;
      if (day < before) back += 1;
    }
  });
  return back * 2 >= begun && onward * 10 >= within * 9;
}
