import { useState } from 'react';
import type { TableLayout } from '#contract';
import { Button } from '../../components/Button.tsx';
import { titled } from '../../components/Choose.tsx';
import { columnsInOrder } from '../../components/table/arrange.ts';
import { ArrangeDialog } from '../../components/table/ArrangeDialog.tsx';
import { ViewChoice } from '../../components/table/ViewChoice.tsx';
import { tableName, useTableViews } from '../../components/table/views.ts';
import type { BoardColumn } from './board-columns.tsx';
import { type BoardStanding, layoutOf, standingAtFirst, standingOf } from './board-layout.ts';
import { groupings } from './board-rows.ts';
import { definitions } from './words.ts';

interface BoardArrangeProps {
  /** All of them. */
  columns: readonly BoardColumn[];
  standing: BoardStanding;
  onStanding: (standing: BoardStanding) => void;
}

const CAPTION = 'Preceptees';
const groups = titled(groupings)
  .filter(({ key }) => key !== 'none')
  .map(({ key, name }) => ({ key, title: name }));

/** The kept views of the board, and the way to choose and order its columns. */
export function BoardArrange({ columns, standing, onStanding }: BoardArrangeProps) {
  const [open, setOpen] = useState(false);
  const { views, change } = useTableViews(tableName(columns));
  const layout = layoutOf(standing);
  const apply = (next: TableLayout) => onStanding(standingOf(next));
  return (
    <>
      <ViewChoice caption={CAPTION} views={views} onChoose={(view) => apply(view.layout)} />
      <Button aria-label={`Arrange ${CAPTION}`} onClick={() => setOpen(true)}>
        Arrange
      </Button>
      {open && (
        <ArrangeDialog
          caption={CAPTION}
          ordered={columnsInOrder(columns, standing.order)}
          groupable={groups}
          definitions={definitions}
          layout={layout}
          plain={layoutOf(standingAtFirst)}
          views={views}
          onChange={(part) => apply({ ...layout, ...part })}
          onViews={change}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
