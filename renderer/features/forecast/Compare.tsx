import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ForecastCompared, ForecastScenario } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import type { LineStyle } from './Chart.tsx';
import { CompareTables } from './CompareTables.tsx';
import { NameDialog } from './NameDialog.tsx';
import { monthText, reachedWithin } from './words.ts';

const Chart = lazy(() => import('./Chart.tsx'));
const lineStyles: LineStyle[] = ['main', 'second', 'third', 'fourth', 'fifth', 'sixth'];

interface CompareProps {
  group: string | null;
  to: string | undefined;
  scenarios: readonly ForecastScenario[];
  onOpen: (id: number | null) => void;
}

type Naming = { scenario: ForecastScenario; what: 'copy' | 'rename' };

/** Scenarios side by side: those that are chosen, beside what is assumed. */
export function Compare({ group, to, scenarios, onOpen }: CompareProps) {
  const trust = useTrust().code;
  const [left, setLeft] = useState<readonly number[]>([]);
  const [naming, setNaming] = useState<Naming | null>(null);
  const chosen = scenarios.filter(({ id }) => !left.includes(id)).slice(0, 5);
  const ids = chosen.map(({ id }) => id);
  const compared = useQuery({
    queryKey: ['forecast compare', trust, group, to, ids],
    queryFn: () => planner.forecast.compare({ trust, group, scenarios: ids, ...(to === undefined ? {} : { to }) }),
    placeholderData: keepPreviousData,
  });
  const remove = useAct(
    (id: number) => planner.forecast.removeScenario({ trust, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  if (scenarios.length === 0)
    return (
      <EmptyState
        title="No scenarios yet"
        action={
          <Button kind="main" onClick={() => onOpen(null)}>
            Go to the forecast
          </Button>
        }
      >
        <p>
          Change what the forecast assumes, such as leavers, a cohort or births, and press “Save as a new scenario”. It
          is compared here with what you assume and with your other scenarios.
        </p>
      </EmptyState>
    );
  return (
    <>
      <fieldset className="form__fieldset scenario-list">
        <legend>Scenarios beside what is assumed{scenarios.length > 5 ? ', five at the most' : ''}</legend>
        {scenarios.map((scenario) => (
          <span key={scenario.id} className="scenario-list__one">
            <label className="choice">
              <input
                type="checkbox"
                checked={ids.includes(scenario.id)}
                onChange={({ target }) =>
                  setLeft(target.checked ? left.filter((id) => id !== scenario.id) : [...left, scenario.id])
                }
              />
              {scenario.name}
            </label>
            <span className="actions">
              <Button aria-label={`Open ${scenario.name}`} onClick={() => onOpen(scenario.id)}>
                Open
              </Button>
              <Button aria-label={`Copy ${scenario.name}`} onClick={() => setNaming({ scenario, what: 'copy' })}>
                Copy
              </Button>
              <Button aria-label={`Rename ${scenario.name}`} onClick={() => setNaming({ scenario, what: 'rename' })}>
                Rename
              </Button>
              <Button
                aria-label={`Remove ${scenario.name}`}
                onClick={() => remove.mutate(scenario.id, { onError: (error) => announce(sentence(error)) })}
              >
                Remove
              </Button>
            </span>
          </span>
        ))}
      </fieldset>
      <Answered query={compared}>
        {(answer) => {
          if (answer === null) return null;
          const { all, groupName, to: last } = answer;
          return (
            <>
              <h2>
                In post of {groupName.toLowerCase()} to {monthText(last)}
              </h2>
              <Lines all={all} to={last} />
              <CompareTables all={all} to={last} />
            </>
          );
        }}
      </Answered>
      {naming && (
        <NameDialog
          title={naming.what === 'copy' ? `Copy ${naming.scenario.name}` : `Rename ${naming.scenario.name}`}
          action={naming.what === 'copy' ? 'Copy the scenario' : 'Rename the scenario'}
          name={naming.what === 'copy' ? `${naming.scenario.name}, copy` : naming.scenario.name}
          perform={(name) =>
            naming.what === 'copy'
              ? planner.forecast.copyScenario({ trust, id: naming.scenario.id, name })
              : planner.forecast.changeScenario({ trust, id: naming.scenario.id, name })
          }
          onDone={() => setNaming(null)}
        />
      )}
    </>
  );
}

/** A line for each scenario, with the targets of what is assumed. */
function Lines({ all, to }: { all: readonly ForecastCompared[]; to: string }) {
  const { rows, lines } = useMemo(() => {
    const [base] = all;
    const at = (value: number | null | undefined) => (value == null ? null : value / 100_000);
    return {
      rows: (base?.months ?? []).map(({ month, funded, required }, index) => ({
        month,
        funded: at(funded),
        required: at(required),
        ...Object.fromEntries(all.map((one) => [`line ${one.id ?? 0}`, at(one.months[index]?.inPost)])),
      })),
      lines: [
        { key: 'required', name: 'Required', style: 'required' as const },
        { key: 'funded', name: 'Funded', style: 'funded' as const },
        ...all.map(({ id, name }, index) => ({
          key: `line ${id ?? 0}`,
          name: name.length > 20 ? `${name.slice(0, 19)}…` : name,
          style: lineStyles[index] ?? ('quiet' as const),
        })),
      ],
    };
  }, [all]);
  const label = all
    .map(({ name, fundedReached }) => `${name}: funded level ${reachedWithin(fundedReached, to)}.`)
    .join(' ');
  return (
    <>
      <p>{label}</p>
      <Suspense
        fallback={
          <div className="chart-place" role="status">
            Drawing the chart…
          </div>
        }
      >
        <Chart label={label} rows={rows} lines={lines} />
      </Suspense>
    </>
  );
}
