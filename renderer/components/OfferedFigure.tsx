import { useState } from 'react';
import type { ReturnFigure } from '#contract';
import { sentence } from '../client/refusal.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { DecideFigure, type FigureDecision } from './DecideFigure.tsx';
import { decidedText, howMade, measureText } from './figure-words.ts';
import { HowMade } from './HowMade.tsx';
import { measureMaking } from './measure-making.ts';

interface OfferedFigureProps {
  figure: ReturnFigure;
  /** Of the element, so that the focus can be put on it. */
  id?: string;
  /** As it was taken into the evidence before. */
  kept: ReturnFigure | null;
  /** For whom a reason is. */
  reasonGoes: string;
  /** Takes it into the evidence; null where nothing can be changed. */
  onKeep: ((decision: FigureDecision) => Promise<void>) | null;
  /** Takes it out again, where that is done here. */
  onDrop?: () => void;
}

/** A figure with formula and inputs, to be accepted as evidence, put in other words, or overruled with a reason. */
export function OfferedFigure({ figure, id, kept, reasonGoes, onKeep, onDrop }: OfferedFigureProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [deciding, setDeciding] = useState(false);
  const isSame = kept !== null && JSON.stringify(measured(kept)) === JSON.stringify(measured(figure));
  const keep = (decision: FigureDecision) => {
    setProblem(null);
    return (onKeep?.(decision) ?? Promise.resolve()).then(() =>
      announce(`In the evidence of ${figure.reference}: ${figure.title}`),
    );
  };
  const plain = { key: figure.key, sentence: figure.sentence, words: null, values: [], reason: null };
  const accept = () => {
    keep({ ...plain, aboutNoPatient: false }).catch((error: unknown) => setProblem(sentence(error)));
  };
  return (
    <article className="panel offer" aria-label={figure.title} id={id} tabIndex={-1}>
      <div className="offer__head">
        <h3>{figure.title}</h3>
        {kept !== null && <span className="offer__there">✓ In the evidence</span>}
        {onKeep && (
          <span className="offer__acts">
            {!isSame && (
              <Button
                onClick={accept}
                aria-label={`${kept === null ? 'Accept' : 'Take as it is now'}: ${figure.title}`}
              >
                {kept === null ? 'Accept' : 'Take as it is now'}
              </Button>
            )}
            <Button onClick={() => setDeciding(true)} aria-label={`Edit or overrule: ${figure.title}`}>
              Edit or overrule
            </Button>
            {kept !== null && onDrop && (
              <Button onClick={onDrop} aria-label={`Take out: ${figure.title}`}>
                Take out
              </Button>
            )}
          </span>
        )}
      </div>
      {problem && (
        <p className="nhsuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {kept !== null && onDrop && (
        <p className="offer__kept">
          “{kept.sentence}” <span className="evidence__detail">{decidedText(kept)}</span>
        </p>
      )}
      {kept !== null && !isSame && kept.decision?.kind !== 'overruled' && (
        <p className="note">It has moved since it was taken into the evidence: “{kept.sentence}”</p>
      )}
      <MeasureTable figure={figure} kept={kept} />
      {figure.warnings.map((warning) => (
        <p className="note note--attention" key={warning}>
          {warning}
        </p>
      ))}
      <p className="table__why">
        {figure.source} · {figure.of}
      </p>
      {deciding && (
        <DecideFigure
          figure={figure}
          kept={kept}
          reasonGoes={reasonGoes}
          onKeep={keep}
          onClose={() => setDeciding(false)}
        />
      )}
    </article>
  );
}

/** What a figure says, whatever its words and the day on which it was decided. */
const measured = ({ measures }: ReturnFigure) => measures.map(({ key, value }) => [key, value]);

function MeasureTable({ figure, kept }: { figure: ReturnFigure; kept: ReturnFigure | null }) {
  return (
    <table className="table offer__table">
      <caption className="unseen">{figure.title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Value</th>
          <th scope="col">How it is made</th>
        </tr>
      </thead>
      <tbody>
        {figure.measures.map((measure) => (
          <tr key={measure.key}>
            <th scope="row">{measure.title}</th>
            <td className={measure.kind === 'text' ? undefined : 'number'} colSpan={measure.kind === 'text' ? 2 : 1}>
              {measureText(measure)}
            </td>
            {measure.kind !== 'text' && (
              <td className="table__why">
                {howMade(measure)}{' '}
                <HowMade
                  name={figure.title.includes(measure.title) ? figure.title : `${figure.title}: ${measure.title}`}
                  value={measureText(measure)}
                  making={measureMaking(figure, measure, kept)}
                  of={figure.of}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
