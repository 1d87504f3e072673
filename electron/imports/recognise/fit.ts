import type { ImportFormat, ImportLayout } from '../formats.ts';
import { type Column, matchKey } from './columns.ts';

/** How well the columns of a file fit a layout of a format. */
export interface Fit {
  readonly format: ImportFormat;
  readonly layout: ImportLayout;
  /** Field to the place of its column. */
  readonly fields: ReadonlyMap<string, number>;
  /** Fields for which two or more columns have the same heading, with those places. */
  readonly doubtful: ReadonlyMap<string, readonly number[]>;
  /** True where every column is there without which a file is not of this layout. */
  readonly complete: boolean;
  /** Of a matrix: what each column of a course could be, and the place of that column. */
  readonly ofColumn?: ReadonlyMap<string, number>;
  /** How many of the sets of columns are not there that a file of this layout must have. */
  readonly lacking: number;
}

/** Below a group, "Start" alone does not say whether it is planned or actual: such columns need the group's word. */
const toldByGroup: ReadonlySet<string> = new Set(['time', 'minutes', 'hours']);

/** So many columns that only a layout has outweigh a heading of another. */
const enoughOfItsOwn = 2;

/**
 * Matches columns to the fields of a layout by their headings. The likeliest heading wins; each column serves once.
 * `isFilled` tells whether a column is filled in most rows: a heading above nothing tells nothing of what a file is.
 */
export function fitLayout(
  format: ImportFormat,
  layout: ImportLayout,
  columns: readonly Column[],
  isFilled: (place: number) => boolean,
): Fit {
  const { fields: fieldsByKey, lacks } = keysOf(layout);
  const fields = new Map<string, number>();
  const doubtful = new Map<string, readonly number[]>();
  const used = new Set<number>();
  const byFull = placesBy(columns, (column) => column.full);
  const byBare = placesBy(columns, (column) => column.bare ?? '');
  for (const keys of [byFull, byBare]) {
    for (const [field, headings] of fieldsByKey) {
      if (fields.has(field)) continue;
      if (keys === byBare && toldByGroup.has(format.fields[field]?.type ?? '')) continue;
      for (const heading of headings) {
        const places = (keys.get(heading) ?? []).filter((place) => !used.has(place));
        if (places.length === 0) continue;
        fields.set(field, places[0]!);
        if (places.length > 1) doubtful.set(field, places);
        for (const place of places) used.add(place);
        break;
      }
    }
  }
  const required = Object.keys(format.fields).filter((field) => format.fields[field]?.required);
  const missing = layout.has.filter((any) => !any.some((field) => fields.has(field))).length;
  const empty = layout.filled.filter((field) => fields.has(field) && !isFilled(fields.get(field)!)).length;
  const lacking = missing + empty;
  const isHeadedBy = (heading: string) => [byFull, byBare].some((keys) => keys.get(heading)?.some(isFilled));
  const own = layout.unless.filter((field) => fields.has(field)).length;
  const barred = own < enoughOfItsOwn && lacks.some(isHeadedBy);
  const complete = lacking === 0 && !barred && required.every((field) => fields.has(field));
  return { format, layout, fields, doubtful, complete, lacking: barred ? layout.has.length : lacking };
}

interface LayoutKeys {
  /** Field and the keys of its headings, the likeliest first. */
  readonly fields: readonly (readonly [string, readonly string[]])[];
  readonly lacks: readonly string[];
  readonly all: ReadonlySet<string>;
}

/** The keys of all headings that a layout knows. */
export function headingKeysOf(layout: ImportLayout): ReadonlySet<string> {
  return keysOf(layout).all;
}

/** A layout is compared with every row that could be a heading: its keys are made once. */
const layoutKeys = new WeakMap<ImportLayout, LayoutKeys>();

function keysOf(layout: ImportLayout): LayoutKeys {
  const known = layoutKeys.get(layout);
  if (known) return known;
  const fields = Object.entries(layout.headings).map(([field, headings]) => [field, headings.map(matchKey)] as const);
  const all = new Set(fields.flatMap(([, headings]) => headings));
  const keys = { fields, lacks: layout.lacks.map(matchKey), all };
  layoutKeys.set(layout, keys);
  return keys;
}

function placesBy(columns: readonly Column[], keyOf: (column: Column) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const column of columns) {
    const key = keyOf(column);
    if (key === '') continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [column.place]);
    else known.push(column.place);
  }
  return places;
}
