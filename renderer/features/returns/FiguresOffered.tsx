import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterLine, ReturnFigure } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { DecideFigure } from './DecideFigure.tsx';
import { knownSources } from './known-sources.ts';
import { keepFigure } from './line-saving.ts';
import { figureId } from './places.ts';
import { howMade, measureText } from './words.ts';

interface OfferedProps {
  of: { trust: string; period: string; reference: string };
  line: RegisterLine;
  /** The period in words. */
  title: string;
  open: boolean;
}

/** The figures that prove the line, each with its formula and inputs, to be accepted, put in other words, or overruled. */
export function FiguresOffered({ of, line, title, open }: OfferedProps) {
  const source = knownSources[of.reference];
  const figures = useQuery({
    queryKey: ['returns', of.trust, of.period, 'figures'],
    queryFn: () => planner.returns.figures({ trust: of.trust, period: of.period }),
    enabled: source !== undefined,
  });
  if (!source) return null;
  return (
    <section aria-labelledby="figures-offered">
      <h2 id="figures-offered">Figures for the evidence</h2>
      <Answered query={figures}>
        {(all) => {
          const own = all.filter(({ reference }) => reference === of.reference);
          const rosters = of.reference === '4.2' && !own.some(({ key }) => key === 'shift fill');
          return (
            <>
              {own.map((figure) => (
                <Offer key={figure.key} figure={figure} line={line} of={of} open={open} />
              ))}
              {own.length === 0 ? (
                <p>
                  Nothing is known from {source.from} yet. {source.first}
                </p>
              ) : (
                rosters && (
                  <p>No roster of {title} was imported, so there is no shift fill and no share of temporary staff.</p>
                )
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

type OfferProps = Omit<OfferedProps, 'title'> & { figure: ReturnFigure };

function Offer({ figure, line, of, open }: OfferProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [deciding, setDeciding] = useState(false);
  const kept = line.items.find((item) => item.figure === figure.key)?.kept ?? null;
  const isSame = kept !== null && JSON.stringify(measured(kept)) === JSON.stringify(measured(figure));
  const accept = () => {
    setProblem(null);
    keepFigure(of, figure).then(
      () => announce(`In the evidence of ${of.reference}: ${figure.title}`),
      (error: unknown) => setProblem(sentence(error)),
    );
  };
  return (
    <article className="panel offer" aria-label={figure.title} id={figureId(figure.key)} tabIndex={-1}>
      <div className="offer__head">
        <h3>{figure.title}</h3>
        {kept !== null && <span className="offer__there">✓ In the evidence</span>}
        {open && (
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
          </span>
        )}
      </div>
      {problem && (
        <p className="nhsuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {kept !== null && !isSame && kept.decision?.kind !== 'overruled' && (
        <p className="note">It has moved since it was taken into the evidence: “{kept.sentence}”</p>
      )}
      <MeasureTable figure={figure} />
      {figure.warnings.map((warning) => (
        <p className="note note--attention" key={warning}>
          {warning}
        </p>
      ))}
      <p className="table__why">
        {figure.source} · {figure.of}
      </p>
      {deciding && <DecideFigure of={of} figure={figure} kept={kept} onClose={() => setDeciding(false)} />}
    </article>
  );
}

/** What a figure says, whatever its words and the day on which it was decided. */
const measured = ({ measures }: ReturnFigure) => measures.map(({ key, value }) => [key, value]);

function MeasureTable({ figure }: { figure: ReturnFigure }) {
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
            {measure.kind !== 'text' && <td className="table__why">{howMade(measure)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
