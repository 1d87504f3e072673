import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { ProblemGroup } from '#contract';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import type { Answer } from './answers.ts';
import { CellValue } from './ProblemAnswer.tsx';
import type { ProblemSource } from './problem-source.ts';
import { givenText } from './reasons.ts';

const ROW = 36;
const most = 1000;

/** The rows of one problem with what else they say; each cell can be mended by itself. */
export function GroupRows({
  source,
  group,
  onAnswer,
}: {
  source: ProblemSource;
  group: ProblemGroup;
  onAnswer: (answer: Answer) => void;
}) {
  const [offset, setOffset] = useState(0);
  const rows = useQuery({
    queryKey: [...source.key, 'rows', group.key, offset],
    queryFn: ({ signal }) => source.rows({ group: group.key, offset, limit: most }, { signal }),
    placeholderData: keepPreviousData,
  });
  // Rows that were mended are gone from the problem: the last part may be empty by now.
  if (rows.data && offset > 0 && offset >= rows.data.total) setOffset(0);
  return (
    <Answered query={rows}>
      {({ total, headings, rows: found }) => (
        <>
          <RowList
            meanings={source.words[group.words ?? ''] ?? []}
            group={group}
            headings={headings}
            rows={found}
            onAnswer={onAnswer}
          />
          {total > most && <Part total={total} offset={offset} shown={found.length} onOffset={setOffset} />}
        </>
      )}
    </Answered>
  );
}

const whole = (value: number) => value.toLocaleString('en-GB');

/** Which of the rows are shown, and the way to the others. */
function Part({
  total,
  offset,
  shown,
  onOffset,
}: {
  total: number;
  offset: number;
  shown: number;
  onOffset: (offset: number) => void;
}) {
  const last = Math.min(offset + shown, total);
  return (
    <p className="table__why actions">
      <span role="status">
        Rows {whole(offset + 1)} to {whole(last)} of {whole(total)}
      </span>
      <Button disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - most))}>
        Previous {whole(most)}
      </Button>
      <Button disabled={last >= total} onClick={() => onOffset(offset + most)}>
        Next {whole(Math.min(most, Math.max(total - last, 1)))}
      </Button>
    </p>
  );
}

type Rows = Awaited<ReturnType<ProblemSource['rows']>>;

function RowList({
  group,
  headings,
  rows,
  meanings,
  onAnswer,
}: Pick<Rows, 'headings' | 'rows'> & {
  group: ProblemGroup;
  meanings: readonly { code: string; title: string }[];
  onAnswer: (answer: Answer) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone, as it must: the virtualizer's answers change by themselves.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const next = (at: number) => box.current?.querySelector<HTMLElement>(`[data-at="${at + 1}"] input`)?.focus();
  return (
    <div
      className="problem__rows"
      ref={box}
      role="list"
      aria-label={`Rows with ${group.read || 'an empty cell'} in ${group.column}`}
    >
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <div
              className="problem__row"
              role="listitem"
              key={row.row}
              data-at={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className="number">Row {row.row}</span>
              {group.mend !== 'none' && (
                <CellValue
                  half={`${group.key} ${row.row}`}
                  label={`${group.column}, row ${row.row}: mended value`}
                  read={row.read ?? ''}
                  suggested={meanings}
                  onMend={(value) => onAnswer({ kind: 'cells', mends: [{ row: row.row, field: group.field, value }] })}
                  onNext={() => next(index)}
                />
              )}
              <span className="problem__cells">
                {row.cells
                  .flatMap((cell, place) =>
                    cell && headings[place] !== group.column ? [`${headings[place] || '(no heading)'}: ${cell}`] : [],
                  )
                  .concat(row.given.map(givenText))
                  .join(' · ')}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
