import { useQuery } from '@tanstack/react-query';
import type { ChangedRowShown, ChangeEntry } from '#contract';
import type { Changes } from '../../client/changes.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../announce.ts';
import { Answered } from '../Answered.tsx';
import { Button } from '../Button.tsx';
import { clockText, dateText, weekdayText } from '../numbers.ts';
import { DrawnTable } from '../DrawnTable.tsx';

const kinds: Record<ChangedRowShown['kind'], string> = { added: 'added', changed: 'changed', removed: 'removed' };

/** A stored value as it is shown: days in words, and a word for nothing. */
function shown(value: string | null): string {
  if (value === null) return 'nothing';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(value) : value;
}

/** Who made a change, and when. */
export const whenAndWho = ({ at, who }: ChangeEntry) =>
  `${weekdayText(at)} ${at.slice(0, 4)}, ${clockText(at)}${who ? ` · ${who}` : ''}`;

/** What one change did, field by field, with the way to undo it or to do it again. */
export function ChangeRows({ entry, changes }: { entry: ChangeEntry; changes: Changes }) {
  const rows = useQuery({
    queryKey: ['change rows', changes.owner, entry.id],
    queryFn: () => changes.rows(entry.id),
    gcTime: 0,
  });
  const step = useAct(
    () => (entry.undone ? changes.redo(entry.id) : changes.undo(entry.id)),
    ({ label }) => (entry.undone ? `Done again: ${label ?? entry.label}` : `Undone: ${label ?? entry.label}`),
  );
  return (
    <div className="change">
      <Answered query={rows}>
        {(found) =>
          found.length === 0 ? (
            <p>What was changed is no longer kept, so this cannot be undone.</p>
          ) : (
            <>
              {found.map((row, at) => (
                <ChangedRow key={`${at} ${row.what}`} row={row} />
              ))}
              <Button onClick={() => step.mutate(undefined, { onError: (error) => announce(sentence(error)) })}>
                {entry.undone ? 'Do this again' : 'Undo this'}
              </Button>
              {step.isError && (
                <p className="note note--wrong" role="alert">
                  {sentence(step.error)}
                </p>
              )}
            </>
          )
        }
      </Answered>
    </div>
  );
}

function ChangedRow({ row }: { row: ChangedRowShown }) {
  const title = `${row.what}${row.name ? ` “${row.name}”` : ''} ${kinds[row.kind]}`;
  if (row.fields.length === 0)
    return <p>{row.isConfidential ? `${title}. What it says is for the role that keeps it alone.` : `${title}.`}</p>;
  return (
    <DrawnTable caption={title} definitions={[]}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {row.fields.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{shown(before)}</td>
            <td>{shown(after)}</td>
          </tr>
        ))}
      </tbody>
    </DrawnTable>
  );
}
