import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TextInput } from 'nhsuk-react-components';
import type { Mapping, ProblemGroup } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';

interface CellMendProps {
  input: { trust: string; file: string; mapping: Mapping };
  group: ProblemGroup | null;
  onChange: (part: Mapping) => void;
  onClose: () => void;
}

/** The rows of one problem with all their cells; where a cell can be mended, its value is typed here. */
export function CellMend({ input, group, onChange, onClose }: CellMendProps) {
  const rows = useQuery({
    queryKey: ['import problems', input, group?.key],
    queryFn: () => planner.imports.problems({ ...input, group: group?.key ?? null, limit: 50 }),
    enabled: group !== null,
    placeholderData: keepPreviousData,
  });
  const mend = (row: number, field: string, value: string) => {
    const others = (input.mapping.mends ?? []).filter((other) => other.row !== row || other.field !== field);
    onChange({ mends: [...others, { row, field, value }] });
  };
  return (
    <Dialog title={group ? `${group.column}: ${group.read || '(empty)'}` : 'All mended'} wide onClose={onClose}>
      {group === null ? (
        <p>No row has this problem any more.</p>
      ) : (
        <>
          <p>{group.message}</p>
          <Answered query={rows}>
            {({ total, headings, rows: found }) => (
              <div className="table-scroll">
                <table className="table">
                  <caption className="unseen">Rows with this problem</caption>
                  <thead>
                    <tr>
                      <th scope="col" className="number">
                        Row
                      </th>
                      {group.mend === 'cell' && <th scope="col">Mended value</th>}
                      {headings.map((heading, index) => (
                        // Two columns may have the same heading.
                        // oxlint-disable-next-line react/no-array-index-key
                        <th scope="col" key={`${heading}${index}`}>
                          {heading}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {found.map((row) => (
                      <tr key={row.row}>
                        <td className="number">{row.row}</td>
                        {group.mend === 'cell' && (
                          <td>
                            <TextInput
                              id={`mend-${row.row}`}
                              label={`Value for row ${row.row}`}
                              labelProps={{ className: 'unseen' }}
                              defaultValue={row.read ?? ''}
                              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
                              onBlur={(event) =>
                                event.target.value !== (row.read ?? '') &&
                                mend(row.row, group.field, event.target.value)
                              }
                            />
                          </td>
                        )}
                        {row.cells.map((cell, index) => (
                          // The cells are in the order of the columns and have no other name.
                          // oxlint-disable-next-line react/no-array-index-key
                          <td key={index} className={headings[index] === group.column ? 'table__wrong' : undefined}>
                            {cell}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
                {total > found.length && (
                  <p>
                    The first {found.length} of {total} rows.
                  </p>
                )}
              </div>
            )}
          </Answered>
        </>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
