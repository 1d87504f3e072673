import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Of a row that is not drawn yet, in pixels. */
const ROW = 35;

/**
 * Which lines of a long table are drawn, those in view or so many as are given, with the room above and below them, and the widths
 * of its columns, which stay as they were when it was first drawn: rows that come into view do not move what is beside them.
 */
export function useLongTable(lines: number, isLong: boolean, given: number | null, columns: readonly object[]) {
  const scroll = useRef<HTMLDivElement>(null);
  const isInView = isLong && given === null;
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React compiler
  const virtual = useVirtualizer({
    count: lines,
    enabled: isInView,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const widths = useWidths(scroll, isInView && items.length > 0, columns);
  return {
    scroll,
    widths: isLong ? widths : null,
    drawn: isInView
      ? items.map(({ index }) => index)
      : Array.from({ length: isLong ? (given ?? lines) : lines }, (_, index) => index),
    above: isInView ? (items[0]?.start ?? 0) : 0,
    below: isInView ? virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0) : 0,
    measure: isInView ? virtual.measureElement : undefined,
    goTo: (line: number) => {
      if (isInView) virtual.scrollToIndex(line);
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
