import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ForecastAssumptions } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Choose } from '../../components/Choose.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { Compare } from './Compare.tsx';
import { ForecastView } from './ForecastView.tsx';
import { useSettled } from './settled.ts';
import { monthText } from './words.ts';

/** Staff in post month by month, with what is assumed beside it, and scenarios side by side. */
export default function ForecastScreen() {
  const trust = useTrust();
  const [view, setView] = useState<'forecast' | 'compare'>('forecast');
  const [group, setGroup] = useState<string | null>('midwives');
  const [to, setTo] = useState<string | undefined>();
  const [scenario, setScenario] = useState<number | null>(null);
  /** What is tried out and not saved: a scenario's changes, or all that the trust assumes. */
  const [tried, setTried] = useState<ForecastAssumptions | null>(null);
  const asked = useSettled(tried, 15);
  const scenarios = useQuery({
    queryKey: ['forecast scenarios', trust.code],
    queryFn: () => planner.forecast.scenarios({ trust: trust.code }),
  });
  const chosen = scenarios.data?.find(({ id }) => id === scenario) ?? null;
  const scenarioId = chosen?.id ?? null;
  const forecast = useQuery({
    queryKey: ['forecast', trust.code, group, to, scenarioId, asked],
    queryFn: () =>
      planner.forecast.run({
        trust: trust.code,
        group,
        scenario: scenarioId,
        ...(to === undefined ? {} : { to }),
        ...(asked === null ? {} : { tried: asked }),
      }),
    placeholderData: keepPreviousData,
  });
  const data = forecast.data;
  const choose = (id: number | null) => {
    setScenario(id);
    setTried(null);
  };

  return (
    <Page
      title="Forecast"
      subtitle={data ? [trust.name, `WTE to ${monthText(data.to)}`, ...data.sources].join(' · ') : trust.name}
      filters={
        data && (
          <>
            <label className="filter">
              Staff group
              <select value={group ?? ''} onChange={({ target }) => setGroup(target.value || null)}>
                {data.groups.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
                {group !== null && !data.groups.some(({ key }) => key === group) && (
                  <option value={group}>{group}</option>
                )}
                <option value="">All staff groups</option>
              </select>
            </label>
            <label className="filter">
              To
              <input
                type="month"
                value={to ?? data.to}
                min="2028-03"
                onChange={({ target }) => setTo(target.value || undefined)}
              />
            </label>
            {view === 'forecast' && (
              <Choose
                title="Scenario"
                value={scenarioId ?? ''}
                choices={(scenarios.data ?? []).map(({ id, name }) => ({ key: id, name }))}
                all="As assumed"
                onChoose={(id) => choose(id || null)}
              />
            )}
          </>
        )
      }
      actions={
        data && (
          <>
            <span role="group" aria-label="View" className="actions">
              <Button aria-pressed={view === 'forecast'} onClick={() => setView('forecast')}>
                Forecast
              </Button>
              <Button aria-pressed={view === 'compare'} onClick={() => setView('compare')}>
                Compare scenarios
              </Button>
            </span>
            <PrintPage />
          </>
        )
      }
    >
      {forecast.isError && <Refused error={forecast.error} onAgain={() => setTo(undefined)} />}
      {!forecast.isError && data === undefined && <p role="status">Loading…</p>}
      {!forecast.isError && data === null && <Empty />}
      {data &&
        !forecast.isError &&
        (view === 'forecast' ? (
          <ForecastView
            data={data}
            scenario={chosen}
            tried={tried}
            onTry={setTried}
            onScenario={choose}
            onGroup={setGroup}
          />
        ) : (
          <Compare
            group={group}
            to={to}
            scenarios={scenarios.data ?? []}
            onOpen={(id) => (choose(id), setView('forecast'))}
          />
        ))}
    </Page>
  );
}

/** Nobody is known to be in post yet. */
function Empty() {
  return (
    <EmptyState
      title="No forecast yet"
      action={
        <p className="actions">
          <ScreenLink to="/imports" look="main">
            Import a staff list
          </ScreenLink>
          <ScreenLink to="/establishment" look="button">
            Enter the establishment
          </ScreenLink>
        </p>
      }
    >
      <p>
        The month in which funded and required staffing is reached, with its range, and scenarios side by side will be
        here. Who is in post must be known first: import a staff list, or enter the establishment.
      </p>
    </EmptyState>
  );
}

/** The month that was asked for is out of reach, or something went wrong. */
function Refused({ error, onAgain }: { error: Error; onAgain: () => void }) {
  return (
    <div className="note note--wrong" role="alert">
      <p>{sentence(error)}</p>
      <Button onClick={onAgain}>Go back to March 2028</Button>
    </div>
  );
}
