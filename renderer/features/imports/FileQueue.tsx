import { useQueries } from '@tanstack/react-query';
import type { Inspection } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import type { QueuedFile } from '../../client/import-queue.ts';
import { firstRowsIn } from './unrecognised.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';

interface FileQueueProps {
  queue: readonly QueuedFile[];
  onOpen: (file: QueuedFile) => void;
  onRemove: (file: QueuedFile) => void;
}

/** A file with what was found in it: the state in a word, and why. */
interface Seen {
  readonly one: QueuedFile;
  /** What the button is called that opens it; null where nothing can be done with it. */
  readonly opens: string | null;
  readonly kind: StatusKind;
  readonly word: string;
  readonly why: string;
}

/** What a file is, by what was found in it so far. */
function seenOf(one: QueuedFile, seen: Inspection | undefined, failed: unknown): Seen {
  if (one.failure === null && firstRowsIn(failed) !== null)
    return { one, opens: 'Say what it is', kind: 'amber', word: 'Not recognised', why: sentence(failed) };
  const refusal = one.failure ?? (failed ? sentence(failed) : null);
  const opens = seen === undefined ? null : 'Check and store';
  const said = (kind: StatusKind, word: string, why: string) => ({ one, opens, kind, word, why });
  if (refusal !== null) return said('red', 'Refused', refusal);
  if (seen === undefined) return said('blue', one.taken === null ? 'Being taken in' : 'Being looked at', '');
  if (seen.kind === 'ambiguous') return said('amber', 'Asks', seen.message);
  const asks = seen.dateNeeded || seen.questions.length > 0;
  return said(asks ? 'amber' : 'green', asks ? 'Asks' : 'Ready', `${seen.title}: ${seen.reason}`);
}

/** Files that were dropped together: what each was recognised as and why, to be checked and stored one after the other. */
export function FileQueue({ queue, onOpen, onRemove }: FileQueueProps) {
  const trust = useTrust().code;
  // A file that is there twice is looked at once.
  const files = [...new Set(queue.flatMap(({ taken }) => (taken === null ? [] : [taken.file])))];
  const inspected = useQueries({
    queries: files.map((file) => ({
      queryKey: ['import inspection', { trust, file, mapping: {} }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        planner.imports.inspect({ trust, file, mapping: {} }, { signal }),
    })),
  });
  const found = (one: QueuedFile) => inspected[one.taken === null ? -1 : files.indexOf(one.taken.file)];
  const columns: Column<Seen>[] = [
    { key: 'file', title: 'File', header: true, value: ({ one }) => one.file.name },
    {
      key: 'state',
      title: 'State',
      value: ({ word }) => word,
      show: ({ kind, word }) => <Status kind={kind} word={word} />,
      means: 'Ready, refused, not recognised, or asking something before it can be stored.',
    },
    {
      key: 'why',
      title: 'Recognised as',
      value: ({ why }) => why,
      means: 'The kind of file that its headings fit best, and why.',
    },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => null,
      show: ({ one, opens }) => (
        <span className="actions">
          {opens && (
            <Button onClick={() => onOpen(one)} aria-label={`${opens} ${one.file.name}`}>
              {opens}
            </Button>
          )}
          <Button onClick={() => onRemove(one)} aria-label={`Leave out ${one.file.name}`}>
            Leave out
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <h2>Files to import</h2>
      <DataTable
        caption="Files to import"
        columns={columns}
        rows={queue.map((one) => seenOf(one, found(one)?.data, found(one)?.error))}
        rowKey={({ one }) => one.id}
      />
    </>
  );
}
