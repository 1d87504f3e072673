import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Mentoring, MentoringStep } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { bandText, stepStatus } from './mentor-words.ts';
import { MentoringDialog } from './MentoringDialog.tsx';
import { StepDialog } from './StepDialog.tsx';

interface Item {
  readonly mentoring: Mentoring;
  readonly step: MentoringStep;
}

const columnsFor = (onAct: (item: Item) => void): Column<Item>[] => [
  {
    key: 'what',
    title: 'What',
    header: true,
    value: ({ step }) => (step.step === 'mentor' ? 'Name a mentor' : step.name),
  },
  {
    key: 'who',
    title: 'Who',
    value: ({ mentoring }) => [mentoring.name, bandText(mentoring.band), mentoring.unit].filter(Boolean).join(', '),
  },
  { key: 'mentor', title: 'Mentor', value: ({ mentoring }) => mentoring.mentor ?? 'not named' },
  { key: 'due', title: 'Due', value: ({ step }) => step.due, show: ({ step }) => dateText(step.due) },
  {
    key: 'status',
    title: 'Status',
    value: ({ step }) => step.daysLate,
    show: ({ step }) => <Status {...stepStatus(step)} />,
  },
  {
    key: 'act',
    title: 'Action',
    value: () => null,
    show: (item) => {
      const action = item.step.step === 'mentor' ? 'Name mentor' : 'Record';
      return (
        <Button aria-label={`${action}: ${item.step.name}, ${item.mentoring.name}`} onClick={() => onAct(item)}>
          {action}
        </Button>
      );
    },
  },
];

/** What is overdue or due soon of newly appointed senior midwives and their mentors; nothing where nothing is. */
export function MentorsDue() {
  const trust = useTrust().code;
  const [acting, setActing] = useState<{ id: number; step: string } | null>(null);
  const mentors = useQuery({
    queryKey: ['preceptorship', trust, 'mentors', {}],
    queryFn: () => planner.preceptorship.mentors({ trust }),
  });
  const columns = useMemo(
    () => columnsFor(({ mentoring, step }) => setActing({ id: mentoring.id, step: step.step })),
    [],
  );
  const items = (mentors.data?.mentorings ?? [])
    .flatMap((mentoring) => mentoring.steps.map((step): Item => ({ mentoring, step })))
    .filter(({ step }) => step.status === 'overdue' || step.status === 'due_soon')
    .sort((one, other) => other.step.daysLate - one.step.daysLate);
  const opened = mentors.data?.mentorings.find(({ id }) => id === acting?.id);
  return (
    <>
      {items.length > 0 && (
        <>
          <h2>Mentors of newly appointed Band 7 and 8 midwives</h2>
          <div className="people-table">
            <DataTable
              caption="Mentors: what is due"
              columns={columns}
              rows={items}
              rowKey={({ mentoring, step }) => `${mentoring.id} ${step.step}`}
            />
          </div>
        </>
      )}
      {acting && opened && acting.step === 'mentor' && (
        <MentoringDialog
          bands={mentors.data?.rules.bands ?? []}
          mentoring={opened}
          appointee={null}
          naming
          onClose={() => setActing(null)}
        />
      )}
      {acting && opened && acting.step !== 'mentor' && (
        <StepDialog mentoring={opened} step={acting.step} onClose={() => setActing(null)} />
      )}
    </>
  );
}
