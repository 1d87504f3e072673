import { type ReactNode, useState } from 'react';
import type { MilestoneShown, PrecepteePage } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { DueDialog } from './DueDialog.tsx';
import { MeetingDialog } from './MeetingDialog.tsx';
import type { DueOf } from './due-ways.ts';
import { stepWords } from './words.ts';

type StepShown = (typeof stepWords)[keyof typeof stepWords];
import { DataTable, type Column } from '../../components/DataTable.tsx';

const day = (value: string | null) => (value === null ? '–' : dateText(value));

function meetingWords({ who, outcome, agreedActions, next }: PrecepteePage['meetings'][number]): string {
  return [who && `with ${who}`, outcome, agreedActions, next && `next ${dateText(next)}`].filter(Boolean).join(' · ');
}

interface StepLine {
  key: string;
  name: string;
  due: string | null;
  /** What was answered to it in place of a meeting. */
  why: string | null;
  planned: string | null;
  held: string | null;
  status: StepShown;
  said: string | undefined;
  act: ReactNode;
}
const columns: Column<StepLine>[] = [
  { key: 'name', title: 'Step', header: true, value: ({ name }) => name },
  {
    key: 'due',
    title: 'Due',
    value: ({ due }) => due,
    show: ({ due, why }) => (
      <>
        {day(due)}
        {why && <small>{why}</small>}
      </>
    ),
    means: 'The day by the programme, moved by pauses, or the one that it was moved to.',
  },
  { key: 'planned', title: 'Planned', value: ({ planned }) => planned, show: ({ planned }) => day(planned) },
  { key: 'held', title: 'Held', value: ({ held }) => held, show: ({ held }) => day(held) },
  {
    key: 'status',
    title: 'Status',
    value: ({ status }) => status.word,
    show: ({ status }) => <Status {...status} />,
    means: 'Due against held, as on today.',
  },
  { key: 'said', title: 'With whom, outcome and agreed actions', value: ({ said }) => said ?? null },
  { key: 'act', title: 'Actions', acts: true, value: () => null, show: ({ act }) => act },
];

/** Preceptor, meetings and steps: when they are due, when they were held, and what came of them. */
export function StepsPart({ page }: { page: PrecepteePage }) {
  const trust = useTrust().code;
  const { key, name, preceptor } = page.row;
  const [acting, setActing] = useState<DueOf['item'] | null>(null);
  const [recording, setRecording] = useState<{ step: string | null; id?: number } | null>(null);
  const others = page.meetings.filter(({ step }) => step === null);
  const putBack = useAct(
    (step: string) => planner.preceptorship.putBack({ trust, key, step }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const answerOf = (step: string) => page.answers.find((answer) => answer.step === step);
  const first: MilestoneShown = { key: 'preceptor', name: 'Preceptor named', ...page.preceptorDue };
  const itemOf = ({ key: step, name: what }: MilestoneShown): DueOf['item'] =>
    page.due.find((item) => item.step === step) ?? {
      step,
      kind: step === 'preceptor' ? 'preceptor' : 'meeting',
      what,
      escalation: [],
    };
  const rows: StepLine[] = [
    ...[first, ...page.steps].map((step): StepLine => {
      const meeting = page.meetings.find((one) => one.step === step.key);
      const answer = answerOf(step.key);
      const isFirst = step.key === 'preceptor';
      return {
        key: step.key,
        name: step.name,
        due: step.due,
        why: answer
          ? `${answer.movedTo ? `moved to ${dateText(answer.movedTo)}` : 'not applicable'}: ${answer.reason}`
          : null,
        planned: meeting?.planned ?? null,
        held: step.held,
        status: stepWords[step.status],
        said: isFirst ? (preceptor ?? 'Nobody is named') : meeting && meetingWords(meeting),
        act: (
          <span className="actions">
            {!isFirst && (
              <Button aria-label={`Record: ${step.name}`} onClick={() => setRecording({ step: step.key })}>
                Record…
              </Button>
            )}
            <Button
              aria-label={`${isFirst ? 'Name preceptor' : 'Other ways'}: ${step.name}`}
              onClick={() => setActing(itemOf(step))}
            >
              {isFirst ? 'Name preceptor…' : 'Other…'}
            </Button>
            {answer && (
              <Button aria-label={`Put back: ${step.name}`} onClick={() => putBack.mutate(step.key, failed)}>
                Put back
              </Button>
            )}
          </span>
        ),
      };
    }),
    ...page.answers
      .filter(({ step }) => step !== 'preceptor' && !page.steps.some(({ key: known }) => known === step))
      .map(
        ({ step, name: title, movedTo, reason }): StepLine => ({
          key: step,
          name: title,
          due: movedTo,
          why: reason,
          planned: null,
          held: null,
          status: movedTo === null ? stepWords.not_applicable : { kind: 'blue', word: 'Moved' },
          said: undefined,
          act: (
            <Button aria-label={`Put back: ${title}`} onClick={() => putBack.mutate(step, failed)}>
              Put back
            </Button>
          ),
        }),
      ),
    ...others.map(
      (meeting): StepLine => ({
        key: String(meeting.id),
        name: 'Beside the programme',
        due: null,
        why: null,
        planned: meeting.planned,
        held: meeting.held,
        status: meeting.held ? stepWords.done : { kind: 'blue', word: 'Planned' },
        said: meetingWords(meeting),
        act: (
          <Button
            aria-label={`Change the meeting of ${day(meeting.held ?? meeting.planned)}`}
            onClick={() => setRecording({ step: null, id: meeting.id })}
          >
            Record…
          </Button>
        ),
      }),
    ),
  ];
  return (
    <section aria-labelledby="steps-title">
      <div className="grid-head">
        <h2 id="steps-title">Meetings and steps</h2>
        <Button onClick={() => setRecording({ step: null })}>Record another meeting</Button>
      </div>
      <DataTable
        className="steps-table"
        caption="Meetings and steps"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
      />
      {recording && <MeetingDialog page={page} {...recording} onClose={() => setRecording(null)} />}
      {acting && (
        <DueDialog
          due={{ item: acting, whose: { key, mentoring: null, name, preceptor }, today: page.on }}
          preceptors={preceptor ? [preceptor] : []}
          since={`Due ${day([first, ...page.steps].find((one) => one.key === acting.step)?.due ?? null)}`}
          onClose={() => setActing(null)}
        />
      )}
    </section>
  );
}
