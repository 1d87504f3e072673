import { type FormEvent, useState } from 'react';
import type { IncentiveRequirementShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';

interface EvidenceProps {
  at: { trust: string; year: number; requirement: string };
  evidence: IncentiveRequirementShown['evidence'];
  save: (work: () => Promise<unknown>) => Promise<string | null>;
}

const blank = { title: '', place: '', dated: '' };

/** Documents that prove a requirement, by title and place. The planner stores no files. */
export function Evidence({ at, evidence, save }: EvidenceProps) {
  const [document, setDocument] = useState(blank);
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    void save(() =>
      planner.assurance.addEvidence({ ...at, ...document, dated: document.dated === '' ? null : document.dated }),
    ).then((wrong) => {
      setProblem(wrong);
      if (wrong === null) setDocument(blank);
    });
  };
  return (
    <section aria-label="Evidence" className="panel">
      <h3>Evidence</h3>
      {evidence.length === 0 ? (
        <p>No document yet. Enter its title and where it is kept; the planner stores no files.</p>
      ) : (
        <ul>
          {evidence.map(({ id, title, place, dated }) => (
            <li key={id}>
              {title}
              {dated && `, ${dateText(dated)}`}
              {place && ` · ${place}`}{' '}
              <button
                type="button"
                className="link"
                aria-label={`Remove ${title}`}
                onClick={() =>
                  void save(() => planner.assurance.removeEvidence({ trust: at.trust, year: at.year, id })).then(
                    setProblem,
                  )
                }
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <Form onSubmit={add} className="assurance__form">
        <label>
          Title of the document
          <input
            value={document.title}
            autoComplete="off"
            aria-invalid={problem !== null || undefined}
            aria-describedby={problem ? 'evidence-problem' : undefined}
            onChange={(event) => setDocument({ ...document, title: event.target.value })}
          />
        </label>
        <label>
          Where it is kept
          <input
            value={document.place}
            autoComplete="off"
            onChange={(event) => setDocument({ ...document, place: event.target.value })}
          />
        </label>
        <label>
          Its date
          <input
            type="date"
            value={document.dated}
            onChange={(event) => setDocument({ ...document, dated: event.target.value })}
          />
        </label>
        <div>
          <Button type="submit">Add the document</Button>
        </div>
      </Form>
      {problem && (
        <p className="nhsuk-error-message" id="evidence-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
