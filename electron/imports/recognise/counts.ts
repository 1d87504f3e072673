import { countField, readMonth } from '../clean/count-field.ts';
import { readNumber } from '../clean/numbers.ts';
import { textKey } from '../clean/text.ts';
import { publishedWords } from '../clean/words.ts';
import { withCountFields, withCountHeadings } from '../count-columns.ts';
import type { CellValue, SheetRow } from '../workbook/cell.ts';
import { type Column, matchKey } from './columns.ts';
import type { Fit } from './fit.ts';
import { filledCells } from './shape.ts';

/** One column alone that is headed by a month may be anything. */
const fewestMonths = 2;
const fewestCounted = 1;
/** So many of a column's filled cells must be numbers. */
const enough = 0.8;
/** So many of the rows must name something that is counted. */
const enoughKnown = 0.5;

/**
 * A fit of a layout in which each column beside its own is a month or something that is counted; undefined where it is
 * none. The fit's format and layout have these columns among their fields.
 */
export function fitCounts(plain: Fit, columns: readonly Column[], below: readonly SheetRow[]): Fit | undefined {
  const of = plain.layout.counts;
  const words = publishedWords(plain.format.words)['indicator'] ?? new Map<string, string>();
  const used = new Set([...plain.fields.values(), ...[...plain.doubtful.values()].flat()]);
  const headings = new Map<string, string>();
  const fields = new Map(plain.fields);
  for (const { place, heading } of columns) {
    if (heading === '' || used.has(place)) continue;
    const field = of === 'months' ? monthField(heading) : countedField(heading, words);
    if (field === undefined || headings.has(field) || !areNumbers(filledCells(below, place))) continue;
    headings.set(field, heading);
    fields.set(field, place);
  }
  if (headings.size < (of === 'months' ? fewestMonths : fewestCounted)) return undefined;
  if (of === 'months' && !areKnown(filledCells(below, plain.fields.get('indicator') ?? -1), words)) return undefined;
  const format = withCountFields(plain.format, headings.keys());
  return { ...plain, format, layout: withCountHeadings(plain.layout, headings), fields, complete: plain.lacking === 0 };
}

/** A heading that is a date of the sheet stands there as its serial number. */
function monthField(heading: string): string | undefined {
  const cell = /^\d{5}$/.test(heading) ? Number(heading) : heading;
  const month = readMonth(cell, false);
  return month === undefined ? undefined : countField({ of: 'month', month });
}

function countedField(heading: string, words: ReadonlyMap<string, string>): string | undefined {
  const counted = words.get(textKey(heading)) ?? byMatchKey(words).get(matchKey(heading));
  return counted === undefined ? undefined : countField({ of: 'counted', counted });
}

const keysOfWords = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** Many rows are tried as headings: the keys of the words are made once. */
function byMatchKey(words: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = keysOfWords.get(words) ?? new Map([...words].reverse().map(([word, name]) => [matchKey(word), name]));
  keysOfWords.set(words, known);
  return known;
}

function areNumbers(cells: readonly CellValue[]): boolean {
  return cells.filter((cell) => readNumber(cell) !== undefined).length >= enough * cells.length;
}

function areKnown(cells: readonly CellValue[], words: ReadonlyMap<string, string>): boolean {
  return cells.filter((cell) => words.has(textKey(String(cell)))).length >= enoughKnown * cells.length;
}
