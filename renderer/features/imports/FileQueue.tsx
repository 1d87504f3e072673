import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import type { QueuedFile } from './queue.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';

interface FileQueueProps {
  queue: readonly QueuedFile[];
  onOpen: (file: QueuedFile) => void;
  onRemove: (file: QueuedFile) => void;
}

/** Files that were dropped together: what each was recognised as and why, to be checked and stored one after the other. */
export function FileQueue({ queue, onOpen, onRemove }: FileQueueProps) {
  return (
    <>
      <h2>Files to import</h2>
      <DrawnTable
        caption="Files to import"
        definitions={[
          { term: 'State', meaning: 'Ready, refused, or asking something before it can be stored.' },
          { term: 'Recognised as', meaning: 'The kind of file that its headings fit best, and why.' },
        ]}
      >
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">State</th>
            <th scope="col">Recognised as</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {queue.map((one) => (
            <Line key={one.id} one={one} onOpen={() => onOpen(one)} onRemove={() => onRemove(one)} />
          ))}
        </tbody>
      </DrawnTable>
    </>
  );
}

function Line({ one, onOpen, onRemove }: { one: QueuedFile; onOpen: () => void; onRemove: () => void }) {
  const trust = useTrust().code;
  const { taken, failure, file } = one;
  const inspected = useQuery({
    queryKey: ['import inspection', { trust, file: taken?.file, mapping: {} }],
    queryFn: ({ signal }) => planner.imports.inspect({ trust, file: taken?.file ?? '', mapping: {} }, { signal }),
    enabled: taken !== null,
  });
  const seen = inspected.data;
  const refusal = failure ?? (inspected.isError ? sentence(inspected.error) : null);
  const [kind, word, why] = ((): [StatusKind, string, string] => {
    if (refusal !== null) return ['red', 'Refused', refusal];
    if (seen === undefined) return ['blue', taken === null ? 'Being taken in' : 'Being looked at', ''];
    if (seen.kind === 'ambiguous') return ['amber', 'Asks', seen.message];
    const asks = seen.dateNeeded || seen.questions.length > 0;
    return [asks ? 'amber' : 'green', asks ? 'Asks' : 'Ready', `${seen.title}: ${seen.reason}`];
  })();
  return (
    <tr>
      <th scope="row">{file.name}</th>
      <td>
        <Status kind={kind} word={word} />
      </td>
      <td>{why}</td>
      <td>
        <span className="actions">
          {seen !== undefined && (
            <Button onClick={onOpen} aria-label={`Check and store ${file.name}`}>
              Check and store
            </Button>
          )}
          <Button onClick={onRemove} aria-label={`Leave out ${file.name}`}>
            Leave out
          </Button>
        </span>
      </td>
    </tr>
  );
}
