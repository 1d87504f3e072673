import type { Mapping } from '#contract';
import { textKey } from './clean/text.ts';
import { type OwnWords, type Words, wordsOf } from './clean/words.ts';
import type { ImportFormat } from './formats.ts';
import { type Column, columnLetter, matchKey, placeOfLetter } from './recognise/columns.ts';
import type { Reading } from './recognise/headings.ts';
import { type ImportRefusal, isRefusal, refuseMapping } from './refusal.ts';

/** Who says which column a field is. */
export type By = 'heading' | 'remembered' | 'mapping' | 'nobody';

export interface MatchedFields {
  readonly places: ReadonlyMap<string, number>;
  readonly by: ReadonlyMap<string, By>;
  /** Fields that a person has settled, also as having no column. */
  readonly settled: ReadonlySet<string>;
}

/**
 * The columns of the fields: those that the mapping names, then those that were remembered for such a file, then those
 * found by their headings. What is remembered gives way where the file has no such column any more.
 */
export function matchFields(
  reading: Reading,
  given: Mapping['fields'],
  remembered: Mapping['fields'],
): MatchedFields | ImportRefusal {
  const places = new Map(reading.fields);
  const by = new Map<string, By>(
    Object.keys(reading.format.fields).map((field) => [field, places.has(field) ? 'heading' : 'nobody']),
  );
  const settled = new Set<string>();
  const put = (field: string, place: number | null, who: By) => {
    for (const [other, taken] of places) {
      if (taken !== place || other === field || settled.has(other)) continue;
      places.delete(other);
      by.set(other, 'nobody');
    }
    if (place === null) places.delete(field);
    else places.set(field, place);
    by.set(field, who);
    settled.add(field);
  };
  for (const [field, name] of Object.entries(given ?? {})) {
    if (!(field in reading.format.fields)) return refuseMapping(noSuchField(reading.format, field));
    const place = name === null ? null : placeOf(reading.columns, name);
    if (isRefusal(place)) return place;
    const twice = [...places].find(([other, taken]) => taken === place && settled.has(other));
    if (twice) return refuseMapping(`The matching gives the same column to ${field} and ${twice[0]}.`);
    put(field, place, 'mapping');
  }
  for (const [field, name] of Object.entries(remembered ?? {})) {
    if (settled.has(field) || !(field in reading.format.fields)) continue;
    const place = name === null ? null : placeOf(reading.columns, name);
    if (isRefusal(place) || [...places].some(([other, taken]) => taken === place && settled.has(other))) continue;
    put(field, place, 'remembered');
  }
  return { places, by, settled };
}

/** The place of the column that a heading, a letter or a number from 1 names. */
function placeOf(columns: readonly Column[], name: string | number): number | ImportRefusal {
  if (typeof name === 'number') {
    return name <= columns.length
      ? name - 1
      : refuseMapping(`There is no column ${name}; the last one is ${columns.length}.`);
  }
  const key = matchKey(name);
  const found = columns.filter(({ full, bare }) => full !== '' && (full === key || bare === key));
  if (found.length === 1) return found[0]!.place;
  if (found.length > 1) {
    const letters = found.map(({ place }) => columnLetter(place)).join(' and ');
    return refuseMapping(`The columns ${letters} are both headed "${name}". Give the letter of the one that is meant.`);
  }
  const place = /^[a-z]{1,3}$/i.test(name) ? placeOfLetter(name) : columns.length;
  return place < columns.length ? place : refuseMapping(`No column of the file is headed "${name}".`);
}

function noSuchField(format: ImportFormat, field: string): string {
  return `A ${format.title.toLowerCase()} has no field "${field}". Its fields are ${Object.keys(format.fields).join(', ')}.`;
}

/** A column as it is remembered: by its heading, or by its letter where that names none or several. */
export function nameOfColumn(columns: readonly Column[], place: number): string {
  const column = columns[place];
  const alike = columns.filter(({ full }) => full === column?.full);
  return column && column.full !== '' && alike.length === 1 ? column.heading : columnLetter(place);
}

/** The shape of a file: its headings as they are matched, in an order of their own. */
export function headingsKey(columns: readonly Column[]): string {
  return columns
    .map(({ full }) => full)
    .filter((full) => full !== '')
    .sort()
    .join('\n');
}

/**
 * Code words by set, checked against the format's codes: answers may name a set or a field that uses it, and a code or
 * its title. Bands and units are not listed in a format and are taken as they stand.
 */
export function ownWords(format: ImportFormat, codes: Mapping['codes']): OwnWords | ImportRefusal {
  const words = wordsOf(format.words);
  const own: Record<string, Record<string, string>> = {};
  for (const [name, answers] of Object.entries(codes ?? {})) {
    const set = setNamed(format, name);
    if (set === undefined) {
      return refuseMapping(
        `There are no code words called "${name}". There are ${Object.keys(format.words).join(', ')} and unit.`,
      );
    }
    for (const [word, meaning] of Object.entries(answers)) {
      const code = codeOf(words, set, meaning);
      if (code === undefined) {
        const known = Object.values(format.words[set] ?? {}).map(({ title }) => title);
        return refuseMapping(`"${meaning}" is no meaning for "${word}" in ${name}. Choose one of ${known.join(', ')}.`);
      }
      (own[set] ??= {})[word] = code;
    }
  }
  return own;
}

/** What is remembered of code words, without the meanings that there are no more: a red flag of the trust's own that was removed. */
export function stillMeant(format: ImportFormat, codes: NonNullable<Mapping['codes']>): NonNullable<Mapping['codes']> {
  const words = wordsOf(format.words);
  const left: NonNullable<Mapping['codes']> = {};
  for (const [name, answers] of Object.entries(codes)) {
    const set = setNamed(format, name);
    if (set === undefined) continue;
    const meant = Object.entries(answers).filter(([, meaning]) => codeOf(words, set, meaning) !== undefined);
    if (meant.length > 0) left[name] = Object.fromEntries(meant);
  }
  return left;
}

/** Answers may name a set or a field that uses it. */
function setNamed(format: ImportFormat, name: string): string | undefined {
  return format.words[name] === undefined && name !== 'unit' ? format.fields[name]?.words : name;
}

function codeOf(words: Words, set: string, meaning: string): string | undefined {
  return words[set]?.get(textKey(meaning)) ?? (openSets.has(set) ? meaning : undefined);
}

/** Sets whose meanings are more than the format lists: any unit, and registered or support for a grade without a band. */
const openSets: ReadonlySet<string> = new Set(['unit', 'unavailabilityGroup']);
