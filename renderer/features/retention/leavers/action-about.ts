import type { ActionField, LeaverReason, RetentionLeavers } from '#contract';
import { dateText } from '../../../components/numbers.ts';

/** "work life balance" of "Voluntary Resignation - Work Life Balance". */
const shortReason = (reason: string | null) =>
  reason === null ? 'no reason given' : (reason.split(/\s+-\s+/)[1] ?? reason);

/** What an action about a reason for leaving starts from. */
export function actionAbout(
  data: RetentionLeavers,
  { reason, element, leavers, before }: LeaverReason,
  today: string,
): Partial<Record<ActionField, string>> {
  const grown = before !== null && leavers > before ? `, ${before} in the twelve months before` : '';
  return {
    issue: `People leave: ${shortReason(reason).toLowerCase()}`,
    evidenceSource: 'leavers',
    evidence: `${leavers} of ${data.leavers} leavers, ${dateText(data.period.first)} to ${dateText(data.period.last)}${grown}`,
    baseline: `${leavers} a year`,
    baselineOn: data.period.last,
    start: today,
    status: 'not_started',
    ...(element ? { theme: element } : {}),
    ...(reason === null ? {} : { figure: `reason:${reason}`, measure: `Leavers a month: ${shortReason(reason)}` }),
  };
}
