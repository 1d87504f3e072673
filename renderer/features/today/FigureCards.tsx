import { useState } from 'react';
import type { TodayFigure } from '#contract';
import { Answered } from '../../components/Answered.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { ChooseFigures } from './ChooseFigures.tsx';
import { useFiguresInSight } from './figures-in-sight.ts';
import { HowMade } from './HowMade.tsx';
import { beforeText, figureText } from './words.ts';

/** The figures that this person keeps in sight. */
export function FigureCards({ isChoosing, onChosen }: { isChoosing: boolean; onChosen: () => void }) {
  const [asked, setAsked] = useState<TodayFigure | null>(null);
  const figures = useFiguresInSight();
  return (
    <Answered query={figures}>
      {(answer) => {
        const shown = answer.chosen.flatMap((key) => answer.all.find((figure) => figure.key === key) ?? []);
        return (
          <>
            {shown.length > 0 && (
              <Figures>
                {shown.map((figure) => (
                  <Figure
                    key={figure.key}
                    name={figure.title}
                    value={figureText(figure)}
                    made={false}
                    how={
                      <>
                        {beforeText(figure) && `${beforeText(figure)} at your last visit · `}
                        <button
                          type="button"
                          className="link not-printed"
                          aria-label={`How was this made: ${figure.title}`}
                          onClick={() => setAsked(figure)}
                        >
                          how was this made?
                        </button>
                      </>
                    }
                  />
                ))}
              </Figures>
            )}
            {isChoosing && <ChooseFigures figures={answer} onClose={onChosen} />}
            {asked && <HowMade figure={asked} onClose={() => setAsked(null)} />}
          </>
        );
      }}
    </Answered>
  );
}
