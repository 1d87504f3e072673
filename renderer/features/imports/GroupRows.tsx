import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ProblemGroup } from '#contract';
import { Answered } from '../../components/Answered.tsx';
import type { Answer } from './answers.ts';
import { CellValue } from './ProblemAnswer.tsx';
import type { ProblemSource } from './problem-source.ts';

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
  const rows = useQuery({
    queryKey: [...source.key, 'rows', group.key],
    queryFn: () => source.rows({ group: group.key, offset: 0, limit: most }),
    placeholderData: keepPreviousData,
  });
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
          {total > found.length && (
            <p className="table__why">
              The first {found.length.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} rows.
            </p>
          )}
        </>
      )}
    </Answered>
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
                  .join(' · ')}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
