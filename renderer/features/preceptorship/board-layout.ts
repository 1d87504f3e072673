import type { TableLayout } from '#contract';
import { PLAIN } from '../../components/table/arrange.ts';
import {
  type BoardFilter,
  everything,
  type GroupBy,
  groupings,
  type Show,
  shows,
  type Sort,
  type SortKey,
  sortTitles,
} from './board-rows.ts';

/** How the board stands: who is in view, in which order, and by which columns. */
export interface BoardStanding {
  readonly filter: BoardFilter;
  readonly sort: Sort;
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

export const standingAtFirst: BoardStanding = {
  filter: everything,
  sort: { key: 'next', down: false },
  order: [],
  hidden: [],
};

/** As a view of any table is kept: filters of its own are choices. */
export function layoutOf({ filter, sort, order, hidden }: BoardStanding): TableLayout {
  const { show, programme, unit, search, group } = filter;
  return {
    ...PLAIN,
    order: [...order],
    hidden: [...hidden],
    sort: { column: sort.key, down: sort.down },
    group: group === 'none' ? null : group,
    filter: search,
    choices: { show, programme, unit },
  };
}

const isOf = <Key extends string>(of: Readonly<Record<Key, unknown>>, key: string | undefined): key is Key =>
  key !== undefined && Object.hasOwn(of, key);

/** The board by a view; what it does not know stands as it is at first. */
export function standingOf({ order, hidden, sort, group, filter, choices = {} }: TableLayout): BoardStanding {
  const { show, programme = '', unit = '' } = choices;
  return {
    filter: {
      show: isOf<Show>(shows, show) ? show : everything.show,
      programme,
      unit,
      search: filter,
      group: isOf<GroupBy>(groupings, group ?? undefined) ? (group as GroupBy) : 'none',
    },
    sort: sort && isOf<SortKey>(sortTitles, sort.column) ? { key: sort.column, down: sort.down } : standingAtFirst.sort,
    order,
    hidden,
  };
}
