import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { LineHistory } from '../../components/changes/LineHistory.tsx';
import { gridColumns } from './columns.ts';
import type { Place } from './cursor.ts';
import { cellKey, type Entry } from './entry.ts';
import { fieldOf, titleOf } from './GridLine.tsx';
import type { GridRow } from './rows.ts';

interface GridToolsProps {
  trust: string;
  /** The row that the keyboard is at. */
  row: GridRow | undefined;
  rows: readonly GridRow[];
  entry: Entry;
  notice: string | null;
  onGo: (place: Place) => void;
  onAddLine: () => void;
  onPasteLines: () => void;
}

/** What can be done with lines, how the keys work, and every cell that was typed and is not saved. */
export function GridTools({ trust, row, rows, entry, notice, onGo, onAddLine, onPasteLines }: GridToolsProps) {
  const remove = useAct(
    (id: number) => planner.establishment.removeLine({ trust, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const line = row?.line;
  const wrong = rows.flatMap((each, down) =>
    gridColumns.flatMap((column, across) => {
      const field = fieldOf(each, column);
      const message = each.line && field ? entry.unsaved.get(cellKey({ id: each.line.id, field }))?.message : null;
      return message
        ? [
            {
              place: { row: down, column: across },
              title: `${titleOf(column)}, ${each.within}, ${each.title}`,
              message,
            },
          ]
        : [];
    }),
  );
  return (
    <>
      <div className="grid-head">
        <h2>By unit, staff group and band</h2>
        <span className="grid-tools">
          <Button onClick={onAddLine}>Add a line</Button>
          <Button onClick={onPasteLines}>Paste lines</Button>
          <Button
            aria-disabled={!line}
            title={line ? `${row.within}, ${row.title}` : 'Go to a line first'}
            onClick={() => line && remove.mutate(line.id, { onError: (error) => announce(sentence(error)) })}
          >
            Remove the line
          </Button>
          <LineHistory
            line={
              line && { of: { kind: 'establishment_line', key: String(line.id) }, name: `${row.within}, ${row.title}` }
            }
          />
        </span>
      </div>
      {notice && (
        <p className="note note--wrong" role="alert">
          {notice}
        </p>
      )}
      {wrong.length > 1 && (
        <div className="note note--wrong" role="alert">
          <p>{wrong.length} cells are not saved. Correct each, or press Escape in it to leave it as it was.</p>
          <ul>
            {wrong.slice(0, 10).map(({ place, title, message }) => (
              <li key={title}>
                <button type="button" className="link" onClick={() => onGo(place)}>
                  {title}
                </button>
                : {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
