import { useQuery } from '@tanstack/react-query';
import type { Batch } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';

/** What an undo takes away and brings back, before it is done. */
export function UndoDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const preview = useQuery({
    queryKey: ['import undo', batch.id],
    queryFn: () => planner.imports.undoPreview({ batch: batch.id }),
    gcTime: 0,
  });
  const undo = useAct(
    (alsoLater: boolean) => planner.imports.undo({ batch: batch.id, alsoLater }),
    ({ undone }) => `Undone: ${undone.map(({ fileName }) => fileName).join(', ')}`,
  );
  return (
    <Dialog title={`Undo the import of ${batch.fileName}`} onClose={onClose}>
      <Answered query={preview}>
        {({ goes, comesBack, unitsThatGo, later }) => (
          <>
            <p>
              {goes.toLocaleString('en-GB')} rows go out of every figure. They are kept, and the import can be done
              again.
            </p>
            {comesBack.length > 0 && (
              <p>
                What it replaced comes back:{' '}
                {comesBack
                  .map(({ rows, fileName }) => `${rows.toLocaleString('en-GB')} rows of ${fileName}`)
                  .join(', ')}
                .
              </p>
            )}
            {unitsThatGo.length > 0 && <p>Units that only this import made go too: {unitsThatGo.join(', ')}.</p>}
            {later.length > 0 && (
              <p className="note note--attention">
                Later imports took the place of some of its rows: {later.map(({ fileName }) => fileName).join(', ')}.
                They must be undone as well.
              </p>
            )}
            {undo.isError && (
              <p className="note note--wrong" role="alert">
                {sentence(undo.error)}
              </p>
            )}
            <div className="dialog__actions">
              <Button
                kind="warning"
                disabled={undo.isPending}
                onClick={() => undo.mutate(later.length > 0, { onSuccess: onClose })}
              >
                {later.length > 0 ? `Undo all ${later.length + 1} imports` : 'Undo this import'}
              </Button>
              <Button onClick={onClose}>Keep it</Button>
            </div>
          </>
        )}
      </Answered>
    </Dialog>
  );
}
