import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LmnsWorkbookView as LmnsWorkbook } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { counted } from '../../../components/numbers.ts';
import { PointedCells } from './PointedCells.tsx';
import { PourDialog } from './PourDialog.tsx';
import { SheetGrid } from './SheetGrid.tsx';

interface LmnsWorkbookViewProps {
  id: number;
  period: string;
  /** False where another trust of the LMNS uploaded it. */
  isOwn: boolean;
}

interface Point {
  sheet: string;
  cell: string;
  field: string;
}

/** Parts of the return, the sheet at whose cells they are pointed, and what is pointed at. */
export function LmnsWorkbookView({ id, period, isOwn }: LmnsWorkbookViewProps) {
  const trust = useTrust().code;
  const of = { trust, period, id };
  const workbook = useQuery({
    queryKey: ['returns', trust, period, 'workbook', id],
    queryFn: () => planner.returns.lmnsWorkbook(of),
  });
  const [field, setField] = useState('');
  const [chosenSheet, setSheet] = useState('');
  const [typedCell, setTypedCell] = useState('');
  const [pouring, setPouring] = useState(false);
  /** The cell whose formula was asked about: pointing at it again says that it may go. */
  const [asked, setAsked] = useState('');
  const point = useAct(
    (points: Point[]) =>
      planner.returns.pointLmnsWorkbook({
        ...of,
        points: points.map((one) => ({ ...one, overFormula: asked === `${one.sheet}!${one.cell}` })),
      }),
    ({ label }) => label,
  );
  const clear = useAct(
    (at: { sheet: string; cell: string }) => planner.returns.clearLmnsWorkbookCell({ trust, id, ...at }),
    ({ label }) => label,
  );
  const remove = useAct(
    () => planner.returns.removeLmnsWorkbook({ trust, id }),
    ({ label }) => label,
  );
  const error = point.error ?? clear.error ?? remove.error;
  return (
    <Answered query={workbook}>
      {(shown) => {
        const sheet =
          shown.sheets.find(({ name }) => name === chosenSheet) ?? shown.sheets.find(({ hidden }) => !hidden);
        const pointAt = (cell: string) => {
          clear.reset();
          const name = sheet?.name ?? '';
          if (field === '') return document.getElementById('lmns-workbook-field')?.focus();
          point.mutate([{ sheet: name, cell: cell.toUpperCase(), field }], {
            onError: () => setAsked(`${name}!${cell.toUpperCase()}`),
            onSuccess: () => {
              setAsked('');
              setTypedCell('');
              setField(nextField(shown, field));
            },
          });
        };
        return (
          <>
            {shown.remarks.map((remark) => (
              <p className="note" key={remark}>
                {remark}
              </p>
            ))}
            {shown.suggested.length > 0 && (
              <div className="note">
                <p>
                  {counted(shown.suggested.length, 'cell')} of the workbook{' '}
                  {shown.suggested.length === 1 ? 'looks' : 'look'} as if waiting for a part of the return, by
                  references, headings and names.
                </p>
                <details className="lmns-workbook-suggested">
                  <summary>Which ones</summary>
                  <ul className="findings">
                    {shown.suggested.map(({ sheet: name, cell, title, why }) => (
                      <li key={`${name}!${cell}`}>
                        {name} {cell}: {title} ({why})
                      </li>
                    ))}
                  </ul>
                </details>
                <Button
                  disabled={point.isPending}
                  onClick={() =>
                    point.mutate(
                      shown.suggested.map(({ sheet: name, cell, field: key }) => ({ sheet: name, cell, field: key })),
                    )
                  }
                >
                  Point all {shown.suggested.length}
                </Button>
              </div>
            )}
            <div className="lmns-workbook-tools">
              <FieldChoice workbook={shown} field={field} onField={setField} />
              <Choose
                title="Sheet"
                value={sheet?.name ?? ''}
                choices={shown.sheets.map(({ name, hidden }) => ({
                  key: name,
                  name: hidden ? `${name} (hidden)` : name,
                }))}
                onChoose={setSheet}
              />
              <label className="filter">
                Cell
                <input
                  className="lmns-workbook-cell"
                  value={typedCell}
                  data-stored=""
                  maxLength={10}
                  placeholder="C5"
                  onChange={({ target }) => setTypedCell(target.value)}
                  onKeyDown={({ key }) => {
                    if (key === 'Enter' && typedCell.trim() !== '') pointAt(typedCell.trim());
                  }}
                />
              </label>
              <Button disabled={point.isPending || typedCell.trim() === ''} onClick={() => pointAt(typedCell.trim())}>
                Point at it
              </Button>
              <Button kind="main" disabled={shown.pointed.length === 0} onClick={() => setPouring(true)}>
                Pour the return…
              </Button>
              {isOwn && (
                <Button disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
                  Take the workbook away
                </Button>
              )}
            </div>
            {error && (
              <p className="nhsuk-error-message" role="alert">
                {sentence(error)}
              </p>
            )}
            {sheet && (
              <SheetGrid
                sheet={sheet}
                pointed={shown.pointed.filter((own) => own.sheet === sheet.name)}
                onPoint={pointAt}
                onClear={(cell) => clear.mutate({ sheet: sheet.name, cell })}
              />
            )}
            <PointedCells of={of} workbook={shown} onClear={clear.mutate} />
            {pouring && <PourDialog of={of} onClose={() => setPouring(false)} />}
          </>
        );
      }}
    </Answered>
  );
}

function FieldChoice({
  workbook,
  field,
  onField,
}: {
  workbook: LmnsWorkbook;
  field: string;
  onField: (key: string) => void;
}) {
  const parts = [...new Set(workbook.fields.map(({ part }) => part))];
  const given = new Set(workbook.pointed.map((own) => own.field));
  const chosen = workbook.fields.find(({ key }) => key === field);
  return (
    <div className="lmns-workbook-field">
      <label className="filter">
        Part of the return
        <select id="lmns-workbook-field" value={field} onChange={({ target }) => onField(target.value)}>
          <option value="">Choose, then click a cell</option>
          {parts.map((part) => (
            <optgroup key={part} label={part}>
              {workbook.fields
                .filter((own) => own.part === part)
                .map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                    {given.has(key) ? ' ✓' : ''}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {chosen && (
        <p className="lmns-workbook-now">{chosen.shown === '' ? 'Nothing in this return' : `Now: ${chosen.shown}`}</p>
      )}
    </div>
  );
}

/** The next part of the same group that has no cell yet, so that a row is pointed at from left to right. */
function nextField({ fields, pointed }: LmnsWorkbook, field: string): string {
  const given = new Set([...pointed.map((own) => own.field), field]);
  const at = fields.findIndex(({ key }) => key === field);
  const next = fields.slice(at + 1).find(({ key, part }) => part === fields[at]?.part && !given.has(key));
  return next?.key ?? '';
}
