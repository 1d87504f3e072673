import { useTrust } from '../../client/trust.ts';
import type { Filter } from './EstablishmentScreen.tsx';
import { Choose } from '../../components/Choose.tsx';

interface FiltersProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Chooses the unit and the staff group in view; every figure is then of those alone. */
export function Filters({ filter, onFilter }: FiltersProps) {
  const trust = useTrust();
  return (
    <>
      <Choose
        title="Unit"
        value={filter.unit ?? ''}
        choices={trust.units.map(({ id, name }) => ({ key: id, name }))}
        all="All units"
        onChoose={(unit) => onFilter({ ...filter, unit: unit || null })}
      />
      <Choose
        title="Staff group"
        value={filter.staffGroup ?? ''}
        choices={trust.staffGroups}
        all="All staff groups"
        onChoose={(staffGroup) => onFilter({ ...filter, staffGroup: staffGroup || null })}
      />
    </>
  );
}

/** The filter in words: "All units, Midwives". */
export function useFilterText({ unit, staffGroup }: Filter): string {
  const trust = useTrust();
  const unitName = trust.units.find(({ id }) => id === unit)?.name ?? 'All units';
  const groupName = trust.staffGroups.find(({ key }) => key === staffGroup)?.name ?? 'all staff groups';
  return `${unitName}, ${groupName}`;
}
