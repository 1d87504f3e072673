import { type ReactNode, useId, useState } from 'react';
import { create } from 'zustand';
import type { RecordOfHistory } from '#contract';
import { announce } from '../announce.ts';
import { Button } from '../Button.tsx';
import { useScreenCommand } from '../screen-command.ts';
import { HistoryDialog, useOwnChanges } from './RecordHistory.tsx';

/** A line of a grid that is typed into: its record, and what it is called. */
export interface HistoryLine {
  readonly of: RecordOfHistory;
  readonly name: string;
}

interface LineHistoryProps {
  /** None where the cursor is in no line. */
  line: HistoryLine | null | undefined;
  /** False where another grid of the page has the cursor. */
  isCommand?: boolean;
}

/** The history of the line that the cursor of a grid is in, or was in last: one button for all its lines, and a key. */
export function LineHistory({ line, isCommand = true }: LineHistoryProps) {
  const changes = useOwnChanges();
  const [shown, setShown] = useState<HistoryLine | null>(null);
  if (changes === null) return null;
  const open = () => (line ? setShown(line) : announce('Go to a line first.'));
  return (
    <>
      <Button
        aria-disabled={!line}
        aria-keyshortcuts="Control+Shift+H"
        title={line ? `${line.name} (Ctrl Shift H)` : 'Go to a line first'}
        onClick={open}
      >
        History of the line
      </Button>
      {isCommand && <ByKey open={open} />}
      {shown && (
        <HistoryDialog
          title={`History of ${shown.name}`}
          changes={changes}
          of={shown.of}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function ByKey({ open }: { open: () => void }) {
  useScreenCommand('line-history', open);
  return null;
}

/** Which line of which grid the cursor was in last. */
const useCursor = create<{ grid: string; line: string }>(() => ({ grid: '', line: '' }));

interface LinesHistoryProps {
  /** The line of a field, by what stands before the tab in its `data-field`. */
  lineOf: (key: string) => HistoryLine | undefined;
  children: ReactNode;
}

/** Around a grid of fields: the history of the line that the cursor was in last. */
export function LinesHistory({ lineOf, children }: LinesHistoryProps) {
  const grid = useId();
  const cursor = useCursor();
  const isHere = cursor.grid === grid;
  return (
    <div
      onFocus={({ target }) => {
        const line = target.getAttribute('data-field')?.split('\t')[0];
        if (line !== undefined) useCursor.setState({ grid, line });
      }}
    >
      {children}
      <p className="not-printed">
        <LineHistory line={isHere ? lineOf(cursor.line) : null} isCommand={isHere} />
      </p>
    </div>
  );
}
