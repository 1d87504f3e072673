import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ChangedRowShown, ChangeEntry } from '#contract';
import type { Changes } from '../../client/changes.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../announce.ts';
import { Answered } from '../Answered.tsx';
import { Button } from '../Button.tsx';
import { clockText, dateText, weekdayText } from '../numbers.ts';
import { type Column, DataTable } from '../DataTable.tsx';

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
              <ChangedFields entry={entry} rows={found} />
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

/** A field of a row that was changed; of one whose fields are not shown the row alone. */
interface ChangedField {
  readonly key: string;
  /** The row, and what became of it. */
  readonly row: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const titleOf = ({ what, name, kind }: ChangedRowShown) => `${what}${name ? ` “${name}”` : ''} ${kinds[kind]}`;

function fieldsOf(row: ChangedRowShown, at: number): ChangedField[] {
  return row.fields.map(({ label, before, after }) => ({
    key: `${at} ${label}`,
    row: titleOf(row),
    label,
    before: shown(before),
    after: shown(after),
  }));
}

function ChangedFields({ entry, rows }: { entry: ChangeEntry; rows: readonly ChangedRowShown[] }) {
  const fields = useMemo(() => rows.flatMap(fieldsOf), [rows]);
  const columns = useMemo(
    (): Column<ChangedField>[] => [
      { key: 'label', title: 'Field', header: true, value: ({ label }) => label },
      {
        key: 'row',
        title: 'Changed',
        value: ({ row }) => row,
        inOrder: rows.map(titleOf),
        means: 'The row that was added, changed or removed.',
      },
      { key: 'before', title: 'Before', value: ({ before }) => before, means: 'What stood there before.' },
      { key: 'after', title: 'After', value: ({ after }) => after, means: 'What the change left there.' },
    ],
    [rows],
  );
  return (
    <>
      {rows
        .filter((row) => row.fields.length === 0)
        .map((row, at) => (
          <p key={`${at} ${row.what}`}>
            {titleOf(row)}.{row.isConfidential && ' What it says is for the role that keeps it alone.'}
          </p>
        ))}
      {fields.length > 0 && (
        <DataTable
          caption={entry.label}
          columns={columns}
          rows={fields}
          rowKey={({ key }) => key}
          hidden={['row']}
          group="row"
        />
      )}
    </>
  );
}
