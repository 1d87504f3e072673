import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { BoardRow } from '#contract';
import { usePrinting } from '../../components/printing.ts';
import type { CopiedBlock } from '../../components/table/block.ts';
import type { Block } from '../../components/table/picked.ts';
import { useSelection } from '../../components/table/selection.ts';
import type { BoardLine } from './board-rows.ts';

interface BoardListProps {
  caption: string;
  lines: readonly BoardLine[];
  /** The widths of the columns, as a grid has them. */
  columns: readonly string[];
  head: ReactNode;
  /** The cells of a row, the same function from draw to draw; `open` is the one control of the row. */
  cells: (row: BoardRow, open: ReactNode, isPicked: (column: number) => boolean) => ReactNode;
  onOpen: (key: string) => void;
  /** Rows and columns that are picked, for the clipboard; without it nothing is picked. */
  copied?: (rows: BoardRow[], columns: Block['columns']) => CopiedBlock;
  /** What is picked now, for a button that copies it. */
  picked?: RefObject<(() => CopiedBlock) | null>;
}

/** Of every line, in pixels, as the style sheet has it. */
const rowHeight = 46;

/**
 * A long table of which only the lines in view are drawn, all of them for print. Lines are laid out and painted each by
 * itself, as no row of a table is: a new one leaves the others as they are, which keeps scrolling smooth. The arrow
 * keys, Page Up and Down, Home and End go from person to person, and Enter opens one; with Shift they pick, as in a
 * spreadsheet.
 */
export function BoardList(props: BoardListProps) {
  const { caption, lines, columns, head, cells, onOpen, copied, picked } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const printing = usePrinting();
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const isRow = (line: number) => lines[line]?.kind === 'row';
  const current = isRow(at) ? at : lines.findIndex(({ kind }) => kind === 'row');

  const follow = useRef(false);
  useLayoutEffect(() => {
    if (!follow.current) return;
    const button = scroll.current?.querySelector<HTMLElement>(`[data-line="${current}"] .link`);
    if (!button) return;
    follow.current = false;
    button.focus({ preventScroll: true });
  });
  const selection = useSelection({ lines: lines.length, columns: columns.length }, isRow, (line) => {
    follow.current = true;
    setAt(line);
    virtual.scrollToIndex(line);
  });
  const block = copied ? selection.block : null;
  const take = (of: Block): CopiedBlock | null =>
    copied?.(
      lines.slice(of.lines[0], of.lines[1] + 1).flatMap((line) => (line.kind === 'row' ? [line.row] : [])),
      of.columns,
    ) ?? null;
  useEffect(() => {
    if (!picked) return undefined;
    picked.current = block && (() => take(block) as CopiedBlock);
    return () => {
      picked.current = null;
    };
  });
  const onCopy = (event: ClipboardEvent) => {
    const taken = block && String(window.getSelection() ?? '') === '' ? take(block) : null;
    if (!taken) return;
    event.clipboardData.setData('text/plain', taken.text);
    event.clipboardData.setData('text/html', taken.html);
    event.preventDefault();
  };

  const items = printing ? lines.map((_, index) => index) : virtual.getVirtualItems().map(({ index }) => index);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears a copy of what is picked in the table
    <div className="table-scroll board-list" ref={scroll} onCopy={onCopy}>
      <table
        className="table board-table"
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        style={{ '--columns': columns.join(' ') } as CSSProperties}
        {...selection.handlers}
      >
        <caption className="unseen">{caption}</caption>
        <thead>{head}</thead>
        <tbody style={printing ? undefined : { height: lines.length * rowHeight }}>
          {items.map((index) => {
            const line = lines[index];
            if (!line) return null;
            if (line.kind === 'group')
              return (
                <tr
                  className="table__group"
                  key={`group ${line.title}`}
                  aria-rowindex={index + 2}
                  style={{ top: index * rowHeight }}
                >
                  <th scope="rowgroup" colSpan={columns.length} aria-colspan={columns.length}>
                    {line.title} · {line.count}
                  </th>
                </tr>
              );
            const { row } = line;
            return (
              <Line
                key={row.key}
                row={row}
                index={index}
                isCurrent={index === current}
                picked={block && index >= block.lines[0] && index <= block.lines[1] ? block.columns.join(':') : null}
                cells={cells}
                onOpen={onOpen}
                onFocus={setAt}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  row: BoardRow;
  index: number;
  isCurrent: boolean;
  /** The cells picked in it, "first:last". */
  picked: string | null;
  cells: BoardListProps['cells'];
  onOpen: (key: string) => void;
  onFocus: (index: number) => void;
}

/** So many letters of a name fit into the narrowest column. */
const NARROWEST = 18;

/** One line, drawn anew only where it or the focus changes: scrolling draws those that come into view. */
const Line = memo(function Line({ row, index, isCurrent, picked, cells, onOpen, onFocus }: LineProps) {
  const [first = Infinity, last = -1] = picked?.split(':').map(Number) ?? [];
  return (
    <tr data-line={index} aria-rowindex={index + 2} tabIndex={-1} style={{ top: index * rowHeight }}>
      {cells(
        row,
        <button
          type="button"
          className={row.name.length > NARROWEST ? 'link board-name--long' : 'link'}
          data-enters-row=""
          tabIndex={isCurrent ? 0 : -1}
          onFocus={() => onFocus(index)}
          onClick={() => onOpen(row.key)}
        >
          {row.name}
        </button>,
        (column) => column >= first && column <= last,
      )}
    </tr>
  );
});
