import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { headingKey } from './clean/text.ts';

/** What a field's cells are read as. `word` cells are looked up among the code words of the field's `words` set. */
const valueType = z.enum(['text', 'person', 'date', 'time', 'minutes', 'hours', 'number', 'word']);

const fieldShape = z.strictObject({
  title: z.string(),
  type: valueType,
  /** A file without this column is not of this kind. */
  required: z.boolean().default(false),
  /** Read and shown, but of no meaning to a figure: it makes no duplicate and its errors refuse no row. */
  freeText: z.boolean().default(false),
  /** Asked for where it has no column and one that is left over could be it: missing it would change a figure unseen. */
  asked: z.boolean().default(false),
  /** The set of code words that its cells are looked up in. */
  words: z.string().optional(),
  /**
   * What a trust that drops names on import does not keep of it: the name of the person whose row it is, that of another,
   * that of another unless the heading says that it is a post, text in which people may be named, or all of a staff
   * number but its digits. Fields of the type `person` are staff numbers without saying so.
   */
  names: z.enum(['own', 'other', 'post', 'text', 'number']).optional(),
  /**
   * Of a field that groups rows, which some files give once and then leave blank while it repeats: a `level` of the
   * organisation, of which each blank is one; a `group`, where the column's cells show it; a `person`, likewise, but for
   * duties that nobody has. A field without this is never filled from above: its blank means that there is nothing.
   */
  givenOnce: z.enum(['level', 'group', 'person']).optional(),
});

const layoutShape = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** The layout fits where each list has at least one field whose heading is in the file... */
  has: z.array(z.array(z.string()).min(1)),
  /** ...and none of these headings is... */
  lacks: z.array(z.string()),
  /** ...unless two of these fields have columns: only a file of this layout has them. */
  unless: z.array(z.string()).default([]),
  /** Fields whose columns are filled in most rows: a column that is nearly empty makes no file one of this layout. */
  filled: z.array(z.string()).default([]),
  /** Field to the headings that trusts give it, the likeliest first. A group's heading stands before its column's. */
  headings: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Of a layout in which each column beside its own is a month, or something that is counted. */
  counts: z.enum(['months', 'indicators']).optional(),
  /** Of a layout in which a row is a person and a column a course. */
  matrix: z
    .strictObject({
      /** The layout that has one row for each course, whose headings this one shares but for these fields. */
      headingsOf: z.string(),
      without: z.array(z.string()),
      /** What the dates of a column are whose heading does not say it; null where all headings say it. */
      dates: z.enum(['achieved', 'expiry']).nullable(),
    })
    .optional(),
});

/** The shape of a file in `resources/import-formats/`. */
const importFormat = z
  .strictObject({
    /** Key of the kind, such as `duty_roster`. */
    kind: z.string(),
    title: z.string(),
    version: z.string(),
    source: z.string(),
    /**
     * A file tells of a period, or of how things stand on one day: on one that it must name, that of the month's end, say,
     * or on the day on which it was made, which is taken for that of the import where it does not say.
     */
    of: z.enum(['period', 'day', 'made']).default('period'),
    fields: z.record(z.string(), fieldShape),
    layouts: z.array(layoutShape).min(1),
    /** Set to code to its title and the words that mean it. A trust adds its own. */
    words: z.record(
      z.string(),
      z.record(z.string(), z.strictObject({ title: z.string(), words: z.array(z.string()) })),
    ),
  })
  .superRefine((format, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message: `${format.kind}: ${message}` });
    for (const [key, { words }] of Object.entries(format.fields)) {
      if (words !== undefined && !(words in format.words)) say(`field ${key} names no set of words`);
    }
    for (const { key, has, unless, filled, headings } of format.layouts) {
      for (const name of [...Object.keys(headings), ...has.flat(), ...unless, ...filled]) {
        if (!(name in format.fields)) say(`layout ${key} names no field ${name}`);
      }
      const owners = new Map<string, string>();
      for (const [name, said] of Object.entries(headings)) {
        for (const heading of said) {
          const owner = owners.get(headingKey(heading));
          if (owner !== undefined) say(`layout ${key} has "${heading}" for ${owner} and ${name}`);
          owners.set(headingKey(heading), name);
        }
      }
    }
  });

export type ImportFormat = z.infer<typeof importFormat>;
export type ImportLayout = ImportFormat['layouts'][number];

/** Reads and checks every format of the folder, by kind. Throws where a file does not keep to the shape. */
export function loadFormats(folder: string): ReadonlyMap<string, ImportFormat> {
  const formats = new Map<string, ImportFormat>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const format = importFormat.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    formats.set(format.kind, { ...format, layouts: format.layouts.map((layout) => withHeadings(layout, format)) });
  }
  return formats;
}

/** A layout of a matrix with the headings that it shares. */
function withHeadings(layout: ImportLayout, { kind, layouts }: ImportFormat): ImportLayout {
  const { matrix } = layout;
  if (matrix === undefined) return layout;
  const shared = layouts.find(({ key }) => key === matrix.headingsOf);
  if (shared === undefined) throw new Error(`${kind}: layout ${layout.key} shares the headings of no layout`);
  const headings = Object.entries(shared.headings).filter(([field]) => !matrix.without.includes(field));
  return { ...layout, headings: Object.fromEntries(headings) };
}
