import type { LmnsAnsweredLine } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import type { FigureDecision } from '../../components/DecideFigure.tsx';
import { decidedText } from '../../components/figure-words.ts';
import { OfferedFigure } from '../../components/OfferedFigure.tsx';

interface OwnFiguresProps {
  line: Pick<LmnsAnsweredLine, 'plan' | 'figures' | 'kept'>;
  period: string;
}

/** What the compile and the records know for a line of the LMNS, to be accepted, put in other words, or overruled. */
export function OwnFigures({ line: { plan, figures, kept }, period }: OwnFiguresProps) {
  const lmns = useLmns().id;
  const { reference } = plan;
  const of = { lmns, period, reference };
  const keep = useAct((decision: FigureDecision) => planner.lmns.keepFigure({ ...of, ...decision }));
  const drop = useAct(
    (key: string) => planner.lmns.dropFigure({ ...of, key }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const takeOut = (key: string) => drop.mutate(key, { onError: (error) => announce(sentence(error)) });
  const keptOf = (key: string) => kept.find(({ figure }) => figure.key === key)?.figure ?? null;
  const gone = kept.filter(({ figure }) => !figures.some(({ key }) => key === figure.key));
  return (
    <section aria-label="What is known">
      {figures.length + gone.length === 0 && (
        <p className="note">Nothing is known for this line yet: enter it under “Actions”.</p>
      )}
      {figures.map((figure) => (
        <OfferedFigure
          key={figure.key}
          figure={figure}
          kept={keptOf(figure.key)}
          reasonGoes="Stands beside the figure in the system’s return."
          onKeep={async (decision) => {
            await keep.mutateAsync(decision);
          }}
          onDrop={() => takeOut(figure.key)}
        />
      ))}
      {gone.map(({ figure }) => (
        <article key={figure.key} className="panel offer" aria-label={figure.title}>
          <div className="offer__head">
            <h3>{figure.title}</h3>
            <span className="offer__there">✓ In the evidence</span>
            <Button onClick={() => takeOut(figure.key)} aria-label={`Take out: ${figure.title}`}>
              Take out
            </Button>
          </div>
          <p>“{figure.sentence}”</p>
          <p className="note">
            Nothing here gives this figure any more. It stays as it was taken in. {decidedText(figure)}
          </p>
        </article>
      ))}
    </section>
  );
}
