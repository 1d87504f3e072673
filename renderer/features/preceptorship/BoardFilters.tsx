import type { BoardRow, PreceptorshipBoard } from '#contract';
import { asNamed, Choose, titled } from '../../components/Choose.tsx';
import { type BoardFilter, groupings, shows } from './board-rows.ts';

interface BoardFiltersProps {
  board: PreceptorshipBoard;
  rows: readonly BoardRow[];
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
}

/** Chooses the preceptees in view by state, programme, unit and words, and how they are grouped. */
export function BoardFilters({ board, rows, filter, onFilter }: BoardFiltersProps) {
  const set = (part: Partial<BoardFilter>) => onFilter({ ...filter, ...part });
  const units = [...new Set(rows.flatMap(({ unit }) => unit ?? []))].sort();
  const used = new Set(rows.map(({ programme }) => programme));
  return (
    <span className="vacancy-filters">
      <Choose title="Show" value={filter.show} choices={titled(shows)} onChoose={(show) => set({ show })} />
      <Choose
        title="Programme"
        all="All"
        value={filter.programme}
        choices={board.programmes.filter(({ key }) => used.has(key))}
        onChoose={(programme) => set({ programme })}
      />
      <Choose title="Unit" all="All" value={filter.unit} choices={asNamed(units)} onChoose={(unit) => set({ unit })} />
    </span>
  );
}

/** Groups the preceptees in view, and searches among them. */
export function BoardSearch({ filter, onFilter }: Pick<BoardFiltersProps, 'filter' | 'onFilter'>) {
  const set = (part: Partial<BoardFilter>) => onFilter({ ...filter, ...part });
  return (
    <>
      <Choose title="Group by" value={filter.group} choices={titled(groupings)} onChoose={(group) => set({ group })} />
      <label className="filter">
        Search
        <input type="search" value={filter.search} onChange={({ target }) => set({ search: target.value })} />
      </label>
    </>
  );
}
