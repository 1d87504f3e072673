import { useQuery } from '@tanstack/react-query';
import { type ReturnDocument, statusWords } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { momentText } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

type KeptLine = ReturnDocument['lines'][number];

const columns: Column<KeptLine>[] = [
  { key: 'line', title: 'Line', value: (line) => line.reference },
  { key: 'title', title: 'Action', value: (line) => line.title, header: true },
  {
    key: 'status',
    title: 'Status',
    value: ({ status }) => (status ? statusWords[status] : 'No status'),
    show: ({ status }) => (status ? <Status kind={status} word={statusWords[status]} /> : 'No status'),
    means: 'As it was submitted.',
  },
  { key: 'progress', title: 'Progress', value: (line) => line.progress },
  { key: 'next', title: 'Next steps', value: (line) => line.nextSteps },
  {
    key: 'evidence',
    title: 'Evidence',
    value: (line) => [line.evidence, ...line.evidenceItems.map(({ title }) => title)].filter(Boolean).join('; '),
  },
  { key: 'lead', title: 'Lead', value: (line) => line.lead },
  { key: 'due', title: 'Due', value: ({ due }) => due, show: ({ due }) => due && dateText(due) },
  { key: 'risk', title: 'Risk', value: (line) => line.risk },
  { key: 'mitigation', title: 'Mitigation', value: (line) => line.mitigation },
  { key: 'help', title: 'Help needed', value: (line) => line.helpNeeded },
];

interface KeptReturnProps {
  trust: string;
  period: string;
  submission: number;
  onClose: () => void;
}

/** A return as it was submitted. */
export function KeptReturn({ trust, period, submission, onClose }: KeptReturnProps) {
  const kept = useQuery({
    queryKey: ['returns', trust, period, 'document', submission],
    queryFn: () => planner.returns.document({ trust, period, submission }),
  });
  return (
    <Dialog title="As it was submitted" wide onClose={onClose}>
      <Answered query={kept}>
        {({ title, madeAt, appVersion, packs, lines, figures }) => (
          <>
            <p>
              {title}, signed off {momentText(madeAt)} with version {appVersion} of the planner. Standards:{' '}
              {packs.map((pack) => `${pack.title}, version ${pack.version}`).join('; ')}.
            </p>
            <DataTable
              caption="Answers as they were submitted"
              columns={columns}
              rows={lines}
              rowKey={(line) => line.reference}
            />
            <h3>Figures</h3>
            {figures.length === 0 && <p>No figure was known.</p>}
            <ul className="findings">
              {figures.map(({ key, reference, sentence }) => (
                <li key={key}>
                  {reference}: {sentence}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
