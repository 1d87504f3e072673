import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { farWords, type useInParts } from './use-in-parts.ts';

interface RowsDrawnProps {
  lines: number;
  /** "10,000 rows". */
  what: string;
  parts: ReturnType<typeof useInParts>;
}

/** Which rows of a long table are drawn, how far it is with all, and the way there and back at any moment. */
export function RowsDrawn({
  lines,
  what,
  parts: { part, all, isToPrint, showAll, showInView },
}: RowsDrawnProps): ReactNode {
  return (
    <p className="rows-drawn not-printed">
      {part === null ? (
        'Rows are drawn as they come into view; on paper all of them are.'
      ) : part === lines ? (
        `All ${what} are drawn.`
      ) : (
        <>
          {farWords(part, lines, what)}.{isToPrint && ' They are printed once all are.'}{' '}
          <progress max={lines} value={part} aria-label="Share of the rows drawn" />
        </>
      )}{' '}
      <Button onClick={all ? showInView : showAll}>{all ? 'Draw those in view' : `Show all ${what}`}</Button>
    </p>
  );
}
