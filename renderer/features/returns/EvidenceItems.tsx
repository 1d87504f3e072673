import { useState } from 'react';
import type { RegisterLine } from '#contract';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { decidedText } from '../../components/figure-words.ts';
import { dateText } from '../../components/numbers.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { evidenceKinds } from './evidence-kinds.ts';
import { HeldEvidenceDialog } from './HeldEvidenceDialog.tsx';
import { removeEvidence } from './line-saving.ts';

type Item = RegisterLine['items'][number];

interface EvidenceItemsProps {
  of: { trust: string; period: string; reference: string };
  line: RegisterLine;
  open: boolean;
}

/** Evidence by title and place: documents, meetings, plans and imports, typed or chosen, and figures that were taken in. */
export function EvidenceItems({ of, line, open }: EvidenceItemsProps) {
  const [edited, setEdited] = useState<Item | 'new' | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = (item: Item) => {
    setProblem(null);
    removeEvidence(of, item.id).then(
      () => {
        announce(`Taken out of the evidence: ${item.title}. Undo brings it back.`);
        document.getElementById('add-evidence')?.focus();
      },
      (error: unknown) => setProblem(sentence(error)),
    );
  };
  return (
    <section className="answer__field" aria-label="Pieces of evidence">
      {problem && (
        <p className="nhsuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {line.items.length > 0 && (
        <ul className="evidence">
          {line.items.map((item) => (
            <li key={item.id}>
              <span className="evidence__kind">{evidenceKinds[item.kind]}</span>
              <span className="evidence__what">
                <strong>{item.title}</strong>
                {[item.place, item.day && dateText(item.day)].filter(Boolean).map((part) => (
                  <span key={part}> · {part}</span>
                ))}
                {item.detail !== '' && <span className="evidence__detail">{item.detail}</span>}
                {item.kept?.decision && <span className="evidence__detail">{decidedText(item.kept)}</span>}
              </span>
              {open && (
                <span className="evidence__acts">
                  {item.kind !== 'figure' && (
                    <Button onClick={() => setEdited(item)} aria-label={`Change ${item.title}`}>
                      Change
                    </Button>
                  )}
                  <Button onClick={() => remove(item)} aria-label={`Take out: ${item.title}`}>
                    Take out
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <div className="evidence__acts">
          <Button id="add-evidence" onClick={() => setEdited('new')}>
            Add a document or meeting
          </Button>
          <Button onClick={() => setChoosing(true)}>Choose from what the planner holds</Button>
        </div>
      )}
      {choosing && <HeldEvidenceDialog of={of} onClose={() => setChoosing(false)} />}
      {edited !== null && (
        <EvidenceDialog of={of} item={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}
