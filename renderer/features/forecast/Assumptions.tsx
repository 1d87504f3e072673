import { useState } from 'react';
import type { Forecast, ForecastAssumptions, ForecastScenario } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { useStateDraft } from '../../components/draft/state-draft.tsx';
import { NameDialog } from './NameDialog.tsx';
import { Comings } from './Comings.tsx';
import { Goings } from './Goings.tsx';
import { Needs } from './Needs.tsx';

export interface AssumeProps {
  data: Forecast;
  /** The staff group in view; midwives where all are. */
  group: string;
  groupName: string;
  bands: readonly string[];
  /** All that is assumed, and the setting of a part of it; undefined takes it back. */
  assumed: ForecastAssumptions;
  set: (part: { [Key in keyof ForecastAssumptions]?: ForecastAssumptions[Key] | undefined }) => void;
}

interface AssumptionsProps {
  data: Forecast;
  scenario: ForecastScenario | null;
  tried: ForecastAssumptions | null;
  onTry: (tried: ForecastAssumptions | null) => void;
  onScenario: (id: number | null) => void;
}

/** What the forecast assumes: each change is tried out at once, and saved only when that is asked for. */
export function Assumptions({ data, scenario, tried, onTry, onScenario }: AssumptionsProps) {
  const trust = useTrust().code;
  const [naming, setNaming] = useState(false);
  const group =
    data.group ?? (data.groups.some(({ key }) => key === 'midwives') ? 'midwives' : (data.groups[0]?.key ?? ''));
  const found = data.groups.find(({ key }) => key === group);
  const changes = tried ?? scenario?.changes ?? data.base;
  const assumed = scenario ? { ...data.base, ...changes } : changes;
  const set: AssumeProps['set'] = (part) => {
    const next: Record<string, unknown> = { ...changes, ...part };
    for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key];
    onTry(next as ForecastAssumptions);
  };
  const { note } = useStateDraft(
    {
      form: { screen: '/forecast', form: 'What is assumed', record: scenario ? String(scenario.id) : '' },
      screenTitle: 'Forecast',
      read: () =>
        tried === null ? [] : [{ name: 'tried', label: scenario?.name ?? 'Tried out', value: JSON.stringify(tried) }],
      putBack: ([kept]) => kept && onTry(JSON.parse(kept.value) as ForecastAssumptions),
      giveUp: () => onTry(null),
    },
    tried,
  );
  const saved = (label: string | null) => (label ? `Saved: ${label}` : 'Nothing was changed');
  const save = useAct(
    () =>
      scenario
        ? planner.forecast.changeScenario({ trust, id: scenario.id, changes })
        : planner.forecast.setAssumptions({ trust, assumptions: changes }),
    ({ label }) => saved(label),
  );
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const inner = { data, group, groupName: found?.name ?? group, bands: found?.bands ?? ['-'], assumed, set };
  return (
    <section className="assume" aria-labelledby="assume-title">
      <h2 id="assume-title">What is assumed{scenario ? `: ${scenario.name}` : ''}</h2>
      {note}
      <div className="assume__parts">
        <Goings {...inner} />
        <Comings {...inner} />
        <Needs {...inner} />
      </div>
      <div className="assume__actions">
        {tried !== null && (
          <>
            <Button kind="main" onClick={() => save.mutate(undefined, { onSuccess: () => onTry(null), ...failed })}>
              {scenario ? 'Save the scenario' : 'Save as assumed'}
            </Button>
            <Button onClick={() => onTry(null)}>Take back</Button>
          </>
        )}
        <Button onClick={() => setNaming(true)}>Save as a new scenario</Button>
      </div>
      {naming && (
        <NameDialog
          title="Save as a new scenario"
          action="Save the scenario"
          name=""
          perform={(name) =>
            planner.forecast.addScenario({ trust, name, changes: scenario ? changes : differing(changes, data.base) })
          }
          onDone={(id) => {
            setNaming(false);
            if (id !== null) onScenario(id);
          }}
        />
      )}
    </section>
  );
}

/** What differs from what the trust assumes: a scenario keeps no more, and follows the trust in the rest. */
function differing(changes: ForecastAssumptions, base: ForecastAssumptions): ForecastAssumptions {
  const known = base as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(changes).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key])),
  ) as ForecastAssumptions;
}
