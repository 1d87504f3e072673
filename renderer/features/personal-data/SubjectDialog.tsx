import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';

type Part = Awaited<ReturnType<typeof planner.personalData.find>>['parts'][number];
const columns: Column<Part>[] = [
  { key: 'what', title: 'Where', header: true, value: ({ what }) => what },
  {
    key: 'about',
    title: 'Rows about them',
    number: true,
    value: ({ about }) => about,
    means: 'Rows that are about this person.',
  },
  {
    key: 'mentions',
    title: 'Rows that mention them',
    number: true,
    value: ({ mentions }) => mentions,
    means: 'Rows about something else in which the person is named.',
  },
  {
    key: 'lastDay',
    title: 'Last day',
    value: ({ lastDay }) => lastDay,
    show: ({ lastDay }) => (lastDay === null ? '–' : dateText(lastDay)),
    means: 'The newest day of these rows.',
  },
  { key: 'becomes', title: 'If erased', value: ({ becomes }) => becomes, means: 'What erasing does with the rows.' },
  {
    key: 'corrected',
    title: 'Corrected',
    value: ({ correct }) => correct,
    show: ({ correct, correctAt }) => <ScreenLink to={correctAt}>{correct}</ScreenLink>,
    means: 'Where it can be put right.',
  },
];

interface SubjectDialogProps {
  subject: ListedSubject;
  trust: string;
  onClose: () => void;
}

/** Everything that is here about one person: to hand over, to correct where it lies, and to erase. */
export function SubjectDialog({ subject, trust, onClose }: SubjectDialogProps) {
  const [erasing, setErasing] = useState(false);
  const whose = { trust, person: subject.person, name: subject.person === null ? subject.name : null };
  const found = useQuery({ queryKey: ['personalData', 'of', whose], queryFn: () => planner.personalData.find(whose) });
  const save = () =>
    planner.personalData
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
              <DataTable
                caption="Where it lies, and what erasing does with it"
                columns={columns}
                rows={parts}
                rowKey={({ what }) => what}
              />
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
              <DialogFoot
                save="Save it all for the person"
                act="export"
                onSave={() => void save()}
                onCancel={onClose}
                cancel="Close"
              >
                <Button kind="warning" onClick={() => setErasing(true)}>
                  Erase…
                </Button>
              </DialogFoot>
            )}
          </>
        )}
      </Answered>
    </Dialog>
  );
}
