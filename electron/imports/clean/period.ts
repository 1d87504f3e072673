import type { DatePeriod } from '../../core/dates.ts';
import { readDate } from './dates.ts';
import { cleanText } from './text.ts';

const writtenDate = String.raw`(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[-/.\s](?:\d{1,2}|[a-z]{3,9})[-/.\s]\d{2,4}(?!\d))`;
const joint = String.raw`\s*(?:to|until|till|and|through|[-\u2013\u2014])\s*(?:[a-z]{3,9}\.?,?\s+)?`;
const joined = new RegExp(writtenDate + joint + writtenDate, 'iu');
const anyDate = new RegExp(writtenDate, 'giu');

/**
 * The period that the lines above a heading state, such as "Roster period: 05-Oct-2026 to 01-Nov-2026": the first line
 * with one date to another, or with the word period and exactly two dates. Undefined where no line has them in order.
 */
export function statedPeriod(lines: Iterable<string>): DatePeriod | undefined {
  for (const line of lines) {
    const text = cleanText(line);
    const dates = joined.exec(text)?.slice(1) ?? (/period/iu.test(text) ? (text.match(anyDate) ?? []) : []);
    const [first, last] = dates.map((date) => readDate(date, false));
    if (dates.length === 2 && first !== undefined && last !== undefined && first <= last) return { first, last };
  }
  return undefined;
}
