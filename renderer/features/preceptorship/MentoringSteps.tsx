import type { Mentoring } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { stepStatus } from './mentor-words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

/** The steps of a mentoring in their order, each of which can be recorded. */
export function MentoringSteps({ mentoring, onStep }: { mentoring: Mentoring; onStep: (step: string) => void }) {
  const columns: Column<Mentoring['steps'][number]>[] = [
    { key: 'name', title: 'Step', header: true, value: ({ name }) => name },
    {
      key: 'due',
      title: 'Due',
      value: ({ due }) => due,
      show: ({ due, movedTo, planned }) => (
        <>
          {dateText(due)}
          {movedTo !== null && <small> (moved from {dateText(planned)})</small>}
        </>
      ),
      means: 'The day by the programme, or the one that it was moved to.',
    },
    {
      key: 'held',
      title: 'Held',
      value: ({ held }) => held,
      show: ({ held }) => (held === null ? '–' : dateText(held)),
    },
    {
      key: 'status',
      title: 'Status',
      value: (step) => stepStatus(step).word,
      show: (step) => <Status {...stepStatus(step)} />,
      means: 'Due against held, as on today.',
    },
    {
      key: 'outcome',
      title: 'Outcome, or why not',
      value: ({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' · '),
    },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => null,
      show: ({ step, name }) =>
        step !== 'mentor' && (
          <Button aria-label={`Record ${name}`} onClick={() => onStep(step)}>
            Record
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      className="table--dense"
      caption="Steps"
      columns={columns}
      rows={mentoring.steps}
      rowKey={({ step }) => step}
    />
  );
}
