import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedSubject } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { dateText, decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { SubjectDialog } from './SubjectDialog.tsx';

/** Whose data is here, whose the schedule proposes to look at, and what a person may ask for. */
export default function PersonalDataScreen() {
  const trust = useTrust();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ListedSubject | null>(null);
  const list = useQuery({
    queryKey: ['personalData', trust.code, search],
    queryFn: () => planner.personalData.list({ trust: trust.code, search }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<ListedSubject>[] = [
    {
      key: 'name',
      title: 'Name',
      value: ({ name }) => name,
      show: (one) => (
        <button type="button" className="link" onClick={() => setOpen(one)}>
          {one.name ?? 'Name not known'}
        </button>
      ),
      header: true,
    },
    { key: 'person', title: 'Number', value: ({ person }) => person, means: 'The staff number.' },
    {
      key: 'rows',
      title: 'Rows',
      value: ({ rows }) => rows,
      number: true,
      means: 'Rows of all kinds that are about the person.',
    },
    {
      key: 'lastDay',
      title: 'Last day told of',
      value: ({ lastDay }) => lastDay,
      show: (one) => dayOf(one.lastDay),
      means: 'The newest day of these rows.',
    },
    {
      key: 'due',
      title: 'To be looked at from',
      value: ({ due }) => due,
      show: (one) => dayOf(one.due),
      means: 'The day from which the trust’s rules ask whether the rows are still needed.',
    },
    { key: 'isDue', title: 'Due', value: ({ isDue }) => (isDue ? 'Due' : ''), means: 'That day has come.' },
  ];
  return (
    <Page
      title="Personal data"
      subtitle={`${trust.name} · what one person may ask for: to see it, to have it corrected, to have it erased`}
      filters={
        <label className="filter">
          Find by name or number
          <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
      }
    >
      <Answered query={list}>
        {({ rows, total, schedule }) => (
          <>
            <p className="note">{schedule}</p>
            {rows.length === 0 ? (
              <EmptyState title={search === '' ? 'Nobody yet' : 'Nobody of that name or number'}>
                <p>
                  {search === ''
                    ? 'People are listed here once a staff list or a roster is imported, or somebody is entered by hand.'
                    : 'Search for a part of the name as the lists spell it, or of the employee number.'}
                </p>
              </EmptyState>
            ) : (
              <>
                {total > rows.length && (
                  <p>
                    The first {decimal(rows.length, 0)} of {decimal(total, 0)} people: search for others.
                  </p>
                )}
                <DataTable
                  caption="People whose data is here"
                  columns={columns}
                  rows={rows}
                  rowKey={({ person, name }) => `${person ?? ''} ${name ?? ''}`}
                />
              </>
            )}
          </>
        )}
      </Answered>
      {open && <SubjectDialog subject={open} trust={trust.code} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const dayOf = (day: string | null) => (day === null ? '–' : dateText(day));
