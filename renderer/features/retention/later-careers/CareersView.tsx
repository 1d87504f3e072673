import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LaterCareer, LaterCareers } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choose, titled } from '../../../components/Choose.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { dateText, percentText } from '../../../components/numbers.ts';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { AgeLines } from './AgeLines.tsx';
import { CareerDialog } from './CareerDialog.tsx';
import { CareerTable } from './CareerTable.tsx';
import { exportOf } from './careers-export.ts';
import { careersMade } from './figures.ts';

type Show = 'all' | 'certain' | 'due' | 'planned' | 'returned';
const shows: Record<Show, { title: string; has: (one: LaterCareer) => boolean }> = {
  all: { title: 'All', has: () => true },
  certain: { title: '55 and over for certain', has: ({ over55 }) => over55 === 'all' },
  due: { title: 'To be talked to', has: ({ conversationDue }) => conversationDue },
  planned: { title: 'With a plan', has: ({ plan }) => plan !== null },
  returned: { title: 'Returned', has: ({ returned }) => returned !== null },
};

/** Who is 55 and over by unit and band, whether somebody talked to them, and what they plan. */
export function CareersView() {
  const trust = useTrust();
  const [group, setGroup] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [open, setOpen] = useState<{ of: LaterCareer | null } | null>(null);
  const query = useQuery({
    queryKey: ['later careers', trust.code, group],
    queryFn: () => planner.retention.laterCareers({ trust: trust.code, ...(group ? { groups: [group] } : {}) }),
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  const has = data !== undefined && (data.census !== null || data.people.length > 0);
  const shown = data?.people.filter(shows[show].has) ?? [];
  return (
    <>
      {has && (
        <div className="page__bar">
          <div>
            <Choose
              title="Staff group"
              all="Midwives and support workers"
              value={group}
              choices={data.groups}
              onChoose={setGroup}
            />
            <Choose title="Show" value={show} choices={titled(shows)} onChoose={setShow} />
          </div>
          <div>
            <ExportButton table={() => exportOf(data, trust.name)} />
            {data.census !== null && (
              <ShareButton file={(profile) => planner.retention.laterCareersFile({ trust: trust.code, profile })} />
            )}
            <PrintPage />
            <Button kind="main" onClick={() => setOpen({ of: null })}>
              Add a person
            </Button>
          </div>
        </div>
      )}
      <Answered query={query}>
        {(answer) =>
          answer.census === null && answer.people.length === 0 ? (
            <EmptyState
              title="No staff list yet"
              action={
                <p className="actions">
                  <ScreenLink to="/imports" look="main">
                    Import a staff list
                  </ScreenLink>
                  <Button onClick={() => setOpen({ of: null })}>Add a person</Button>
                </p>
              }
            >
              <p>
                Who is 55 and over by unit and band, when somebody last talked to them about it, and what they plan will
                be here. Import the staff list from ESR with its age bands, or add the first person by hand.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} onShow={setShow} />
              {/* The list is long: it comes first where somebody asked for some of it. */}
              {answer.census !== null && show === 'all' && <AgeLines data={answer} />}
              <h2>Who they are, and what they plan</h2>
              <CareerTable rows={shown} onOpen={(of) => setOpen({ of })} />
              {answer.census !== null && show !== 'all' && <AgeLines data={answer} />}
            </>
          )
        }
      </Answered>
      {data && open && <CareerDialog data={data} of={open.of} onClose={() => setOpen(null)} />}
    </>
  );
}

function Headlines({ data, onShow }: { data: LaterCareers; onShow: (show: Show) => void }) {
  const { all, talkedTo, withPlan, retired, plans } = data;
  const made = careersMade(data);
  const said = plans.filter(({ people }) => people > 0).map(({ name, people }) => `${people} ${name.toLowerCase()}`);
  return (
    <Figures>
      <Figure
        name="55 and over"
        value={percentText(all.rate)}
        making={made.over55}
        remark={`${all.over55} of ${all.rate.denominator} whose age band is known · ${all.some} more in a band that 55 lies in · ${all.notStated} not stated`}
        onRows={() => onShow('certain')}
      />
      <Figure
        name="Talked to"
        value={`${talkedTo.numerator} of ${talkedTo.denominator}`}
        making={made.talkedTo}
        remark={`55 and over, in the last ${data.conversationMonths} months · ${data.seminars} went to a pension seminar`}
        onRows={() => onShow('due')}
      />
      <Figure
        name="With a plan"
        value={`${withPlan.numerator} of ${withPlan.denominator}`}
        making={made.withPlan}
        remark={said.length === 0 ? 'no plan was entered yet' : said.join(', ')}
        onRows={() => onShow('planned')}
      />
      <Figure
        name="Retired and returned"
        value={retired === null ? 'Not known' : `${retired.numerator} of ${retired.denominator}`}
        making={made.retired}
        remark={
          retired === null || data.census === null
            ? 'import a list of leavers'
            : `left for retirement in twelve months and on the list of ${dateText(data.census)}`
        }
      />
    </Figures>
  );
}
