import type { LeaverReason, RetentionLeavers } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { counted } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import type { Which } from './LeaverRows.tsx';

interface ReasonTableProps {
  data: RetentionLeavers;
  onRows: (which: Which) => void;
  onAct: (reason: LeaverReason) => void;
}

const reasonText = (reason: string | null) => reason ?? 'No reason given';

/** Leavers by reason beside the twelve months before; each reason leads to its rows, and to an action. */
export function ReasonTable({ data, onRows, onAct }: ReasonTableProps) {
  const columns: Column<LeaverReason>[] = [
    { key: 'reason', title: 'Reason', header: true, value: ({ reason }) => reasonText(reason) },
    {
      key: 'group',
      title: 'Group',
      value: ({ groupName }) => groupName,
      show: ({ groupName, published }) => (
        <span className="post-name">
          {groupName}
          {published && (
            <small>
              your own; published: {published.groupName.toLowerCase()}, {published.avoidable ? '' : 'not '}avoidable
            </small>
          )}
        </span>
      ),
      means: 'The group that the reason belongs to, by the pack or as the trust groups it.',
    },
    {
      key: 'avoidable',
      title: 'Avoidable',
      value: ({ avoidable }) => (avoidable ? 'yes' : 'no'),
      means: 'Whether the trust could have done something about it, by the pack or as the trust says.',
    },
    {
      key: 'leavers',
      title: 'Leavers',
      number: true,
      value: ({ leavers }) => leavers,
      show: ({ reason, leavers }) =>
        leavers === 0 ? (
          '0'
        ) : (
          <button
            type="button"
            className="link"
            aria-label={`Rows behind ${reasonText(reason)}: ${leavers}`}
            onClick={() => onRows({ title: reasonText(reason), has: (row) => row.reason === reason })}
          >
            {leavers}
          </button>
        ),
      means: 'People who left for the reason in the period.',
    },
    {
      key: 'before',
      title: 'Year before',
      number: true,
      value: ({ before }) => before,
      show: ({ before }) => before ?? 'not known',
      means: 'The same in the period a year earlier.',
    },
    {
      key: 'change',
      title: 'Change',
      value: ({ leavers, before }) => (before === null ? null : leavers - before),
      show: ({ leavers, before }) => <Change by={before === null ? null : leavers - before} />,
      means: 'Leavers less those of the year before.',
    },
    {
      key: 'act',
      title: 'Action',
      acts: true,
      value: () => '',
      show: (reason) =>
        reason.leavers > 0 && (
          <Button aria-label={`Start an action about ${reasonText(reason.reason)}`} onClick={() => onAct(reason)}>
            Start an action
          </Button>
        ),
    },
  ];
  const owned = data.reasons.filter(({ published }) => published !== null).length;
  return (
    <section aria-labelledby="reasons-title">
      <h2 id="reasons-title">Why they left</h2>
      {!data.before && (
        <p>
          The list of leavers does not reach back over the year before, so no change is shown. Import an earlier list.
        </p>
      )}
      <p>
        {owned === 0
          ? 'Reasons are grouped as published. '
          : `${counted(owned, 'reason')} here ${owned === 1 ? 'is' : 'are'} grouped by your own rules. `}
        <a href="#/rules">Change how reasons are grouped</a>
      </p>
      <div className="retention-table">
        <DataTable
          caption="Leavers by reason"
          columns={columns}
          rows={data.reasons}
          rowKey={({ reason }) => reason ?? ''}
        />
      </div>
    </section>
  );
}

function Change({ by }: { by: number | null }) {
  if (by === null) return '–';
  if (by > 0) return <Status kind="amber" word={`${by} more`} />;
  return by < 0 ? <Status kind="green" word={`${-by} fewer`} /> : 'the same';
}
