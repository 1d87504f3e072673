import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LaterCareers, LegacyMentor } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { dateText } from '../../../components/numbers.ts';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { Status } from '../../../components/Status.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { MentorDialog } from './MentorDialog.tsx';
import { weeklyText } from './words.ts';
import { careersMade } from './figures.ts';

/** Legacy mentors: who was appointed, the time for it, and whom they support. */
export function MentorsView() {
  const trust = useTrust();
  const [open, setOpen] = useState<{ of: LegacyMentor | null } | null>(null);
  const query = useQuery({
    queryKey: ['later careers', trust.code, ''],
    queryFn: () => planner.retention.laterCareers({ trust: trust.code }),
  });
  const add = (
    <Button kind="main" onClick={() => setOpen({ of: null })}>
      Appoint a legacy mentor
    </Button>
  );
  const columns: Column<LegacyMentor>[] = [
    {
      key: 'name',
      title: 'Who',
      header: true,
      value: ({ name }) => name,
      show: (one) => (
        <span className="post-name">
          <button type="button" className="link" onClick={() => setOpen({ of: one })}>
            {one.name}
          </button>
          <small>{[one.band && `Band ${one.band}`, one.unit].filter(Boolean).join(' · ')}</small>
        </span>
      ),
    },
    {
      key: 'active',
      title: 'In the role',
      value: ({ active }) => (active ? 'yes' : 'no'),
      show: ({ active }) => <Status kind={active ? 'green' : 'blue'} word={active ? 'In the role' : 'Not today'} />,
      means: 'Whether the mentor is in the role today.',
    },
    {
      key: 'appointed',
      title: 'Appointed',
      value: ({ appointed }) => appointed,
      show: (one) => dateText(one.appointed),
    },
    {
      key: 'ended',
      title: 'Until',
      value: ({ ended }) => ended ?? '',
      show: ({ ended }) => (ended ? dateText(ended) : '–'),
    },
    {
      key: 'hours',
      title: 'Hours a week',
      number: true,
      value: ({ minutes }) => minutes,
      show: ({ minutes }) => weeklyText(minutes),
      means: 'Hours that the role has.',
    },
    {
      key: 'supports',
      title: 'Supports',
      value: ({ supports }) => supports.join(', '),
      means: 'People whom the mentor supports.',
    },
  ];
  return (
    <>
      <Answered query={query}>
        {(answer) =>
          answer.mentors.length === 0 ? (
            <EmptyState title="No legacy mentors yet" action={add}>
              <p>
                Experienced midwives who, towards the end of their career, support others will be here, with the time
                they have for it and whom they support. Appoint the first one.
              </p>
            </EmptyState>
          ) : (
            <>
              <div className="page__bar">
                <div />
                <div>
                  {answer.census !== null && (
                    <ShareButton
                      file={(profile) => planner.retention.laterCareersFile({ trust: trust.code, profile })}
                    />
                  )}
                  <PrintPage />
                  {add}
                </div>
              </div>
              <Headlines data={answer} />
              <div className="retention-table">
                <DataTable caption="Legacy mentors" columns={columns} rows={answer.mentors} rowKey={({ id }) => id} />
              </div>
            </>
          )
        }
      </Answered>
      {query.data && open && (
        <MentorDialog bands={query.data.choices.bands} on={query.data.on} of={open.of} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Headlines({ data }: { data: LaterCareers }) {
  const made = careersMade(data);
  return (
    <Figures>
      <Figure
        name="Legacy mentors"
        value={String(data.mentorsActive)}
        making={made.mentors}
        remark={`appointed and in the role today, of ${data.mentors.length} ever`}
      />
      <Figure
        name="People supported"
        value={String(data.supported)}
        making={made.supported}
        remark="different people named by mentors in the role"
      />
      <Figure
        name="Hours a week"
        value={weeklyText(data.minutes)}
        making={made.minutes}
        remark="of mentors in the role whose hours are known, added up"
      />
    </Figures>
  );
}
