import { useQuery } from '@tanstack/react-query';
import type { RegisterLine } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { OfferedFigure } from '../../components/OfferedFigure.tsx';
import { knownSources } from './known-sources.ts';
import { keepFigure } from './line-saving.ts';
import { figureId } from './places.ts';

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
    queryKey: ['returns', of.trust, of.period, 'figures', of.reference],
    queryFn: () => planner.returns.figures(of),
    enabled: source !== undefined,
  });
  if (!source) return null;
  return (
    <section aria-labelledby="figures-offered">
      <h2 id="figures-offered">Figures for the evidence</h2>
      <Answered query={figures}>
        {(own) => {
          const rosters = of.reference === '4.2' && !own.some(({ key }) => key === 'shift fill');
          return (
            <>
              {own.map((figure) => (
                <OfferedFigure
                  key={figure.key}
                  id={figureId(figure.key)}
                  figure={figure}
                  kept={line.items.find((item) => item.figure === figure.key)?.kept ?? null}
                  reasonGoes="Goes with the figure to the LMNS."
                  onKeep={open ? (decision) => keepFigure(of, decision) : null}
                />
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
