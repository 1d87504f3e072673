import { monthInWords } from '../core/dates.ts';
import { countOfField } from './clean/count-field.ts';
import type { ImportFormat, ImportLayout } from './formats.ts';

/** A format with such columns of counts among its fields, so that they are read, shown and mended as any other. */
export function withCountFields(format: ImportFormat, names: Iterable<string>): ImportFormat {
  const fields = { ...format.fields };
  const count = format.fields['count'];
  for (const name of names) {
    const of = countOfField(name);
    if (of === undefined || count === undefined) continue;
    const title =
      of.of === 'month' ? monthInWords(of.month) : (format.words['indicator']?.[of.counted]?.title ?? of.counted);
    fields[name] = { ...count, title, required: false };
  }
  return { ...format, fields };
}

/** A layout with such fields under their headings. */
export function withCountHeadings(layout: ImportLayout, headings: ReadonlyMap<string, string>): ImportLayout {
  const added = [...headings].map(([field, heading]): [string, string[]] => [field, [heading]]);
  return { ...layout, headings: { ...layout.headings, ...Object.fromEntries(added) } };
}
