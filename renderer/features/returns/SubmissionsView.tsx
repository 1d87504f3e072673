import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Register, ReturnSubmission } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChangeTable } from './ChangesView.tsx';
import { KeptReturn } from './KeptReturn.tsx';
import { momentText } from './words.ts';

/** Everything that was submitted for the period, the newest first: each can be read, and saved as a workbook, for ever. */
export function SubmissionsView({ register }: { register: Register }) {
  const of = { trust: register.trust.code, period: register.period };
  const [read, setRead] = useState<number | null>(null);
  const submissions = useQuery({
    queryKey: ['returns', of.trust, of.period, 'submissions'],
    queryFn: () => planner.returns.submissions(of),
  });
  const save = useAct(
    (submission: number) => planner.returns.workbook({ ...of, submission }).then(saveExported),
    (told) => told,
  );
  return (
    <Answered query={submissions}>
      {(all) => (
        <>
          {save.isError && (
            <p className="nhsuk-error-message" role="alert">
              {sentence(save.error)}
            </p>
          )}
          {all.length === 0 && (
            <p>
              Nothing has been submitted for {register.title}. A return is checked, then signed off, then submitted.
            </p>
          )}
          {[...all].reverse().map((one) => (
            <section className="panel submission" key={one.number} aria-label={nameOf(one)}>
              <div className="offer__head">
                <h2>{nameOf(one)}</h2>
                <span className="offer__acts">
                  <Button onClick={() => setRead(one.number)} aria-label={`Read: ${nameOf(one)}`}>
                    Read
                  </Button>
                  <Button
                    disabled={save.isPending}
                    onClick={() => save.mutate(one.number)}
                    aria-label={`Save the workbook: ${nameOf(one)}`}
                  >
                    Save the workbook…
                  </Button>
                </span>
              </div>
              <p>
                By the {one.signature.role} on {momentText(one.signature.at)}, with version {one.appVersion} of the
                planner.
              </p>
              {one.restatement && (
                <>
                  <p>
                    <strong>Why:</strong> {one.restatement.reason}
                  </p>
                  <ChangeTable caption={`Changed by ${nameOf(one)}`} changes={one.restatement.changes} />
                </>
              )}
            </section>
          ))}
          {read !== null && <KeptReturn {...of} submission={read} onClose={() => setRead(null)} />}
        </>
      )}
    </Answered>
  );
}

const nameOf = ({ number }: ReturnSubmission) => (number === 1 ? 'As first submitted' : `Correction ${number - 1}`);
