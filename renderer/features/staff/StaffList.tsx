import { useState } from 'react';
import type { StaffInPostShown } from '#contract';
import { useTrust } from '../../client/trust.ts';
import { ListFilters, type StaffFilter } from './ListFilters.tsx';
import { PeopleTable } from './PeopleTable.tsx';

interface StaffListProps {
  figures: StaffInPostShown;
  onPerson: (person: string) => void;
}

/** People and assignments of a staff list, searched and filtered by the planner, by name. */
export function StaffList({ figures, onPerson }: StaffListProps) {
  const trust = useTrust();
  const [filter, setFilter] = useState<StaffFilter>({ which: 'all' });
  return (
    <>
      <ListFilters figures={figures} filter={filter} onFilter={setFilter} />
      <PeopleTable scope={{ trust: trust.code, on: figures.census, ...filter, sort: 'name' }} onPerson={onPerson} />
    </>
  );
}
