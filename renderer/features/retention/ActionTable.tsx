import { useMemo } from 'react';
import type { RetentionAction } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { dueStatus, escalations, measureText, ragKinds, titleOf, unmeasuredText } from './words.ts';

/** "3" before "12", and those without a number last. */
const order = (number: string | null) => number?.replace(/\d+/g, (digits) => digits.padStart(6, '0')) ?? '~';

function columnsFor(onOpen: (key: string) => void): Column<RetentionAction>[] {
  return [
    {
      key: 'number',
      title: 'No',
      value: ({ number }) => order(number),
      show: ({ number }) => number,
      means: 'The number of the action in the plan.',
    },
    {
      key: 'action',
      title: 'Action',
      header: true,
      value: ({ action, issue }) => [action, issue].filter(Boolean).join(' · '),
      show: (action) => (
        <span className="post-name">
          <button type="button" className="link" onClick={() => onOpen(action.key)}>
            {action.action ?? titleOf(action)}
          </button>
          <small>
            {[
              action.themeName,
              action.from === null ? 'entered by hand' : action.edited.length > 0 && 'changed by hand',
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      ),
    },
    {
      key: 'references',
      title: 'Lines',
      value: ({ references }) => references.join(', '),
      means: 'Lines of the Theme 2 return that the action serves.',
    },
    { key: 'owner', title: 'Owner', value: ({ owner }) => owner },
    {
      key: 'due',
      title: 'Due',
      value: ({ due }) => due,
      show: (action) => {
        const stands = dueStatus(action);
        return (
          <span className="post-name">
            {action.due === null ? '–' : dateText(action.due)}
            {stands && <Status {...stands} />}
          </span>
        );
      },
    },
    {
      key: 'status',
      title: 'Status',
      value: ({ statusName }) => statusName,
      means: 'As the plan says: not started, under way, complete or cancelled.',
    },
    {
      key: 'rag',
      title: 'RAG',
      value: ({ rag, ragName }) => (rag === null ? '' : ragName),
      show: ({ rag, ragName }) => {
        const kind = ragKinds[rag ?? ''];
        return kind ? <Status kind={kind} word={ragName} /> : rag && ragName;
      },
      means: 'Red, amber or green, as the trust rates the action itself.',
    },
    {
      key: 'measure',
      title: 'Measure',
      value: (action) => [action.unmeasured && unmeasuredText[action.unmeasured], measureText(action)].join(' '),
      show: (action) => (
        <span className="post-name">
          {measureText(action)}
          {action.unmeasured && <Status kind="amber" word={unmeasuredText[action.unmeasured]} />}
        </span>
      ),
      means:
        'What the action is measured by, with its last value; unmeasured where an open action has no figure and no value.',
    },
    {
      key: 'escalated',
      title: 'Escalated',
      value: ({ escalateTo }) => escalations.find(({ key }) => key === escalateTo)?.name ?? '',
      means: 'To whom the action was passed on.',
    },
  ];
}

/** The actions in view, each of which opens. */
export function ActionTable({ actions, onOpen }: { actions: RetentionAction[]; onOpen: (key: string) => void }) {
  const columns = useMemo(() => columnsFor(onOpen), [onOpen]);
  return (
    <div className="retention-table">
      <DataTable caption="Actions" columns={columns} rows={actions} rowKey={({ key }) => key} />
    </div>
  );
}
