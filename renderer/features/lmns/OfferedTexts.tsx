import type { OfferedText } from '#contract';
import { Button } from '../../components/Button.tsx';

/** What trusts share or escalate in their returns, to be taken into the LMNS's own list. */
export function OfferedTexts({ texts, onTake }: { texts: OfferedText[]; onTake: (text: OfferedText) => void }) {
  if (texts.length === 0) return null;
  return (
    <section>
      <h2>In the returns of trusts</h2>
      <ul className="offered">
        {texts.map((text) => (
          <li key={`${text.code} ${text.title}`} className="panel">
            <div className="offer__head">
              <h3>{text.title}</h3>
              {text.taken ? (
                <span className="offer__there">Taken</span>
              ) : (
                <Button onClick={() => onTake(text)} aria-label={`Take over: ${text.title}`}>
                  Take over
                </Button>
              )}
            </div>
            <p>{text.words}</p>
            <p className="nhsuk-hint">
              {text.trust} · {text.element} · {text.references || 'no line named'}
              {text.escalateTo === 'national' && ' · meant for NHS England'} · approved by {text.approved}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
