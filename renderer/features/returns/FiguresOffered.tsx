import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterLine, ReturnFigure } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { acceptFigure } from './line-saving.ts';
import { howMade, measureText } from './words.ts';

interface OfferedProps {
  of: { trust: string; period: string; reference: string };
  line: RegisterLine;
  quarter: string;
}

const ofActions = { from: 'the retention plan', first: 'Name this line in an action of the retention plan.' };

/** Lines that the app can know something about, and where it would know it from. */
const known: Record<string, { from: string; first: string }> = {
  '4.1': {
    from: 'the establishment and the forecast',
    first: 'Enter required, funded and in post under Establishment, or import the ledger and the staff list.',
  },
  '4.2': {
    from: 'the establishment, the rosters and the vacancy plan',
    first: 'Enter the establishment, import the rosters of the quarter, and keep the vacancies.',
  },
  '5.1': { from: 'the retention plan', first: 'Import the plan, or add its actions under Retention plan.' },
  '5.2': ofActions,
  '5.3': ofActions,
  '5.4': ofActions,
  '5.5': {
    from: 'preceptorship and mentors',
    first: 'Import the preceptorship log, or add preceptees and mentors by hand.',
  },
  '5.6': ofActions,
  '6.1': { from: 'training compliance', first: 'Import the training file and the staff list.' },
};

/** The figures that prove the line, each with its formula and inputs, to be put into the evidence. */
export function FiguresOffered({ of, line, quarter }: OfferedProps) {
  const source = known[of.reference];
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
                <Offer key={figure.key} figure={figure} line={line} of={of} />
              ))}
              {own.length === 0 ? (
                <p>
                  Nothing is known from {source.from} yet. {source.first}
                </p>
              ) : (
                rosters && (
                  <p>No roster of {quarter} was imported, so there is no shift fill and no share of temporary staff.</p>
                )
              )}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function Offer({ figure, line, of }: { figure: ReturnFigure; line: RegisterLine; of: OfferedProps['of'] }) {
  const [problem, setProblem] = useState<string | null>(null);
  const there = line.answer.evidence.includes(figure.sentence);
  const accept = () => {
    setProblem(null);
    acceptFigure(of, figure).then(
      () => announce(`Put into the evidence of ${of.reference}: ${figure.title}`),
      (error: unknown) => setProblem(sentence(error)),
    );
  };
  return (
    <article className="panel offer" aria-label={figure.title}>
      <div className="offer__head">
        <h3>{figure.title}</h3>
        {there ? (
          <span className="offer__there">✓ In the evidence</span>
        ) : (
          <Button onClick={accept} aria-label={`Put into evidence: ${figure.title}`}>
            Put into evidence
          </Button>
        )}
      </div>
      {problem && (
        <p className="nhsuk-error-message" role="alert">
          {problem}
        </p>
      )}
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
      {figure.warnings.map((warning) => (
        <p className="note note--attention" key={warning}>
          {warning}
        </p>
      ))}
      <p className="table__why">
        {figure.source} · {figure.of}
      </p>
    </article>
  );
}
