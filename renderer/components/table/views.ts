import { useQuery } from '@tanstack/react-query';
import type { TableView } from '#contract';
import { planner } from '../../client/planner.ts';
import { queryClient } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../announce.ts';
import type { Column } from './column.ts';

/** A table as its views are kept by: its screen and its columns, whatever trust or day its caption names. */
export const tableName = <Row>(columns: readonly Column<Row>[]) =>
  `${window.location.hash.split('?')[0]} ${columns.map(({ key }) => key).join(' ')}`.slice(0, 300);

/** The views of a table that have a name, and the keeping and removing of them. */
export function useTableViews(table: string) {
  const queryKey = ['table views', table];
  const { data } = useQuery({ queryKey, queryFn: () => planner.planner.tableViews({ table }), staleTime: Infinity });
  const replaced = (answer: Promise<TableView[]>, said: string) =>
    answer.then(
      (views) => {
        queryClient.setQueryData(queryKey, views);
        announce(said);
      },
      (error: Error) => announce(sentence(error)),
    );
  return {
    views: data ?? [],
    keep: (view: TableView) =>
      replaced(planner.planner.keepTableView({ table, ...view }), `Kept the view “${view.name}”`),
    remove: (name: string) =>
      replaced(
        planner.planner.removeTableView({ table, name }),
        `Removed the view “${name}”. To have it back, keep it again.`,
      ),
  };
}
