import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ChangeKind, Changes, Mapping } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText } from '../../components/numbers.ts';
import { ChangedRows, changeWords } from './ChangedRows.tsx';
import { Progress } from './Progress.tsx';
import { changesMade } from './figures.ts';

const PAGE = 100;
const order: readonly ChangeKind[] = ['changed', 'missing', 'new', 'unchanged'];
const whole = (value: number) => value.toLocaleString('en-GB');

interface DryRunStepProps {
  fileName: string;
  input: { trust: string; file: string; mapping: Mapping };
}

/** What would be new, changed, the same and missing, before anything is stored. */
export function DryRunStep({ fileName, input }: DryRunStepProps) {
  const [chosen, setChosen] = useState<ChangeKind | null>(null);
  const [filter, setFilter] = useState('');
  const [offset, setOffset] = useState(0);
  const typed = useDeferredValue(filter);
  const wanted = { ...input, what: chosen, filter: typed, offset, limit: PAGE };
  const changes = useQuery({
    queryKey: ['import changes', wanted],
    queryFn: ({ signal }) => planner.imports.changes(wanted, { signal }),
    placeholderData: keepPreviousData,
  });
  const show = (what: ChangeKind | null) => {
    setChosen(what);
    setOffset(0);
  };
  return (
    <>
      <Answered query={changes}>
        {(found) =>
          found === null ? (
            <p>The comparison was stopped. Go back a step and try again.</p>
          ) : (
            <>
              <Counts fileName={fileName} changes={found} />
              <div className="table-tools">
                <span role="group" aria-label="Which rows are shown" className="actions">
                  <Button aria-pressed={chosen === null} onClick={() => show(null)}>
                    All rows
                  </Button>
                  {order.map((what) => (
                    <Button key={what} aria-pressed={chosen === what} onClick={() => show(what)}>
                      {changeWords[what]} {whole(found.counts[what])}
                    </Button>
                  ))}
                </span>
                <label className="filter">
                  Find
                  <input
                    type="search"
                    value={filter}
                    aria-label="Find rows by name, number, unit or date"
                    onChange={(event) => {
                      setFilter(event.target.value);
                      setOffset(0);
                    }}
                  />
                </label>
                <Pages total={found.total} offset={offset} onOffset={setOffset} />
              </div>
              {found.rows.length === 0 ? (
                <EmptyState title="No such rows">
                  <p>
                    {filter ? 'Nothing is known by these words. Find other words.' : 'There are none of this kind.'}
                  </p>
                </EmptyState>
              ) : (
                <ChangedRows rows={found.rows} />
              )}
            </>
          )
        }
      </Answered>
      {changes.isFetching && <Progress subject={{ file: input.file }} />}
    </>
  );
}

function Counts({ fileName, changes }: { fileName: string; changes: Changes }) {
  const { counts, against, by } = changes;
  const made = changesMade(fileName, changes);
  const days =
    against &&
    (against.first === against.last
      ? dateText(against.first)
      : `${dateText(against.first)} to ${dateText(against.last)}`);
  const comparedWith =
    against === null
      ? 'nothing of this kind is stored for these days'
      : `${whole(against.rows)} stored rows of ${days}`;
  return (
    <Figures>
      <Figure
        name="New"
        value={whole(counts.new)}
        making={made.new}
        remark={against === null ? comparedWith : 'in the file and not stored'}
      />
      <Figure
        name="Changed"
        value={whole(counts.changed)}
        making={made.changed}
        remark="old and new stand beside each other below"
      />
      <Figure
        name="The same"
        value={whole(counts.unchanged)}
        making={made.unchanged}
        remark={against === null ? 'nothing was stored to compare with' : `of ${comparedWith}`}
      />
      <Figure
        name="Missing since last time"
        value={whole(counts.missing)}
        making={made.missing}
        remark={by === 'day' ? 'on the list before, and not in the file' : 'stored for these days, and not in the file'}
      />
    </Figures>
  );
}

function Pages({ total, offset, onOffset }: { total: number; offset: number; onOffset: (offset: number) => void }) {
  const last = Math.min(offset + PAGE, total);
  return (
    <span>
      <span role="status">
        {total === 0 ? 'No rows' : `Rows ${whole(offset + 1)} to ${whole(last)} of ${whole(total)}`}
      </span>{' '}
      {total > PAGE && (
        <>
          <Button disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - PAGE))}>
            Previous
          </Button>{' '}
          <Button disabled={last >= total} onClick={() => onOffset(offset + PAGE)}>
            Next
          </Button>
        </>
      )}
    </span>
  );
}
