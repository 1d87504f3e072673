import { type FormEvent, useState } from 'react';
import type { MonthlyCounts } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { fieldProblems, sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';

/** Red flags that the trust has added to the nine of the guideline. */
export function LocalFlags({ counts }: { counts: MonthlyCounts }) {
  const trust = useTrust().code;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const failed = (error: Error) => setProblem(fieldProblems(error)[0]?.message ?? sentence(error));
  const add = useAct(
    () => planner.assurance.addFlag({ trust, name }),
    () => `${name} is added.`,
  );
  const remove = useAct(
    (id: number) => planner.assurance.removeFlag({ trust, id }),
    () => 'The red flag is removed. Undo brings it back.',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    add.mutate(undefined, { onSuccess: () => setName(''), onError: failed });
  };
  return (
    <section aria-label="Own red flags" className="not-printed">
      <h2>Own red flags</h2>
      {counts.ownFlags.length > 0 && (
        <ul>
          {counts.ownFlags.map((flag) => (
            <li key={flag.id}>
              {flag.name}{' '}
              <button
                type="button"
                className="link"
                aria-label={`Remove ${flag.name}`}
                onClick={() => remove.mutate(flag.id, { onError: failed })}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <Form onSubmit={submit} className="grid-tools">
        <label className="filter">
          Name
          <input
            value={name}
            list="flag-suggestions"
            autoComplete="off"
            aria-invalid={problem !== null || undefined}
            aria-describedby={problem ? 'flag-problem' : undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <datalist id="flag-suggestions">
          {counts.suggestions.map((suggestion) => (
            <option key={suggestion}>{suggestion}</option>
          ))}
        </datalist>
        <Button type="submit" disabled={add.isPending}>
          Add a red flag
        </Button>
      </Form>
      {problem && (
        <p className="nhsuk-error-message" id="flag-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
