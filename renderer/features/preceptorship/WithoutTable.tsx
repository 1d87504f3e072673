import { useMemo } from 'react';
import type { Preceptors } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';

type Without = Preceptors['without'][number];

/** Preceptees for whom nobody is named who is still on the register, each with a way to somebody who suits. */
export function WithoutTable({ rows, onSuggest }: { rows: Without[]; onSuggest: (key: string) => void }) {
  const columns = useMemo<Column<Without>[]>(
    () => [
      { key: 'name', title: 'Name', header: true, value: ({ name }) => name },
      { key: 'unit', title: 'Unit', value: ({ unit }) => unit, show: ({ unit }) => unit ?? 'not entered' },
      { key: 'start', title: 'Started', value: ({ start }) => start, show: ({ start }) => dateText(start) },
      {
        key: 'left',
        title: 'Why',
        value: ({ left }) =>
          left === null ? 'nobody was named' : `${left.preceptor} left the register on ${dateText(left.on)}`,
      },
      {
        key: 'act',
        title: 'Action',
        acts: true,
        value: () => null,
        show: ({ key, name }) => (
          <Button aria-label={`Name preceptor: ${name}`} onClick={() => onSuggest(key)}>
            Name preceptor
          </Button>
        ),
      },
    ],
    [onSuggest],
  );
  return (
    <>
      <h2>Without a preceptor</h2>
      <div className="people-table">
        <DataTable caption="Preceptees without a preceptor" columns={columns} rows={rows} rowKey={({ key }) => key} />
      </div>
    </>
  );
}
