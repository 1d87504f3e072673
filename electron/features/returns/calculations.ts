import {
  type PlanLine,
  type RegisterLine,
  type ReturnAnswer,
  type ReturnDocument,
  type ReturnFinding,
  statusWords,
} from '#contract';
import { dateInWords, quarterPeriod } from '../../core/dates.ts';

export const noAnswer: ReturnAnswer = {
  status: null,
  progress: '',
  evidence: '',
  lead: '',
  due: null,
  risk: '',
  helpNeeded: '',
};

/** A quarter in words: "July to September 2026". */
export function quarterTitle(period: string): string {
  const { first, last } = quarterPeriod(period);
  const [, from = ''] = dateInWords(first).split(' ');
  const [, to = '', year = ''] = dateInWords(last).split(' ');
  return `${from} to ${to} ${year}`;
}

/** The plan's own dates of a line in words, such as "by 2027/28"; empty where it has none. */
export function datesInWords({ dates, datesElsewhere = [], recurs }: PlanLine): string {
  const said = [...dates, ...datesElsewhere].map(({ text, type }) =>
    /^(from|since|by|during)\b/i.test(text) ? text : `${type} ${text}`,
  );
  if (recurs === 'annual') said.push('every year');
  if (recurs === 'regular') said.push('regularly');
  return said.join('; ');
}

/**
 * What a new quarter takes from the one before: who leads, what is due, what may go wrong and what help is needed.
 * A line that is complete and embedded stays so, with its evidence. Progress is told anew each quarter.
 */
export function carryOver(before: ReturnAnswer): ReturnAnswer {
  const { lead, due, risk, helpNeeded } = before;
  const still = before.status === 'blue' ? { status: before.status, evidence: before.evidence } : {};
  return { ...noAnswer, lead, due, risk, helpNeeded, ...still };
}

/** A due date that has gone by on a line that is not complete. Dates are YYYY-MM-DD. */
export function isOverdue({ due, status }: ReturnAnswer, today: string): boolean {
  return due !== null && due < today && status !== 'blue';
}

const blank = (text: string) => text.trim() === '';

/** What an answer still lacks before the return can be relied on. */
export function findingsOf(reference: string, { status, evidence, risk }: ReturnAnswer): ReturnFinding[] {
  if (status === null) return [{ reference, field: 'status', message: `${reference} has no status yet.` }];
  const word = statusWords[status];
  if ((status === 'blue' || status === 'green') && blank(evidence))
    return [{ reference, field: 'evidence', message: `${reference} is “${word}” without evidence.` }];
  if ((status === 'amber' || status === 'red') && blank(risk))
    return [{ reference, field: 'risk', message: `${reference} is “${word}” without a risk.` }];
  return [];
}

/** What all lines of a return still lack, in their order. */
export const findingsIn = ({ lines }: Pick<ReturnDocument, 'lines'>) =>
  lines.flatMap((line) => findingsOf(line.reference, line));

export const answeredLines = (lines: readonly Pick<RegisterLine, 'answer'>[]) =>
  lines.filter(({ answer }) => answer.status !== null).length;

const fieldWords: [keyof ReturnAnswer, string][] = [
  ['status', 'status'],
  ['progress', 'progress'],
  ['evidence', 'evidence'],
  ['lead', 'lead'],
  ['due', 'due date'],
  ['risk', 'risk'],
  ['helpNeeded', 'help needed'],
];

/** What differs between a return as it was made and as it would be made now, one sentence each. */
export function changesSince(made: ReturnDocument, now: ReturnDocument): string[] {
  const before = new Map(made.lines.map((line) => [line.reference, line]));
  const answers = now.lines.flatMap((line) => {
    const was = before.get(line.reference);
    const fields = fieldWords.filter(([field]) => was?.[field] !== line[field]).map(([, word]) => word);
    return fields.length ? [`${line.reference}: ${fields.join(', ')}.`] : [];
  });
  const same = (part: (document: ReturnDocument) => unknown) =>
    JSON.stringify(part(made)) === JSON.stringify(part(now));
  if (!same(({ workforce }) => workforce.rows)) answers.push('The establishment.');
  if (!same(({ rosters }) => rosters)) answers.push('The rosters of the quarter.');
  if (!same(({ shared }) => shared)) answers.push('What is shared or escalated.');
  return answers;
}
