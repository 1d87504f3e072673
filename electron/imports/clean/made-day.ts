import { readDate } from './dates.ts';
import { cleanText } from './text.ts';

const writtenDate =
  /\b(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[-/.\s](?:\d{1,2}|[a-z]{3,9})[-/.\s,]+\d{2,4})(?!\d)/giu;
const made =
  /\b(?:run|ran|printed|produced|generated|created|extract(?:ed)?|export(?:ed)?|downloaded|prepared|report(?:ed)? (?:date|on))\b/iu;
const asAt = /\b(?:as (?:at|of|on)|position (?:at|on)|effective|snapshot|census)\b/iu;
/** A line may say several things, one after another. */
const clauses = /[;|]|\.\s|,\s+(?=[a-z])/iu;

/**
 * The day on which a file was made, from the lines above its headings: the last date behind "Run", "Printed" and the
 * like, else behind "As at", else the only date that they name. Undefined where they do not tell.
 */
export function madeDay(lines: Iterable<string>): string | undefined {
  const parts = [...lines].flatMap((line) => cleanText(line).split(clauses));
  const all = parts.flatMap(datesIn);
  return (
    latest(parts.filter((part) => made.test(part))) ?? latest(parts.filter((part) => asAt.test(part))) ?? onlyOne(all)
  );
}

function latest(parts: readonly string[]): string | undefined {
  return parts.flatMap(datesIn).sort().pop();
}

function onlyOne(days: readonly string[]): string | undefined {
  return days.every((day) => day === days[0]) ? days[0] : undefined;
}

function datesIn(part: string): string[] {
  return [...part.matchAll(writtenDate)].flatMap(([date]) => readDate(date.replace(',', ' '), false) ?? []);
}
