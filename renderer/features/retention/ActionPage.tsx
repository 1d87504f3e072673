import { useState } from 'react';
import type { RetentionAction, RetentionPlan } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText, decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Status } from '../../components/Status.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { Effect } from './Effect.tsx';
import { Readings } from './Readings.tsx';
import { Reviews } from './Reviews.tsx';
import { SharedTexts } from './SharedTexts.tsx';
import {
  currentText,
  dueStatus,
  escalations,
  fieldTitles,
  fileText,
  ragKinds,
  titleOf,
  unmeasuredText,
} from './words.ts';

interface ActionPageProps {
  plan: RetentionPlan;
  action: RetentionAction;
  trust: string;
  onBack: () => void;
}

/** One action: what it is about, whether it works, its values and its reviews. */
export function ActionPage({ plan, action, trust, onBack }: ActionPageProps) {
  const [changing, setChanging] = useState(false);
  const nameOf = (choices: readonly { key: string; name: string }[], key: string | null) =>
    choices.find((choice) => choice.key === key)?.name ?? key;
  const stands = dueStatus(action);
  const colour = ragKinds[action.rag ?? ''];
  const facts: [string, string | null][] = [
    ['Issue', action.issue],
    ['Evidence', [nameOf(plan.evidenceSources, action.evidenceSource), action.evidence].filter(Boolean).join(': ')],
    ['People Promise', nameOf(plan.promise, action.promise)],
    ['Unit', action.unit],
    ['Start', action.start && dateText(action.start)],
    ['Measure', [action.measure, action.figureName].filter(Boolean).join(' · ')],
    ['Baseline', [action.baseline, action.baselineOn && `on ${dateText(action.baselineOn)}`].filter(Boolean).join(' ')],
    ['Now', currentText(action)],
    ['Target', action.target],
    ['Confidence', nameOf(plan.confidenceLevels, action.confidence)],
    ['Theme 2 lines', action.references.map((line) => lineText(plan, line)).join('; ')],
    ['Equality plan', action.equalityReference],
    ['Cost', action.cost === null ? null : `£${decimal(action.cost, 0)}${action.funding ? `, ${action.funding}` : ''}`],
    ['Funding', action.cost === null ? action.funding : null],
    ['Escalated to', [nameOf(escalations, action.escalateTo), action.escalation].filter(Boolean).join(': ')],
    ['Next review', action.nextReview && dateText(action.nextReview)],
    ['Notes', action.notes],
    ...action.edited.map(({ field, file }): [string, string] => [
      `${fieldTitles[field]}, changed by hand`,
      `the file says: ${fileText(plan, field, file)}`,
    ]),
    [
      'Source',
      action.from ? `${action.from.fileName}, ${action.from.sheet}, row ${action.from.row}` : 'Entered by hand',
    ],
  ];
  return (
    <Page
      title={titleOf(action)}
      subtitle={[action.themeName, action.owner, action.due && `due ${dateText(action.due)}`, trust]
        .filter(Boolean)
        .join(' · ')}
      filters={<Button onClick={onBack}>Back to the plan</Button>}
      actions={
        <>
          <PrintPage />
          <Button kind="main" onClick={() => setChanging(true)}>
            Change the action
          </Button>
        </>
      }
    >
      <p className="action-standing">
        <span>{action.statusName}</span>
        {colour && <Status kind={colour} word={`RAG ${action.ragName.toLowerCase()}`} />}
        {stands && <Status {...stands} />}
        {action.unmeasured && <Status kind="amber" word={unmeasuredText[action.unmeasured]} />}
        {action.reviewOverdue && <Status kind="amber" word="Review overdue" />}
        {action.gone && <Status kind="blue" word="No longer in the newest plan" />}
      </p>
      <Effect action={action} onName={() => setChanging(true)} />
      <dl className="action-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="action-records">
        <Readings action={action} on={plan.on} />
        <Reviews plan={plan} action={action} />
      </div>
      <SharedTexts action={action} />
      {changing && <ActionDialog plan={plan} action={action} onRemoved={onBack} onClose={() => setChanging(false)} />}
    </Page>
  );
}

function lineText({ lines }: RetentionPlan, reference: string): string {
  const title = lines.find((line) => line.reference === reference)?.title;
  return title ? `${reference} ${title}` : reference;
}
