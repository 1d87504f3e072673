import { dateInWords, partsOf } from '../../../../core/dates.ts';
import type { Oversight, Requirement } from '../oversight.ts';
import { counted } from '../../../../core/words.ts';
import { note, paragraph, type Section, tableOf } from './parts.ts';

/** Whole months from a day to another. */
export function monthsBetween(from: string, to: string): number {
  const [one, other] = [partsOf(from), partsOf(to)];
  return (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day ? 1 : 0);
}

/** "1 year and 6 months" of whole months. */
function ageInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return counted(rest, 'month');
  return rest === 0 ? counted(years, 'year') : `${counted(years, 'year')} and ${counted(rest, 'month')}`;
}

const isTool = ({ tool }: Requirement) => /birth\s*-?\s*rate/i.test(tool ?? '');

/** What the requirement was worked out by, and whether it is still young enough. */
export function assessmentSection({ workforce, period, rules }: Oversight): Section {
  const title = 'Birthrate+ and how the requirement was worked out';
  const { requirements } = workforce;
  if (requirements.length === 0)
    return {
      title,
      says: [],
      blocks: [
        note(
          'No requirement names the tool that it was worked out by. Enter a Birthrate+ assessment, or the tool, source and date of the lines on the Establishment screen.',
        ),
      ],
    };
  const says = requirements.filter(isTool).map((requirement) => sentenceOf(requirement, period.last));
  const old = requirements.filter(isTool).filter(({ date }) => isPast(date, period.last, rules.assessmentYears));
  return {
    title,
    says: [...says, ...old.map(() => tooOld(rules.assessmentYears))].filter((one, at, all) => all.indexOf(one) === at),
    blocks: [
      ...says.map(paragraph),
      ...(requirements.some(isTool) ? [] : [note('No requirement was worked out by Birthrate+.')]),
      ...(old.length > 0 ? [note(tooOld(rules.assessmentYears))] : []),
      tableOf({
        title: 'Sources of the requirement',
        words: ['Tool', 'Source', 'Date'],
        figures: ['Age'],
        rows: requirements.map(({ tool, source, date }) => [
          tool ?? 'not said',
          source ?? 'not said',
          date === null ? 'not said' : dateInWords(date),
          date === null || date > period.last ? '–' : ageInWords(monthsBetween(date, period.last)),
        ]),
        notes: [`Age is counted to the end of the period, ${dateInWords(period.last)}.`],
      }),
    ],
  };
}

function sentenceOf({ tool, source, date }: Requirement, last: string): string {
  const of = `The requirement comes from ${tool}${source === null ? '' : ` (${source})`}`;
  if (date === null) return `${of}; its date is not entered.`;
  if (date > last) return `${of} of ${dateInWords(date)}, after the end of the period.`;
  return `${of} of ${dateInWords(date)}, ${ageInWords(monthsBetween(date, last))} old at the end of the period.`;
}

/** True for an assessment of more than so many years before a day. */
export function isPast(date: string | null, day: string, years: number): boolean {
  return date !== null && date <= day && monthsBetween(date, day) >= years * 12;
}

const tooOld = (years: number) =>
  `The Birthrate+ assessment is older than ${years} years, the age up to which safety action 5 takes one. Arrange the next one.`;
