import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Batch, UndoPreview } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Answered } from '../../components/Answered.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Progress } from './Progress.tsx';

const rowsOf = (list: readonly { rows: number; fileName: string }[]) =>
  list.map(({ rows, fileName }) => `${rows.toLocaleString('en-GB')} rows of ${fileName}`).join(', ');

/** What an undo takes away and brings back, before it is done. */
export function UndoDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const [alsoLeft, setAlsoLeft] = useState<readonly number[]>([]);
  const preview = useQuery({
    queryKey: ['import undo', batch.id],
    queryFn: () => planner.imports.undoPreview({ batch: batch.id }),
    gcTime: 0,
  });
  const undo = useAct(
    (alsoLater: boolean) => planner.imports.undo({ batch: batch.id, alsoLater, alsoLeft: [...alsoLeft] }),
    ({ undone }) =>
      undone.length === 0
        ? 'Stopped. Nothing was changed.'
        : `Undone: ${undone.map(({ fileName }) => fileName).join(', ')}`,
  );
  return (
    <Dialog title={`Undo the import of ${batch.fileName}`} onClose={onClose}>
      <Answered query={preview}>
        {(found) => (
          <>
            <WhatGoes preview={found} />
            {found.left.length > 0 && (
              <Choices
                legend="These later imports left rows out because this one has their days. Undone too, they can be imported again whole."
                batches={found.left}
                chosen={alsoLeft}
                onChange={setAlsoLeft}
              />
            )}
            {found.checked.length > 0 && (
              <Choices
                legend="The rows of these later imports were checked against this list, and stay as they are. Undone too, they can be imported again and are checked anew."
                batches={found.checked}
                chosen={alsoLeft}
                onChange={setAlsoLeft}
              />
            )}
            {undo.isError && (
              <p className="note note--wrong" role="alert">
                {sentence(undo.error)}
              </p>
            )}
            {undo.isPending && <Progress subject={{ batch: batch.id }} />}
            <DialogFoot
              save={
                found.later.length + alsoLeft.length > 0
                  ? `Undo all ${found.later.length + alsoLeft.length + 1} imports`
                  : 'Undo this import'
              }
              removes
              isSaving={undo.isPending}
              onSave={() => undo.mutate(found.later.length > 0, { onSuccess: onClose })}
              onCancel={onClose}
              cancel="Keep it"
            />
          </>
        )}
      </Answered>
    </Dialog>
  );
}

/** Later imports that may be undone together with one, each for itself. */
function Choices({
  legend,
  batches,
  chosen,
  onChange,
}: {
  legend: string;
  batches: UndoPreview['left'];
  chosen: readonly number[];
  onChange: (chosen: readonly number[]) => void;
}) {
  return (
    <fieldset className="form__fieldset">
      <legend>{legend}</legend>
      {batches.map(({ id, fileName }) => (
        <div key={id}>
          <label className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />{' '}
            Undo {fileName} too
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function WhatGoes({ preview: { goes, alsoGo, comesBack, unitsThatGo, later } }: { preview: UndoPreview }) {
  return (
    <>
      <p>
        {goes.toLocaleString('en-GB')} rows go out of every figure. They are kept, and the import can be done again.
      </p>
      {later.length > 0 && (
        <p className="note note--attention">
          Later imports took the place of some of its rows and must be undone as well. These go too: {rowsOf(alsoGo)}.
        </p>
      )}
      {comesBack.length > 0 && <p>What was replaced comes back: {rowsOf(comesBack)}.</p>}
      {unitsThatGo.length > 0 && <p>Units that only this import made go too: {unitsThatGo.join(', ')}.</p>}
    </>
  );
}
