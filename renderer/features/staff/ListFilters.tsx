import type { StaffInPostShown, StaffListRow } from '#contract';
import { bandText, type ListFilter } from './sums.ts';
import { wordText } from './words.ts';
import { Choose, named } from '../../components/Choose.tsx';

export interface StaffFilter extends ListFilter {
  which: 'in_post' | 'available' | 'not_in_post' | 'all';
  search?: string;
  category?: StaffListRow['category'];
}

interface ListFiltersProps {
  figures: StaffInPostShown;
  filter: StaffFilter;
  onFilter: (filter: StaffFilter) => void;
}

const whichTexts: Record<StaffFilter['which'], string> = {
  all: 'Everybody on the list',
  in_post: 'In post',
  available: 'In post, active',
  not_in_post: 'Not in post (bank and others)',
};
const categories = ['permanent', 'fixed_term', 'bank', 'other'] as const;

/** Search, and what the list is narrowed to. A choice of one unit, group, band or cost centre is of those in post. */
export function ListFilters({ figures, filter, onFilter }: ListFiltersProps) {
  const { places, groups } = figures;
  const known = (values: (string | null)[]) =>
    [...new Set(values)].filter((value) => value !== null).sort() as string[];
  const choice = (
    title: string,
    all: string,
    key: 'unit' | 'group' | 'band' | 'costCentre' | 'category',
    options: { value: string; text: string }[],
  ) => (
    <label className="filter">
      {title}
      <select
        value={filter[key] ?? ''}
        onChange={({ target }) => {
          const { [key]: _, ...others } = filter;
          onFilter((target.value ? { ...others, [key]: target.value } : others) as StaffFilter);
        }}
      >
        <option value="">{all}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const plain = (values: string[]) => values.map((value) => ({ value, text: value }));

  return (
    <div className="filters" role="search" aria-label="Staff list">
      <label className="filter">
        Search
        <input
          type="search"
          value={filter.search ?? ''}
          placeholder="name, number, post or code"
          onChange={({ target }) => onFilter({ ...filter, search: target.value })}
        />
      </label>
      <Choose
        title="Show"
        value={filter.which}
        choices={named(whichTexts)}
        onChoose={(which) => onFilter({ ...filter, which })}
      />
      {choice('Unit', 'All units', 'unit', plain(known(places.map(({ unit }) => unit))))}
      {choice(
        'Group',
        'All groups',
        'group',
        groups.map(({ group, groupName }) => ({ value: group, text: groupName })),
      )}
      {choice(
        'Band',
        'All bands',
        'band',
        known(places.map(({ band }) => band)).map((value) => ({ value, text: bandText(value) })),
      )}
      {choice('Cost centre', 'All', 'costCentre', plain(known(places.map(({ costCentre }) => costCentre))))}
      {choice(
        'Category',
        'All',
        'category',
        categories.map((value) => ({ value, text: wordText(value) })),
      )}
    </div>
  );
}
