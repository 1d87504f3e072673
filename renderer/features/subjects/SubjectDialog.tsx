import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ListedSubject } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { dateText } from '../../components/numbers.ts';
import { EraseForm } from './EraseForm.tsx';

interface SubjectDialogProps {
  subject: ListedSubject;
  trust: string;
  onClose: () => void;
}

/** Everything that is here about one person: to hand over, to correct where it lies, and to erase. */
export function SubjectDialog({ subject, trust, onClose }: SubjectDialogProps) {
  const [erasing, setErasing] = useState(false);
  const whose = { trust, person: subject.person, name: subject.person === null ? subject.name : null };
  const found = useQuery({ queryKey: ['subjects', 'of', whose], queryFn: () => planner.subjects.find(whose) });
  const save = () =>
    planner.subjects
      .file(whose)
      .then(saveExported)
      .then((said) => said && announce(said))
      .catch((error: unknown) => announce(sentence(error)));
  return (
    <Dialog title={`What is here about ${subject.name ?? subject.person ?? ''}`} wide onClose={onClose}>
      <Answered query={found}>
        {({ parts, beside, mark }) => (
          <>
            <div className="scroll-list">
              <table className="table">
                <caption className="unseen">Where it lies, and what erasing does with it</caption>
                <thead>
                  <tr>
                    <th scope="col">Where</th>
                    <th scope="col">Rows about them</th>
                    <th scope="col">Rows that mention them</th>
                    <th scope="col">Last day</th>
                    <th scope="col">If erased</th>
                    <th scope="col">Corrected</th>
                  </tr>
                </thead>
                <tbody>
                  {parts.map((part) => (
                    <tr key={part.what}>
                      <th scope="row">{part.what}</th>
                      <td>{part.about}</td>
                      <td>{part.mentions}</td>
                      <td>{part.lastDay === null ? '–' : dateText(part.lastDay)}</td>
                      <td>{part.becomes}</td>
                      <td>
                        <Link href={part.correctAt}>{part.correct}</Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <details>
              <summary>What erasing does not reach</summary>
              <ul>
                {beside.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </details>
            <p>
              In the audit this person is “{mark}” where they were opened by number or name, and the number of a row
              where that was opened: filter the audit by it to see who looked and who changed something.
            </p>
            {erasing ? (
              <EraseForm
                whose={whose}
                confirm={subject.person ?? subject.name ?? ''}
                hasKept={parts.some(({ fate }) => fate === 'kept')}
                onDone={onClose}
                onCancel={() => setErasing(false)}
              />
            ) : (
              <div className="dialog__actions">
                <Button kind="main" onClick={() => void save()}>
                  Save it all for the person
                </Button>
                <Button kind="warning" onClick={() => setErasing(true)}>
                  Erase…
                </Button>
                <Button onClick={onClose}>Close</Button>
              </div>
            )}
          </>
        )}
      </Answered>
    </Dialog>
  );
}
