import { courseOfField } from './clean/course-field.ts';
import type { ImportFormat, ImportLayout } from './formats.ts';

/** A format with such fields among its own, so that they are read, shown and mended as any other. */
export function withCourseFields(format: ImportFormat, names: Iterable<string>): ImportFormat {
  const fields = { ...format.fields };
  for (const name of names) {
    const of = courseOfField(name);
    const part = of && format.fields[of.part];
    if (of === undefined || part === undefined) continue;
    const title = `${of.competence}: ${part.title.toLowerCase()}`;
    // A word may stand where a date is expected: "Expired".
    fields[name] = { ...part, title, words: format.fields['meets']?.words, required: false, asked: false };
  }
  return { ...format, fields };
}

/** A layout with such fields under their headings. */
export function withCourseHeadings(layout: ImportLayout, headings: ReadonlyMap<string, string>): ImportLayout {
  const added = [...headings].map(([field, heading]): [string, string[]] => [field, [heading]]);
  return { ...layout, headings: { ...layout.headings, ...Object.fromEntries(added) } };
}
