import { useQuery } from '@tanstack/react-query';
import type { Register, ReturnFinding } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { Place } from './places.ts';
import { momentText } from './words.ts';

interface MakeReturnProps {
  register: Register;
  onClose: () => void;
  onPlace: (place: Place) => void;
}

/** Checks the return, makes it, and saves its workbook. */
export function MakeReturn({ register: { trust, period, title }, onClose, onPlace }: MakeReturnProps) {
  const of = { trust: trust.code, period };
  const review = useQuery({
    queryKey: ['returns', trust.code, period, 'review'],
    queryFn: () => planner.returns.review(of),
    gcTime: 0,
  });
  const make = useAct(
    (again: boolean) => planner.returns.make({ ...of, again }),
    () => `Made the return of ${title}`,
  );
  const save = useAct(
    () => planner.returns.workbook(of).then(saveExported),
    (told) => told,
  );
  const error = make.error ?? save.error;
  return (
    <Dialog title={`Make the return of ${title}`} onClose={onClose}>
      <Answered query={review}>
        {({ findings, madeAt, changes }) => {
          const upToDate = madeAt !== null && changes.length === 0;
          return (
            <>
              <Findings findings={findings} onPlace={onPlace} />
              {madeAt === null && (
                <p>
                  Making it keeps the answers and figures as they are now. You can go on changing the lines, and make it
                  anew.
                </p>
              )}
              {upToDate && <p>Made {momentText(madeAt)}. Nothing has changed since.</p>}
              {madeAt !== null && changes.length > 0 && <Changes madeAt={madeAt} changes={changes} />}
              {save.data && <p role="status">{save.data}</p>}
              {error && (
                <p className="nhsuk-error-message" role="alert">
                  {sentence(error)}
                </p>
              )}
              <div className="dialog__actions">
                {upToDate ? (
                  <Button kind="main" disabled={save.isPending} onClick={() => save.mutate(undefined)}>
                    Save the workbook…
                  </Button>
                ) : (
                  <Button kind="main" disabled={make.isPending} onClick={() => make.mutate(madeAt !== null)}>
                    {madeAt === null ? 'Make the return' : 'Make it anew'}
                  </Button>
                )}
                {madeAt !== null && !upToDate && (
                  <Button disabled={save.isPending} onClick={() => save.mutate(undefined)}>
                    Save the workbook as made…
                  </Button>
                )}
                <Button onClick={onClose}>Close</Button>
              </div>
            </>
          );
        }}
      </Answered>
    </Dialog>
  );
}

function Findings({ findings, onPlace }: { findings: ReturnFinding[]; onPlace: (place: Place) => void }) {
  if (findings.length === 0) return <p>Every line has a status, and its evidence or its risk.</p>;
  return (
    <div className="note note--attention">
      <p>
        {findings.length === 1 ? '1 thing' : `${findings.length} things`} to look at first. The return can be made all
        the same.
      </p>
      <ul className="findings">
        {findings.map(({ reference, field, message }) => (
          <li key={reference + field}>
            <button type="button" className="link" onClick={() => onPlace({ reference, field })}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ madeAt, changes }: { madeAt: string; changes: string[] }) {
  return (
    <>
      <p>Made {momentText(madeAt)}. Since then these have changed:</p>
      <ul className="findings">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p>Making it anew replaces the answers and figures that were kept then. They can be read until you do.</p>
    </>
  );
}
