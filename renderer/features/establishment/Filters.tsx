import { useTrust } from '../../client/trust.ts';
import type { Filter } from './EstablishmentScreen.tsx';

interface FiltersProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Chooses the unit and the staff group in view; every figure is then of those alone. */
export function Filters({ filter, onFilter }: FiltersProps) {
  const trust = useTrust();
  return (
    <>
      <label className="filter">
        Unit
        <select
          value={filter.unit ?? ''}
          onChange={({ target }) => onFilter({ ...filter, unit: target.value ? Number(target.value) : null })}
        >
          <option value="">All units</option>
          {trust.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        Staff group
        <select
          value={filter.staffGroup ?? ''}
          onChange={({ target }) => onFilter({ ...filter, staffGroup: target.value || null })}
        >
          <option value="">All staff groups</option>
          {trust.staffGroups.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
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
