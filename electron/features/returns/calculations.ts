import type { PlanLine, RegisterLine, ReturnAnswer } from '#contract';

export const noAnswer: ReturnAnswer = {
  status: null,
  progress: '',
  nextSteps: '',
  evidence: '',
  evidenceItems: [],
  lead: '',
  due: null,
  risk: '',
  mitigation: '',
  helpNeeded: '',
  sharing: false,
};

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
 * What a new period takes from the one before: who leads, what is due, what may go wrong, what is done about it, what help
 * is needed and whether it may be shared. A line that is complete and embedded stays so, with its evidence but for
 * figures, which are of their day. Progress and next steps are told anew.
 */
export function carryOver(before: ReturnAnswer): ReturnAnswer {
  const { lead, due, risk, mitigation, helpNeeded, sharing, status, evidence, evidenceItems } = before;
  const kept = evidenceItems.filter(({ kind }) => kind !== 'figure');
  const still = status === 'blue' ? { status, evidence, evidenceItems: kept } : {};
  return { ...noAnswer, lead, due, risk, mitigation, helpNeeded, sharing, ...still };
}

/** A due date that has gone by on a line that is not complete. Dates are YYYY-MM-DD. */
export function isOverdue({ due, status }: Pick<ReturnAnswer, 'due' | 'status'>, today: string): boolean {
  return due !== null && due < today && status !== 'blue';
}

export const answeredLines = (lines: readonly Pick<RegisterLine, 'answer'>[]) =>
  lines.filter(({ answer }) => answer.status !== null).length;
