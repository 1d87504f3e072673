import { addDays, addMonths, dateOf } from '../../core/dates.ts';
import { readDate } from './dates.ts';
import { statedPeriod } from './period.ts';
import { cleanText } from './text.ts';

const monthWords =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const writtenDate = new RegExp(
  String.raw`\b(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[-/.\s](?:\d{1,2}|${monthWords})[-/.\s,]+\d{2,4})(?!\d)`,
  'giu',
);
const monthOfYear = new RegExp(String.raw`\b(${monthWords})[-/.\s,']+(\d{4}|\d{2})(?!\d)`, 'iu');
/** The days that a report counts, and not on which it was made. */
const countedDay =
  /effective|as (?:at|of|on)\b|census|snapshot|position (?:at|on)|in post (?:at|on)|month end|period end|(?:month|period|year) ending|end of month|reporting date/iu;
const madeOn =
  /\b(?:run|printed|produced|generated|created|extract(?:ed)?|export(?:ed)?|report(?:ed)? (?:date|on)|refreshed|downloaded|updated)\b/iu;
const financialMonth = /\b(?:month|mth|period|m|p)[\s.:-]*0?(1[0-2]|[1-9])\b/iu;
const financialYear = /\b(20\d{2})\s*[-/]\s*(?:20)?(\d{2})\b/u;

/**
 * The day as on which the lines above a heading say how things stand: "Effective date: 31-Oct-2026", the last day of a
 * period, of "month 7 2026/27" or of "October 2026". The day on which a report was made is none. Undefined where no
 * line says it, or where two say different days with the same right.
 */
export function statedDay(lines: Iterable<string>): string | undefined {
  const texts = [...lines].map(cleanText).filter((text) => text !== '');
  const told = texts.filter((text) => countedDay.test(text));
  const others = texts.filter((text) => !countedDay.test(text) && !madeOn.test(text));
  return (
    onlyOne(told.flatMap(dayAfterLabel)) ??
    onlyOne(others.flatMap((text) => statedPeriod([text])?.last ?? [])) ??
    onlyOne(told.flatMap(monthEnds)) ??
    onlyOne(others.flatMap(monthEnds)) ??
    onlyOne(others.flatMap(datesIn))
  );
}

function onlyOne(days: readonly string[]): string | undefined {
  return days.length > 0 && days.every((day) => day === days[0]) ? days[0] : undefined;
}

/** The first day behind the word that says what it is: a line may go on with the day on which it was printed. */
function dayAfterLabel(text: string): string[] {
  return datesIn(text.slice(countedDay.exec(text)?.index ?? 0)).slice(0, 1);
}

function datesIn(text: string): string[] {
  return [...text.matchAll(writtenDate)].flatMap(([date]) => readDate(date.replace(',', ' '), false) ?? []);
}

/** The last day of a month that a line names: of the financial year, which begins in April, or of the calendar. */
function monthEnds(text: string): string[] {
  const year = financialYear.exec(text);
  const month = financialMonth.exec(text);
  if (year !== null && month !== null && Number(year[2]) === (Number(year[1]) + 1) % 100) {
    return [lastOfMonth(addMonths(`${year[1]}-04-01`, Number(month[1]) - 1))];
  }
  if (datesIn(text).length > 0) return [];
  const named = monthOfYear.exec(text);
  if (named === null) return [];
  const [, word = '', digits = ''] = named;
  const first = dateOf(Number(digits.padStart(4, '20')), monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1, 1);
  return first === undefined ? [] : [lastOfMonth(first)];
}

function lastOfMonth(first: string): string {
  return addDays(addMonths(first, 1), -1);
}
