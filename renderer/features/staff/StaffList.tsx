import { useState } from 'react';
import type { StaffInPostShown, StaffListRow, StaffListSort } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { dateText } from '../../components/numbers.ts';
import { ListFilters, type StaffFilter } from './ListFilters.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { countsText, statusText, wordText } from './words.ts';

interface StaffListProps {
  figures: StaffInPostShown;
  onPerson: (person: string) => void;
}

/** People and assignments of a staff list: searched, filtered and sorted by the planner, drawn as one scrolls. */
export function StaffList({ figures, onPerson }: StaffListProps) {
  const trust = useTrust();
  const [filter, setFilter] = useState<StaffFilter>({ which: 'all' });
  const [sort, setSort] = useState<{ sort: StaffListSort; descending: boolean }>({ sort: 'name', descending: false });
  const scope = { trust: trust.code, on: figures.census, ...filter, ...sort };

  return (
    <>
      <ListFilters figures={figures} filter={filter} onFilter={setFilter} />
      <PeopleTable
        scope={scope}
        onSort={(next) => setSort((before) => ({ sort: next, descending: before.sort === next && !before.descending }))}
        onPerson={onPerson}
        tools={
          <ExportButton
            table={async () => ({
              title: `Staff list of ${trust.name}`.slice(0, 200),
              subtitle: `By the staff list of ${dateText(figures.census)}`,
              columns: exported.map(({ heading, kind }) => ({ heading, kind })),
              rows: (await everyRow(scope)).map((row) => ({
                kind: 'row' as const,
                values: exported.map(({ of }) => of(row)),
              })),
              definitions: figures.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
            })}
          />
        }
      />
    </>
  );
}

const exported = [
  { heading: 'Name', kind: 'text', of: ({ name }: StaffListRow) => name ?? '' },
  { heading: 'Assignment', kind: 'text', of: ({ assignment }: StaffListRow) => assignment },
  { heading: 'Post', kind: 'text', of: ({ position }: StaffListRow) => position ?? '' },
  { heading: 'Unit', kind: 'text', of: ({ unit }: StaffListRow) => unit ?? '' },
  { heading: 'Cost centre', kind: 'text', of: ({ costCentre }: StaffListRow) => costCentre ?? '' },
  { heading: 'Band', kind: 'text', of: ({ band }: StaffListRow) => band ?? '' },
  { heading: 'Occupation code', kind: 'text', of: ({ occupationCode }: StaffListRow) => occupationCode ?? '' },
  { heading: 'Category', kind: 'text', of: ({ category }: StaffListRow) => wordText(category) },
  { heading: 'Status', kind: 'text', of: ({ status }: StaffListRow) => statusText(status) },
  { heading: 'WTE', kind: 'wte', of: ({ fte }: StaffListRow) => fte },
  { heading: 'Start', kind: 'date', of: ({ start }: StaffListRow) => start },
  { heading: 'Counts as', kind: 'text', of: (row: StaffListRow) => countsText(row) },
  {
    heading: 'File and row',
    kind: 'text',
    of: ({ fileName, sheet, row, given }: StaffListRow) =>
      `${fileName}, ${sheet}, row ${row}${given ? ` (${given})` : ''}`,
  },
] as const;

type Scope = Parameters<typeof planner.staff.people>[0];

async function everyRow(scope: Scope): Promise<StaffListRow[]> {
  const rows: StaffListRow[] = [];
  for (;;) {
    const { total, rows: page } = await planner.staff.people({ ...scope, offset: rows.length, limit: 1000 });
    rows.push(...page);
    if (page.length === 0 || rows.length >= total) return rows;
  }
}
