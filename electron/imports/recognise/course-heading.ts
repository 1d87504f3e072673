import type { CoursePart } from '../clean/course-field.ts';
import type { ImportFormat } from '../formats.ts';
import { type Column, matchKey } from './columns.ts';

/** Words that say what a column is of: the headings of a file with one row for each course say the same of theirs. */
const found = new WeakMap<object, ReadonlyMap<string, CoursePart | 'date'>>();

/** More words that only stand beside the name of a course. "Date" alone says nothing. */
const more: Readonly<Record<string, CoursePart | 'date'>> = {
  due: 'expiry',
  expiring: 'expiry',
  expired: 'expiry',
  validto: 'expiry',
  done: 'achieved',
  trained: 'achieved',
  attended: 'achieved',
  lastdone: 'achieved',
  last: 'achieved',
  date: 'date',
  dates: 'date',
  compliant: 'meets',
  yn: 'meets',
};
/** These headings are too general beside the name of a course. */
const general: ReadonlySet<string> = new Set(['date', 'from', 'to', 'fromdate', 'todate', 'datefrom', 'dateto']);

export function partWords({ layouts, words }: ImportFormat): ReadonlyMap<string, CoursePart | 'date'> {
  const known = found.get(words);
  if (known) return known;
  const parts = new Map<string, CoursePart | 'date'>(Object.entries(more));
  for (const { headings, matrix } of layouts) {
    if (matrix) continue;
    for (const part of ['achieved', 'expiry', 'meets'] as const) {
      for (const heading of headings[part] ?? []) {
        const key = matchKey(heading);
        if (!general.has(key) && !parts.has(key)) parts.set(key, part);
      }
    }
  }
  found.set(words, parts);
  return parts;
}

/** The competence that a heading names, and what its column says of it where the heading tells. */
export function courseOfHeading(
  { heading, group, below }: Column,
  parts: ReadonlyMap<string, CoursePart | 'date'>,
): { readonly competence: string; readonly part: CoursePart | undefined } {
  const asPart = (part: CoursePart | 'date' | undefined) => (part === 'date' ? undefined : part);
  if (group !== undefined && below !== undefined) {
    const whole = parts.get(matchKey(below));
    if (whole !== undefined) return { competence: tidy(group), part: asPart(whole) };
    return courseOfHeading({ place: 0, heading: below, full: '' }, parts);
  }
  if (parts.has(matchKey(heading))) return { competence: '', part: asPart(parts.get(matchKey(heading))) };
  const words = heading.split(/\s+/u);
  // The longest words at the end, then at the start, that say what the column is of.
  for (let taken = Math.min(5, words.length - 1); taken > 0; taken -= 1) {
    const last = parts.get(matchKey(words.slice(-taken).join(' ')));
    if (last !== undefined) return { competence: tidy(words.slice(0, -taken).join(' ')), part: asPart(last) };
    const first = parts.get(matchKey(words.slice(0, taken).join(' ')));
    if (first !== undefined) {
      const rest = words
        .slice(taken)
        .join(' ')
        .replace(/^(?:of|for|:|-)\s+/iu, '');
      return { competence: tidy(rest), part: asPart(first) };
    }
  }
  return { competence: tidy(heading), part: undefined };
}

/** Without the signs that join a course to what is said of it, and without an opened bracket. */
function tidy(text: string): string {
  return text
    .replace(/[\s:;,/([–—-]+$/u, '')
    .replace(/^[\s:;,/)\]–—-]+/u, '')
    .trim();
}
