import { Answered } from '../../components/Answered.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { measureMaking } from '../../components/measure-making.ts';
import { ChooseFigures } from './ChooseFigures.tsx';
import { useFiguresInSight } from './figures-in-sight.ts';
import { beforeText, figureText } from './words.ts';

/** The figures that this person keeps in sight. */
export function FigureCards({ isChoosing, onChosen }: { isChoosing: boolean; onChosen: () => void }) {
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
                    of={figure.of}
                    making={measureMaking(figure, figure.measure, null, beforeText(figure))}
                    remark={beforeText(figure) && `${beforeText(figure)} at your last visit`}
                  />
                ))}
              </Figures>
            )}
            {isChoosing && <ChooseFigures figures={answer} onClose={onChosen} />}
          </>
        );
      }}
    </Answered>
  );
}
