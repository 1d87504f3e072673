import type { RetentionAction, RetentionPlan } from '#contract';
import { dateText } from '../../components/numbers.ts';
import { dueStatus, escalations, measureText, titleOf, unmeasuredText } from './words.ts';

/** So many actions fit on one page; what stands out comes first. */
const onOnePage = 22;

const rank = ({ overdueDays, unmeasured, dueSoon, closed }: RetentionAction) =>
  overdueDays !== null ? 0 : dueSoon ? 1 : unmeasured ? 2 : closed ? 4 : 3;
const byUrgency = (one: RetentionAction, other: RetentionAction) =>
  rank(one) - rank(other) || ((one.due ?? '~') < (other.due ?? '~') ? -1 : 1);

/** The plan on one printed page: headline numbers, then the actions, those that stand out first. Not drawn on the screen. */
export function OnePage({ plan }: { plan: RetentionPlan }) {
  const actions = plan.actions.filter(({ gone }) => !gone).sort(byUrgency);
  const shown = actions.slice(0, onOnePage);
  const version = plan.versions[0];
  return (
    <div className="printed-only one-page" aria-hidden="true">
      <p>
        As on {dateText(plan.on)} ·{' '}
        {version
          ? `${version.name}, approved by ${version.approvedBy} on ${dateText(version.approvedOn)} · `
          : 'no approved version yet · '}
        {actions.filter(({ closed }) => !closed).length} of {actions.length} actions open · {plan.overdue.length}{' '}
        overdue · {plan.dueSoon.length} due soon · {plan.unmeasured.length} unmeasured · {plan.escalated} escalated
      </p>
      <table className="table">
        <thead>
          <tr>
            {['Action', 'Element', 'Lines', 'Owner', 'Due', 'Status', 'RAG', 'Measure', 'Escalated'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((action) => (
            <tr key={action.key}>
              <td>{titleOf(action)}</td>
              <td>{action.themeName}</td>
              <td>{action.references.join(', ')}</td>
              <td>{action.owner}</td>
              <td>{[action.due && dateText(action.due), dueStatus(action)?.word].filter(Boolean).join(' · ')}</td>
              <td>{action.statusName}</td>
              <td>{action.rag && action.ragName}</td>
              <td>
                {[measureText(action), action.unmeasured && unmeasuredText[action.unmeasured]]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
              <td>{escalations.find(({ key }) => key === action.escalateTo)?.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {actions.length > shown.length && (
        <p>and {actions.length - shown.length} more actions that are neither overdue nor due sooner than these</p>
      )}
      <p>
        Overdue: due before the day, neither complete nor cancelled. Unmeasured: open, without a figure and without a
        value.
      </p>
    </div>
  );
}
