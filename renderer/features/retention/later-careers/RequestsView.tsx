import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FlexibleRequest, FlexibleWorking } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choose, titled } from '../../../components/Choose.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { counted, dateText, percentText } from '../../../components/numbers.ts';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { ActionDialog } from '../ActionDialog.tsx';
import { openPlace, useOpened } from '../../../client/opened.ts';
import { RequestDialog } from './RequestDialog.tsx';
import { RequestLines } from './RequestLines.tsx';
import { exportOf } from './requests-export.ts';
import { RequestTable } from './RequestTable.tsx';
import { meanText, yearsBefore } from './words.ts';
import { requestsMade } from './figures.ts';

type Show = 'all' | 'open' | 'overdue' | 'granted' | 'refused' | 'unlawful';
const shows: Record<Show, { title: string; has: (one: FlexibleRequest) => boolean }> = {
  all: { title: 'All', has: () => true },
  open: { title: 'Open', has: ({ counts }) => counts === null },
  overdue: { title: 'Open and late', has: ({ stands }) => stands === 'open_late' || stands === 'open_unlawful' },
  granted: { title: 'Granted', has: ({ counts }) => counts === 'granted' },
  refused: { title: 'Refused', has: ({ counts }) => counts === 'refused' },
  unlawful: {
    title: 'After the statute’s limit',
    has: ({ stands }) => stands === 'unlawful' || stands === 'open_unlawful',
  },
};
const spans = {
  '1': { title: 'the last year' },
  '2': { title: 'the last two years' },
  '5': { title: 'the last five years' },
};

/** Requests for flexible working: asked, decided, days taken, reason, outcome; how many were granted, and of whom. */
export function RequestsView() {
  const trust = useTrust();
  const [show, setShow] = useState<Show>('all');
  const [years, setYears] = useState<keyof typeof spans>('1');
  const [open, setOpen] = useState<{ of: FlexibleRequest | null } | null>(null);
  const [acting, setActing] = useState(false);
  const today = useQuery({
    queryKey: ['retention plan', trust.code],
    queryFn: () => planner.retention.plan({ trust: trust.code }),
  });
  const on = today.data?.on;
  const period = on === undefined || years === '1' ? undefined : { first: yearsBefore(on, Number(years)), last: on };
  const query = useQuery({
    queryKey: ['flexible working', trust.code, period],
    queryFn: () => planner.retention.flexibleWorking({ trust: trust.code, ...(period ? { period } : {}) }),
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  useOpened(
    'request',
    (wanted) => {
      const of = data?.list.find(({ id }) => id === Number(wanted));
      if (of) setOpen({ of });
    },
    data !== undefined,
  );
  const has = data !== undefined && data.list.length > 0;
  const isAsked = ({ asked }: FlexibleRequest) =>
    data !== undefined && asked >= data.period.first && asked <= data.period.last;
  // What is open is shown whenever it was asked for.
  const shown = data?.list.filter((one) => shows[show].has(one) && (isAsked(one) || one.counts === null)) ?? [];
  const add = (
    <Button kind="main" onClick={() => setOpen({ of: null })}>
      Add a request
    </Button>
  );
  return (
    <>
      {has && (
        <div className="page__bar">
          <div>
            <Choose title="Asked for in" value={years} choices={titled(spans)} onChoose={setYears} />
            <Choose title="Show" value={show} choices={titled(shows)} onChoose={setShow} />
          </div>
          <div>
            <ExportButton table={() => exportOf(data, shown, trust.name)} />
            <ShareButton file={(profile) => planner.retention.flexibleWorkingFile({ trust: trust.code, profile })} />
            <PrintPage />
            <Button onClick={() => setActing(true)}>Start an action</Button>
            {add}
          </div>
        </div>
      )}
      <Answered query={query}>
        {(answer) =>
          answer.list.length === 0 ? (
            <EmptyState title="No requests yet" action={add}>
              <p>
                Requests for flexible working will be here: when each was asked for and decided, how long that took
                against your limit of {answer.limits.days} days and the statute’s of {answer.limits.months} months, what
                became of it, and how many were granted. Enter the first one.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} onShow={setShow} />
              <RequestTable data={answer} rows={shown} onOpen={(of) => setOpen({ of })} />
              <RequestLines data={answer} />
            </>
          )
        }
      </Answered>
      {data && open && <RequestDialog data={data} of={open.of} onClose={() => setOpen(null)} />}
      {data && acting && today.data && (
        <ActionDialog
          plan={today.data}
          action={null}
          start={actionAbout(data)}
          onSaved={(key) => openPlace('action', key)}
          onClose={() => setActing(false)}
        />
      )}
    </>
  );
}

/** What an action about flexible working starts from: its figure is the one by which its effect is charted. */
function actionAbout(data: FlexibleWorking) {
  const { numerator, denominator } = data.grantedOfAsked;
  return {
    theme: 'flexible_working',
    promise: 'flexible',
    issue: 'Requests for flexible working',
    evidenceSource: 'other',
    evidence: `${numerator} of ${denominator} requests were granted, ${dateText(data.period.first)} to ${dateText(data.period.last)}`,
    baseline: percentText(data.grantedOfAsked),
    baselineOn: data.on,
    start: data.on,
    status: 'not_started',
    figure: 'flexible_granted',
  };
}

function Headlines({ data, onShow }: { data: FlexibleWorking; onShow: (show: Show) => void }) {
  const { grantedOfAsked, grantedOfDecided, meanDays, inTime, limits } = data;
  const made = requestsMade(data);
  return (
    <Figures>
      <Figure
        name="Granted"
        value={percentText(grantedOfAsked)}
        making={made.granted}
        remark={`${grantedOfAsked.numerator} of ${grantedOfAsked.denominator} asked for · ${percentText(grantedOfDecided)} of those decided · ${data.withdrawn} withdrawn`}
        onRows={() => onShow('granted')}
      />
      <Figure
        name="Days to a decision"
        value={meanText(meanDays)}
        making={made.days}
        remark={`${meanDays.numerator} days ÷ ${counted(meanDays.denominator, 'decision')}${data.longestDays === null ? '' : ` · the longest took ${data.longestDays}`}`}
      />
      <Figure
        name={`Decided within ${limits.days} days`}
        value={percentText(inTime)}
        making={made.inTime}
        remark={`${inTime.numerator} of ${inTime.denominator} decided · ${data.unlawful} after the statute’s ${limits.months} months`}
        onRows={() => onShow('unlawful')}
      />
      <Figure
        name="Open"
        value={String(data.list.filter(({ counts }) => counts === null).length)}
        making={made.open}
        remark={`without a decision today · ${data.overdue} of them over your ${limits.days} days`}
        onRows={() => onShow('open')}
      />
    </Figures>
  );
}
