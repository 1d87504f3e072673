import { useMemo } from 'react';
import type { SupportedPreceptee } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';

/** Preceptees for whom nobody is named, each with a way to somebody who suits. */
export function WithoutTable({ rows, onSuggest }: { rows: SupportedPreceptee[]; onSuggest: (key: string) => void }) {
  const columns = useMemo<Column<SupportedPreceptee>[]>(
    () => [
      { key: 'name', title: 'Name', header: true, value: ({ name }) => name },
      { key: 'unit', title: 'Unit', value: ({ unit }) => unit, show: ({ unit }) => unit ?? 'not entered' },
      { key: 'start', title: 'Started', value: ({ start }) => start, show: ({ start }) => dateText(start) },
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
