import type { PreceptorshipBoard } from '#contract';
import { type BoardFilter, type GroupBy, groupings, type Show, shows } from './board-rows.ts';

interface BoardFiltersProps {
  board: PreceptorshipBoard;
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
}

/** Chooses the preceptees in view by state, programme, unit and words, and how they are grouped. */
export function BoardFilters({ board, filter, onFilter }: BoardFiltersProps) {
  const set = (part: Partial<BoardFilter>) => onFilter({ ...filter, ...part });
  const units = [...new Set(board.rows.flatMap(({ unit }) => unit ?? []))].sort();
  const used = new Set(board.rows.map(({ programme }) => programme));
  return (
    <span className="vacancy-filters">
      <label className="filter">
        Show
        <select value={filter.show} onChange={({ target }) => set({ show: target.value as Show })}>
          {Object.entries(shows).map(([key, { title }]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        Programme
        <select value={filter.programme} onChange={({ target }) => set({ programme: target.value })}>
          <option value="">All</option>
          {board.programmes
            .filter(({ key }) => used.has(key))
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label className="filter">
        Unit
        <select value={filter.unit} onChange={({ target }) => set({ unit: target.value })}>
          <option value="">All</option>
          {units.map((unit) => (
            <option key={unit}>{unit}</option>
          ))}
        </select>
      </label>
    </span>
  );
}

/** Groups the preceptees in view, and searches among them. */
export function BoardSearch({ filter, onFilter }: Omit<BoardFiltersProps, 'board'>) {
  const set = (part: Partial<BoardFilter>) => onFilter({ ...filter, ...part });
  return (
    <>
      <label className="filter">
        Group by
        <select value={filter.group} onChange={({ target }) => set({ group: target.value as GroupBy })}>
          {Object.entries(groupings).map(([key, { title }]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        Search
        <input type="search" value={filter.search} onChange={({ target }) => set({ search: target.value })} />
      </label>
    </>
  );
}
