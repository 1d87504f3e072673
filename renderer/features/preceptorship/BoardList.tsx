import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { BoardRow } from '#contract';
import { usePrinting } from '../../components/printing.ts';
import type { BoardLine } from './board-rows.ts';

interface BoardListProps {
  caption: string;
  lines: readonly BoardLine[];
  /** The widths of the columns, as a grid has them. */
  columns: readonly string[];
  head: ReactNode;
  /** The cells of a row, the same function from draw to draw; `open` is the one control of the row. */
  cells: (row: BoardRow, open: ReactNode) => ReactNode;
  onOpen: (key: string) => void;
}

/** Of every line, in pixels, as the style sheet has it. */
const rowHeight = 46;

/**
 * A long table of which only the lines in view are drawn, all of them for print. Lines are laid out and painted each by
 * itself, as no row of a table is: a new one leaves the others as they are, which keeps scrolling smooth. The arrow
 * keys, Page Up and Down, Home and End go from person to person, and Enter opens one.
 */
export function BoardList({ caption, lines, columns, head, cells, onOpen }: BoardListProps) {
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
  const people = useMemo(() => lines.flatMap((line, place) => (line.kind === 'row' ? [place] : [])), [lines]);
  const current = people.includes(at) ? at : people[0];

  const follow = useRef(false);
  useLayoutEffect(() => {
    if (!follow.current) return;
    const button = scroll.current?.querySelector<HTMLElement>(`[data-line="${current}"] .link`);
    if (!button) return;
    follow.current = false;
    button.focus({ preventScroll: true });
  });
  const go = (place: number) => {
    const to = people[Math.max(0, Math.min(people.length - 1, place))];
    if (to === undefined) return;
    follow.current = true;
    setAt(to);
    virtual.scrollToIndex(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).closest('[data-line]')) return;
    const here = people.indexOf(current ?? 0);
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: people.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };

  const items = printing ? lines.map((_, index) => index) : virtual.getVirtualItems().map(({ index }) => index);
  return (
    <div className="table-scroll board-list" ref={scroll}>
      <table
        className="table board-table"
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        style={{ '--columns': columns.join(' ') } as CSSProperties}
        onKeyDown={onKeyDown}
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
  cells: BoardListProps['cells'];
  onOpen: (key: string) => void;
  onFocus: (index: number) => void;
}

/** One line, drawn anew only where it or the focus changes: scrolling draws those that come into view. */
const Line = memo(function Line({ row, index, isCurrent, cells, onOpen, onFocus }: LineProps) {
  return (
    <tr data-line={index} aria-rowindex={index + 2} style={{ top: index * rowHeight }}>
      {cells(
        row,
        <button
          type="button"
          className="link"
          tabIndex={isCurrent ? 0 : -1}
          onFocus={() => onFocus(index)}
          onClick={() => onOpen(row.key)}
        >
          {row.name}
        </button>,
      )}
    </tr>
  );
});
