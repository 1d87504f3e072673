import type { PreceptorshipProgrammeShown } from '#contract';
import { type BoardFilter, groupings, shows, type Sort, sortTitles } from './board-rows.ts';
import { definitions } from './words.ts';
import { Definitions } from '../../components/Definitions.tsx';

interface PrintedFilterProps {
  filter: BoardFilter;
  sort: Sort;
  programmes: readonly PreceptorshipProgrammeShown[];
  /** How many are printed, of how many. */
  count: string;
}

/** On paper: who is on it, by which filters, in which order. */
export function PrintedFilter({ filter, sort, programmes, count }: PrintedFilterProps) {
  const { show, programme, unit, search, group } = filter;
  const parts = [
    count,
    shows[show].title,
    programme === '' ? 'all programmes' : (programmes.find(({ key }) => key === programme)?.name ?? programme),
    unit === '' ? 'all units' : unit,
    search.trim() === '' ? null : `with “${search.trim()}”`,
    group === 'none' ? null : `by ${groupings[group].title.toLowerCase()}`,
    `in the order of ${sortTitles[sort.key].toLowerCase()}${sort.down ? ', the last first' : ''}`,
  ];
  return <p className="printed-only">{parts.filter(Boolean).join(' · ')}</p>;
}

/** On paper: what the words mean, and for whom it is. */
export function PrintedDefinitions() {
  return (
    <div className="printed-only printed-notes">
      <h2>What the words mean</h2>
      <Definitions items={definitions} />
      <p>People are named here: for use inside the trust only.</p>
    </div>
  );
}
