import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Of a row that is not drawn yet, in pixels. */
const ROW = 35;

/**
 * Which lines of a long table are drawn, with the room above and below them, and the widths of its columns, which stay as
 * they were when it was first drawn: rows that come into view do not move what is beside them.
 */
export function useLongTable(lines: number, isLong: boolean, columns: readonly object[]) {
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React compiler
  const virtual = useVirtualizer({
    count: lines,
    enabled: isLong,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const widths = useWidths(scroll, isLong && items.length > 0, columns);
  return {
    scroll,
    widths: isLong ? widths : null,
    drawn: isLong ? items.map(({ index }) => index) : Array.from({ length: lines }, (_, index) => index),
    above: isLong ? (items[0]?.start ?? 0) : 0,
    below: isLong ? virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0) : 0,
    measure: isLong ? virtual.measureElement : undefined,
    goTo: (line: number) => {
      if (isLong) virtual.scrollToIndex(line);
    },
  };
}

/** The widths of the headings in percent of all, once they are drawn. */
function useWidths(scroll: RefObject<HTMLDivElement | null>, isDrawn: boolean, columns: readonly object[]) {
  const [measured, setMeasured] = useState<{ columns: readonly object[]; widths: number[] } | null>(null);
  const known = measured?.columns === columns ? measured.widths : null;
  useLayoutEffect(() => {
    if (!isDrawn || known) return;
    const headings = [...(scroll.current?.querySelectorAll('thead th') ?? [])];
    const widths = headings.map((heading) => heading.getBoundingClientRect().width);
    const all = widths.reduce((sum, width) => sum + width, 0);
    if (all > 0) setMeasured({ columns, widths: widths.map((width) => (width / all) * 100) });
  }, [isDrawn, known, columns, scroll]);
  return known;
}
