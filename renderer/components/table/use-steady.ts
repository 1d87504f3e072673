import { useMemo, useState } from 'react';
import type { Column } from './column.ts';
import { type Places, placesOf, standingBy } from './standing.ts';

interface SteadyOptions<Row> {
  /** Rows filtered and sorted by what stands in them now. */
  model: readonly Row[];
  /** All rows, as they were given. */
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  group: Column<Row> | undefined;
  /** How rows were asked to stand, for which they keep their places; null where they follow what stands in them. */
  asked: string | null;
}

/**
 * Rows as they stood when they were sorted, filtered or put together last: what is typed into them moves none until one of
 * these is asked for again.
 */
export function useSteady<Row>({ model, rows, rowKey, group, asked }: SteadyOptions<Row>) {
  const [held, setHeld] = useState<{ readonly asked: string; readonly places: Places } | null>(null);
  let now = held;
  if (asked !== (held?.asked ?? null)) {
    now = asked === null ? null : { asked, places: placesOf(model, rows, rowKey, group) };
    setHeld(now);
  }
  return useMemo(
    () => (now === null ? { rows: model, group } : standingBy(now.places, rows, rowKey, group)),
    [now, model, rows, rowKey, group],
  );
}
