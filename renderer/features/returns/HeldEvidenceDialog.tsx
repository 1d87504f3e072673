import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceKind, HeldEvidence } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { dateText } from '../../components/numbers.ts';
import { evidenceKinds } from './evidence-kinds.ts';
import { saveEvidence } from './line-saving.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface HeldEvidenceDialogProps {
  of: { trust: string; period: string; reference: string };
  onClose: () => void;
}

type Kind = Exclude<EvidenceKind, 'figure'>;
const kinds = (['import', 'plan', 'meeting', 'document'] as const).map((key) => ({ key, name: evidenceKinds[key] }));

/** Imports, plans, meetings and documents that the planner holds, each to be put into the evidence of a line. */
export function HeldEvidenceDialog({ of, onClose }: HeldEvidenceDialogProps) {
  const [kind, setKind] = useState<Kind | ''>('');
  const [problem, setProblem] = useState<string | null>(null);
  const key = ['returns', of.trust, of.period, 'held evidence', of.reference];
  const held = useQuery({ queryKey: key, queryFn: () => planner.returns.heldEvidence(of) });
  const add = ({ key: _key, taken: _taken, ...item }: HeldEvidence) => {
    setProblem(null);
    saveEvidence(of, undefined, item).then(
      () => {
        announce(`In the evidence of ${of.reference}: ${item.title}`);
        return held.refetch();
      },
      (error: unknown) => setProblem(sentence(error)),
    );
  };
  const columns: Column<HeldEvidence>[] = [
    {
      key: 'kind',
      title: 'What it is',
      value: (one) => evidenceKinds[one.kind],
      means: 'The kind of evidence that the planner holds.',
    },
    { key: 'title', title: 'Title', value: ({ title }) => title, header: true },
    { key: 'place', title: 'Where it is', value: ({ place }) => place },
    { key: 'day', title: 'Date', value: ({ day }) => day, show: ({ day }) => day && dateText(day) },
    {
      key: 'detail',
      title: 'What it shows',
      value: ({ detail }) => detail,
      means: 'The figure or fact that it proves.',
    },
    {
      key: 'add',
      title: 'In the evidence',
      value: ({ taken }) => (taken ? 'yes' : 'no'),
      show: (one) =>
        one.taken ? (
          <span className="offer__there">✓ In the evidence</span>
        ) : (
          <Button onClick={() => add(one)} aria-label={`Add to the evidence: ${one.title}, ${one.place}`}>
            Add
          </Button>
        ),
      means: 'Whether it is named as evidence of the line.',
    },
  ];
  return (
    <Dialog title={`Evidence of ${of.reference} from what the planner holds`} wide onClose={onClose}>
      {problem && (
        <p className="nhsuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <Answered query={held}>
        {(all) =>
          all.length === 0 ? (
            <p>
              The planner holds no import, plan, meeting or document of this trust yet. Import a file, or enter a plan
              or an assessment, and it can be chosen here.
            </p>
          ) : (
            <>
              <Choose title="What it is" value={kind} choices={kinds} all="Everything" onChoose={setKind} />
              <DataTable
                caption="What the planner holds"
                columns={columns}
                rows={all.filter((one) => kind === '' || one.kind === kind)}
                rowKey={(one) => one.key}
              />
            </>
          )
        }
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
