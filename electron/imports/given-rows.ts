import type { Database } from '../database/database.ts';
import { readingOf } from './batches.ts';
import { givenTo } from './filled-down.ts';

/**
 * Tells of stored rows which of their cells were blank in the file and came from another row: "Unit from row 7", '' where
 * none was. For the rows behind a figure.
 */
export function givenCells({ sqlite }: Database): (row: { readonly batch: number; readonly row: number }) => string {
  const select = sqlite.prepare('SELECT reading FROM batch WHERE id = ?');
  const known = new Map<number, ReturnType<typeof readingOf> | null>();
  const readingBy = (batch: number) => {
    if (!known.has(batch)) {
      const found = select.get(batch) as { reading: string } | undefined;
      known.set(batch, found ? readingOf(found) : null);
    }
    return known.get(batch) ?? null;
  };
  return ({ batch, row }) => {
    const reading = readingBy(batch);
    if (reading === null) return '';
    const { filledDown, headings, places } = reading;
    return givenTo(filledDown, row)
      .map(({ field, from }) => `${headings[places[field] ?? -1] ?? field} from row ${from}`)
      .join(', ');
  };
}
