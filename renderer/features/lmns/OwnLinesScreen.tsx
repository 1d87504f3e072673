import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LmnsAnsweredLine } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Choose } from '../../components/Choose.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Status } from '../../components/Status.tsx';
import { OwnLineDialog } from './OwnLineDialog.tsx';
import { OwnReturnFiles } from './SystemFiles.tsx';
import { periodsAround, periodText, statusText } from './words.ts';
import { useReceived } from './received.ts';

/** The six lines that an LMNS answers itself, for the system's own return. */
export default function OwnLinesScreen() {
  const matrix = useReceived();
  return (
    <Answered query={matrix}>
      {({ periods, today }) => {
        const asked = [...new Set([...periods.map(({ period }) => period).reverse(), ...periodsAround(today)])];
        const choices = asked.map((key) => ({
          key,
          name: periods.find(({ period }) => period === key)?.title ?? periodText(key),
        }));
        return <OwnLines choices={choices} first={periods[periods.length - 1]?.period ?? asked[1] ?? ''} />;
      }}
    </Answered>
  );
}

function OwnLines({ choices, first }: { choices: { key: string; name: string }[]; first: string }) {
  const lmns = useLmns();
  const [period, setPeriod] = useState(first);
  const [open, setOpen] = useState<string | null>(null);
  useOpened('own_line', setOpen);
  const lines = useQuery({
    queryKey: ['lmns', lmns.id, 'answers', period],
    queryFn: () => planner.lmns.answers({ lmns: lmns.id, period }),
  });
  const title = choices.find(({ key }) => key === period)?.name ?? period;
  const columns: Column<LmnsAnsweredLine>[] = [
    { key: 'line', title: 'Line', value: ({ plan }) => plan.reference },
    {
      key: 'title',
      title: 'Action',
      value: ({ plan }) => plan.title,
      header: true,
      show: ({ plan }) => (
        <button type="button" className="link" onClick={() => setOpen(plan.reference)}>
          {plan.title}
        </button>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      value: ({ answer }) => statusText(answer.status),
      show: ({ answer }) =>
        answer.status ? <Status kind={answer.status} word={statusText(answer.status)} /> : 'No status',
      means: 'As the LMNS gave it.',
    },
    { key: 'progress', title: 'Progress', value: ({ answer }) => answer.progress },
    {
      key: 'kept',
      title: 'Figures in the evidence',
      value: ({ kept, figures }) =>
        kept.map(({ figure }) => figure.sentence).join(' ') ||
        (figures.length === 0 ? 'nothing known yet' : `none of ${figures.length} taken in`),
      means: 'Figures of the system that were decided on as evidence.',
    },
    { key: 'lead', title: 'Lead', value: ({ answer }) => answer.lead },
    {
      key: 'due',
      title: 'Due',
      value: ({ answer }) => answer.due,
      show: ({ answer }) => answer.due && dateText(answer.due),
    },
  ];
  return (
    <Page
      title="Own lines"
      subtitle={`${lmns.name} · ${title} · the lines of Theme 2 that an LMNS or ICB answers`}
      filters={<Choose title="Period" value={period} choices={choices} onChoose={setPeriod} />}
      actions={<OwnReturnFiles period={period} />}
    >
      <Answered query={lines}>
        {(answers) => {
          const line = answers.find(({ plan }) => plan.reference === open);
          const answered = answers.filter(({ answer }) => answer.status !== null).length;
          return (
            <>
              <p className="summary">
                <strong>
                  {answered} of {answers.length}
                </strong>{' '}
                lines have a status for {title}
              </p>
              <DataTable
                caption={`Lines of the LMNS, ${title}`}
                columns={columns}
                rows={answers}
                rowKey={({ plan }) => plan.reference}
              />
              {line && <OwnLineDialog line={line} period={period} title={title} onClose={() => setOpen(null)} />}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
