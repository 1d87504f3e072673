import { useMemo } from 'react';
import type { FlexibleRequest, FlexibleWorking } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { standsText } from './words.ts';

interface RequestTableProps {
  data: FlexibleWorking;
  rows: FlexibleRequest[];
  onOpen: (request: FlexibleRequest) => void;
}

/** The requests in view, each of which opens. */
export function RequestTable({ data, rows, onOpen }: RequestTableProps) {
  const columns = useMemo(
    (): Column<FlexibleRequest>[] => [
      {
        key: 'name',
        title: 'Who',
        header: true,
        value: ({ name }) => name,
        show: (one) => (
          <span className="post-name">
            <button
              type="button"
              className="link"
              aria-label={`${one.name}, asked for on ${dateText(one.asked)}`}
              onClick={() => onOpen(one)}
            >
              {one.name}
            </button>
            <small>{[one.groupName, one.band && `Band ${one.band}`, one.unit].filter(Boolean).join(' · ')}</small>
          </span>
        ),
      },
      { key: 'kind', title: 'Asked for', value: ({ kindName }) => kindName },
      {
        key: 'asked',
        title: 'On',
        value: ({ asked }) => asked,
        show: ({ asked }) => <span className="one-line">{dateText(asked)}</span>,
        means: 'The day of the request.',
      },
      { key: 'reason', title: 'Reason', value: ({ reasonName }) => reasonName ?? '' },
      {
        key: 'days',
        title: 'Days',
        number: true,
        value: ({ days }) => days,
        means: 'Days from the request to the decision, or to today.',
      },
      {
        key: 'stands',
        title: 'Decision',
        value: (one) => standsText(one, data).word,
        show: (one) => (
          <span className="post-name">
            <Status {...standsText(one, data)} />
            {(one.ground || one.escalated) && (
              <small>
                {[
                  data.choices.grounds.find(({ key }) => key === one.ground)?.name,
                  one.escalated && `taken further on ${dateText(one.escalated)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            )}
          </span>
        ),
        means: 'Whether it was decided within the two months that the law gives.',
      },
      {
        key: 'outcome',
        title: 'Outcome',
        value: ({ outcomeName }) => outcomeName ?? '',
        show: ({ outcomeName }) => <span className="one-line">{outcomeName ?? '–'}</span>,
      },
    ],
    [data, onOpen],
  );
  return (
    <div className="retention-table">
      <DataTable caption="Requests for flexible working" columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}
