import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeaverReason, RetentionLeavers } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { dateText, percentText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { ActionDialog } from '../ActionDialog.tsx';
import { openPlace } from '../../../client/opened.ts';
import { exportOf } from './export.ts';
import { ExitThemes } from './ExitThemes.tsx';
import { LeaverLines } from './LeaverLines.tsx';
import { LeaverRows, type Which } from './LeaverRows.tsx';
import { ReasonTable } from './ReasonTable.tsx';
import { actionAbout } from './action-about.ts';
import { leaversMade } from '../figures.ts';

/** Why people left and who they were; a reason that grew becomes an action. */
export default function LeaversScreen() {
  const trust = useTrust();
  const [group, setGroup] = useState('');
  const [year, setYear] = useState(0);
  const [behind, setBehind] = useState<Which | null>(null);
  const [about, setAbout] = useState<LeaverReason | null>(null);
  const newest = useQuery({
    queryKey: ['retention leavers', trust.code, 'newest'],
    queryFn: () => planner.retention.leavers({ trust: trust.code }),
  });
  const period = newest.data ? yearsBack(newest.data, year) : undefined;
  const query = useQuery({
    queryKey: ['retention leavers', trust.code, group, period],
    queryFn: () => planner.retention.leavers({ trust: trust.code, period, ...(group ? { groups: [group] } : {}) }),
    enabled: newest.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const plan = useQuery({
    queryKey: ['retention plan', trust.code],
    queryFn: () => planner.retention.plan({ trust: trust.code }),
    enabled: about !== null,
  });
  const data = newest.data === null ? null : query.data;
  return (
    <Page
      title="Leavers"
      subtitle={
        data
          ? `${trust.name} · ${dateText(data.period.first)} to ${dateText(data.period.last)} · staff list of ${dateText(data.census)} · reasons grouped by version ${data.pack.version} of their list`
          : trust.name
      }
      filters={
        data && (
          <>
            <Choose
              title="Twelve months to"
              value={year}
              choices={[0, 1, 2].map((back) => ({
                key: back,
                name: dateText(yearsBack(newest.data ?? data, back).last),
              }))}
              onChoose={setYear}
            />
            <Choose
              title="Staff group"
              all="Midwives and support workers"
              value={group}
              choices={data.groups}
              onChoose={setGroup}
            />
          </>
        )
      }
      actions={
        data && (
          <>
            <ExportButton table={() => exportOf(data, trust.name)} />
            <ShareButton
              file={(profile) =>
                planner.retention.leaversFile({
                  trust: trust.code,
                  profile,
                  yearsBack: year,
                  ...(group ? { group } : {}),
                })
              }
            />
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={data === null ? newest : query}>
        {(answer) =>
          answer === null ? (
            <EmptyState
              title="No leavers yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import a list of leavers
                </ScreenLink>
              }
            >
              <p>
                Why people left, how long they had been here, how old they were, from which band and unit and where they
                went will be here. Import the staff list and the leavers of the last 24 months from ESR.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} onRows={setBehind} />
              <ReasonTable data={answer} onRows={setBehind} onAct={setAbout} />
              <LeaverLines data={answer} onRows={setBehind} />
              <ExitThemes trust={trust.code} period={answer.period} />
            </>
          )
        }
      </Answered>
      {behind && data && <LeaverRows data={data} which={behind} onClose={() => setBehind(null)} />}
      {about && data && plan.data && (
        <ActionDialog
          plan={{ ...plan.data, figures: withReason(plan.data.figures, about) }}
          action={null}
          start={actionAbout(data, about, plan.data.on)}
          onSaved={(key) => openPlace('action', key)}
          onClose={() => setAbout(null)}
        />
      )}
    </Page>
  );
}

function withReason(figures: { key: string; name: string }[], { reason }: LeaverReason) {
  const key = `reason:${reason}`;
  const known = reason === null || figures.some((figure) => figure.key === key);
  return known ? figures : [...figures, { key, name: `Leavers in a month: ${reason}` }];
}

/** The same twelve months so many years before; the end of a February stays one. */
function yearsBack({ period }: Pick<RetentionLeavers, 'period'>, years: number) {
  const back = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
    const isLast = new Date(Date.UTC(year, month, 0)).getUTCDate() === date;
    return new Date(Date.UTC(year - years, month - 1, isLast ? last : Math.min(date, last))).toISOString().slice(0, 10);
  };
  return { first: back(period.first), last: back(period.last) };
}

function Headlines({ data, onRows }: { data: RetentionLeavers; onRows: (which: Which) => void }) {
  const made = leaversMade(data);
  return (
    <Figures>
      <Figure
        name="Leaver rate"
        value={percentText(data.leaverRate)}
        making={made.rate}
        remark={`${data.leavers} leavers ÷ mean of ${data.headsStart} and ${data.headsEnd} heads · by WTE ${percentText(data.leaverRateFte)}`}
        onRows={() => onRows({ title: 'Leavers', has: () => true })}
      />
      <Figure
        name="Stability"
        value={percentText(data.stability)}
        making={made.stability}
        remark={`${data.stayed} of ${data.headsStart} heads at the start are still in post`}
      />
      <Figure
        name="Voluntary"
        value={`${data.voluntary} of ${data.leavers}`}
        making={made.voluntary}
        remark={`${data.retirement} retirement, ${data.other} other · ${data.avoidable} avoidable`}
        onRows={() => onRows({ title: 'Voluntary leavers', has: ({ group }) => group === 'voluntary' })}
      />
      <Figure
        name={`In the first ${data.earlyYears} years`}
        value={`${data.early} of ${data.leavers}`}
        making={made.early}
        remark={`${percentText(data.earlyRate)} of heads with as few years · ${data.firstYear} in the first year`}
        onRows={() => onRows({ title: 'Early leavers', has: ({ early }) => early })}
      />
    </Figures>
  );
}
