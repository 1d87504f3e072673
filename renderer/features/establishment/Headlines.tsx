import type { EstablishmentFigure, EstablishmentSheet } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import { percentText } from '../../components/numbers.ts';
import { figureText, grossText, workingText } from './words.ts';
import { sheetMade } from './figures.ts';

const headlines: EstablishmentFigure['key'][] = ['requiredLessFunded', 'vacancy', 'requiredLessInPost', 'vacancyRate'];

interface HeadlinesProps {
  sheet: EstablishmentSheet;
  onRows: (key: EstablishmentFigure['key']) => void;
}

/** The three gaps and the vacancy rate, each with its formula and numbers. */
export function Headlines({ sheet, onRows }: HeadlinesProps) {
  const fill = sheet.all.establishmentFill;
  return (
    <Figures>
      {headlines.map((key) => {
        const figure = sheet.figures.find((each) => each.key === key);
        if (!figure) return null;
        const more =
          key === 'vacancyRate' ? fill && `establishment fill ${percentText(fill)}` : grossText(sheet.all, figure.gap);
        const how = [workingText(figure), more].filter(Boolean).join(' · ');
        return (
          <Figure
            key={key}
            name={figure.title}
            value={figureText(figure)}
            making={sheetMade(sheet, figure)}
            remark={figure.note ? `${how} · ${figure.note.split(':')[0]}` : how}
            onRows={() => onRows(key)}
          />
        );
      })}
    </Figures>
  );
}
