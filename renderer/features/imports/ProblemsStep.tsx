import { useEffect, useRef, useState } from 'react';
import type { Inspection, Mapping, Preview, ProblemGroup } from '#contract';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { CellMend } from './CellMend.tsx';
import { reasonText } from './reasons.ts';

type Input = { trust: string; file: string; mapping: Mapping };
type Recognised = Extract<Inspection, { kind: 'recognised' }>;

interface ProblemsStepProps {
  input: Input;
  inspection: Recognised;
  preview: Preview;
  onChange: (part: Mapping) => void;
}

const whole = (value: number) => value.toLocaleString('en-GB');

/** Every problem in plain words, grouped so that one answer mends all rows alike; F8 goes to the next one. */
export function ProblemsStep({ input, inspection, preview, onChange }: ProblemsStepProps) {
  const [open, setOpen] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  useNextProblem(table);
  const { rowsRead, accepted, refused, ignored, groups, warnings, ignoredRows } = preview;
  const say = (group: ProblemGroup, code: string) => {
    if (!group.words || !code) return;
    const set = { ...input.mapping.codes?.[group.words], [group.read]: code };
    onChange({ codes: { ...input.mapping.codes, [group.words]: set } });
  };
  return (
    <>
      <Figures>
        <Figure name="Rows read" value={whole(rowsRead)} how="rows below the headings that hold something" />
        <Figure
          name="Ready"
          value={whole(accepted)}
          how={`${whole(rowsRead)} read − ${whole(refused)} to mend − ${whole(ignored)} not data`}
        />
        <Figure
          name="To mend or leave out"
          value={whole(refused)}
          how={`${groups.length} ${groups.length === 1 ? 'kind' : 'kinds'} of problem`}
        />
        <Figure
          name="Not data"
          value={whole(ignored)}
          how={
            ignoredRows.map(({ reason, count }) => `${count} ${reasonText(reason)}`).join(', ') ||
            'no totals or footers'
          }
        />
      </Figures>
      <h2>Problems</h2>
      {groups.length === 0 ? (
        <EmptyState title="Nothing to mend">
          <p>Every row could be read. Go on to see what will change.</p>
        </EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="table" ref={table}>
            <caption className="unseen">Problems of the file</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  First row
                </th>
                <th scope="col">Column</th>
                <th scope="col">We read</th>
                <th scope="col">We expect</th>
                <th scope="col">How many</th>
                <th scope="col">What to do</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.key}>
                  <td className="number">{whole(group.firstRow)}</td>
                  <td>{group.column}</td>
                  <td className="table__wrong">{group.read || '(empty)'}</td>
                  <td>
                    {group.expected}
                    <div className="table__why">{group.message}</div>
                  </td>
                  <td>
                    {whole(group.count)} {group.count === 1 ? 'row' : 'rows'}
                  </td>
                  <td>
                    {group.mend === 'word' && group.words && (
                      <label className="filter">
                        It means{' '}
                        <select
                          aria-label={`What ${group.read || 'the empty cell'} means`}
                          defaultValue=""
                          onChange={(event) => say(group, event.target.value)}
                        >
                          <option value="">leave these rows out</option>
                          {inspection.words[group.words]?.map(({ code, title }) => (
                            <option key={code} value={code}>
                              {title}
                            </option>
                          ))}
                        </select>
                      </label>
                    )}
                    {group.mend !== 'word' && (
                      <Button
                        onClick={() => setOpen(group.key)}
                        aria-label={`${group.mend === 'cell' ? 'Mend' : 'See the'} rows with ${group.read || 'an empty cell'} in ${group.column}`}
                      >
                        {group.mend === 'cell' ? 'Mend' : 'See the rows'}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {warnings.length > 0 && (
        <>
          <h2>Taken in, with a remark</h2>
          <ul>
            {warnings.map(({ code, message, count, rows }) => (
              <li key={code + message}>
                {message} {whole(count)} {count === 1 ? 'row' : 'rows'}: {rows.slice(0, 12).join(', ')}
                {count > 12 && ' and more'}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="note">
        A row left out is not lost: it stays with this import and can be mended and added later. Nothing is stored until
        step 4.
      </p>
      {open && (
        <CellMend
          input={input}
          group={groups.find(({ key }) => key === open) ?? null}
          onChange={onChange}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** F8 and Shift F8 take the focus to the next and the previous problem. */
function useNextProblem(table: React.RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      const places = [...(table.current?.querySelectorAll<HTMLElement>('tbody button, tbody select') ?? [])];
      const at = places.findIndex((place) => place === document.activeElement);
      const next = event.shiftKey ? (at <= 0 ? places.length - 1 : at - 1) : (at + 1) % places.length;
      places[next]?.focus();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [table]);
}
