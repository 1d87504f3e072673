import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { TableView } from '#contract';
import { LmnsInView } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { TrustInView } from '../../client/trust.ts';
import { announce } from '../announce.ts';
import type { Column } from './column.ts';

/** A table as its views are kept by: its screen and its columns, whatever trust or day its caption names. */
export const tableName = <Row>(columns: readonly Column<Row>[]) =>
  `${window.location.hash.split('?')[0]} ${columns.map(({ key }) => key).join(' ')}`.slice(0, 300);

type ViewChange =
  | { readonly kind: 'keep'; readonly view: TableView }
  | { readonly kind: 'rename'; readonly from: string; readonly name: string }
  | { readonly kind: 'remove'; readonly name: string };

/** The views of a table that have a name, and what changes them; null before there is a trust or LMNS to undo it in. */
export function useTableViews(table: string) {
  const [trust, lmns] = [useContext(TrustInView), useContext(LmnsInView)];
  const inView = lmns ? { lmns: lmns.id } : trust ? { trust: trust.code } : null;
  const { data } = useQuery({
    queryKey: ['table views', table],
    queryFn: () => planner.planner.tableViews({ table }),
    staleTime: Infinity,
  });
  const act = useAct(
    (change: ViewChange) => {
      if (inView === null) throw new Error('A view was changed with nothing in view.');
      const of = { table, inView };
      if (change.kind === 'keep') return planner.planner.keepTableView({ ...of, ...change.view });
      if (change.kind === 'rename')
        return planner.planner.renameTableView({ ...of, from: change.from, name: change.name });
      return planner.planner.removeTableView({ ...of, name: change.name });
    },
    (_, change) =>
      change.kind === 'keep'
        ? `Kept the view “${change.view.name}”`
        : change.kind === 'rename'
          ? `The view “${change.from}” is called “${change.name}” now`
          : `Removed the view “${change.name}”. Undo brings it back.`,
  );
  const change = (one: ViewChange) => act.mutate(one, { onError: (error) => announce(sentence(error)) });
  return { views: data ?? [], change: inView === null ? null : change };
}

export type ChangeViews = ReturnType<typeof useTableViews>['change'];
