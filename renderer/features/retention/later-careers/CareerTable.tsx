import { useMemo } from 'react';
import type { LaterCareer } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';

const day = (value: string | null) => (value === null ? '–' : dateText(value));

/** People who are or may be 55 and over, and those entered by hand; each opens. */
export function CareerTable({ rows, onOpen }: { rows: LaterCareer[]; onOpen: (career: LaterCareer) => void }) {
  const columns = useMemo(
    (): Column<LaterCareer>[] => [
      {
        key: 'name',
        title: 'Who',
        header: true,
        value: ({ name }) => name,
        show: (one) => (
          <span className="post-name">
            <button type="button" className="link" onClick={() => onOpen(one)}>
              {one.name}
            </button>
            <small>
              {[one.groupName ?? 'not on the staff list in view', one.band && `Band ${one.band}`, one.unit]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        ),
      },
      {
        key: 'age',
        title: 'Age band',
        value: ({ ageBand }) => ageBand ?? '',
        show: ({ ageBand, over55 }) => (
          <span className="post-name">
            {ageBand ?? 'not stated'}
            {over55 === 'some' && <small>may be 55</small>}
          </span>
        ),
        means: 'By the staff list.',
      },
      {
        key: 'conversation',
        title: 'Last conversation',
        value: ({ conversation }) => conversation ?? '',
        show: ({ conversation, conversationDue }) => (
          <span className="post-name">
            {conversation ? dateText(conversation) : 'none yet'}
            {conversationDue && conversation && <Status kind="amber" word="Due again" />}
          </span>
        ),
        means: 'The day of the last career conversation.',
      },
      {
        key: 'plan',
        title: 'Plan',
        value: ({ planName }) => planName ?? '',
        means: 'What the person plans, as the person said.',
      },
      {
        key: 'planned',
        title: 'For',
        value: ({ planned }) => planned ?? '',
        show: ({ planned }) => day(planned),
        means: 'When the plan is to be.',
      },
      {
        key: 'seminar',
        title: 'Pension seminar',
        value: ({ seminar }) => seminar ?? '',
        show: (one) => day(one.seminar),
        means: 'The day of a seminar that was attended.',
      },
      {
        key: 'returned',
        title: 'Returned',
        value: ({ returned }) => returned ?? '',
        show: (one) => day(one.returned),
        means: 'The day of coming back after retirement.',
      },
    ],
    [onOpen],
  );
  return (
    <div className="retention-table">
      <DataTable
        caption="People towards the end of their career"
        columns={columns}
        rows={rows}
        rowKey={({ id, person, name }) => person ?? `${id} ${name}`}
      />
    </div>
  );
}
