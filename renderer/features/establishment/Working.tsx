import { useState } from 'react';
import type { EstablishmentFigure, EstablishmentLine, EstablishmentSheet } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { wteText } from '../../components/numbers.ts';
import { plainWte } from './columns.ts';
import { lineTitle } from './rows.ts';
import { figureText, grossText, workingText } from './words.ts';
import { positionMeans } from '../../components/position-words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const sides = {
  requiredLessFunded: ['required', 'funded'],
  vacancy: ['funded', 'inPost'],
  requiredLessInPost: ['required', 'inPost'],
} as const;
const titles = { required: 'Required', funded: 'Funded', inPost: 'In post' };

const wteColumn = (
  key: string,
  title: string,
  means: string,
  of: (line: EstablishmentLine) => number | null,
): Column<EstablishmentLine> => ({
  key,
  title: `${title}, WTE`,
  number: true,
  means,
  value: (line) => {
    const value = of(line);
    return value === null ? null : Number(plainWte(value));
  },
  show: (line) => wteText(of(line)),
});

interface WorkingProps {
  sheet: EstablishmentSheet;
  first: EstablishmentFigure['key'];
  onClose: () => void;
}

/** How each figure was made: its formula with the numbers, what it leaves out, and the lines behind it. */
export function Working({ sheet, first, onClose }: WorkingProps) {
  const [key, setKey] = useState(first);
  const figure = sheet.figures.find((each) => each.key === key);
  if (!figure) return null;
  const [from, less] = sides[figure.gap];
  const gross = grossText(sheet.all, figure.gap);
  const columns: Column<EstablishmentLine>[] = [
    { key: 'unit', title: 'Unit', value: ({ unit }) => unit.name },
    { key: 'line', title: 'Staff group and band', value: lineTitle, header: true },
    wteColumn('from', titles[from], positionMeans[from], (line) => line[from]),
    wteColumn('less', titles[less], positionMeans[less], (line) => line[less]),
    wteColumn(
      'gap',
      figure.gap === 'vacancy' ? 'Vacancy' : `${titles[from]} − ${titles[less].toLowerCase()}`,
      positionMeans[figure.gap],
      ({ position }) => position[figure.gap].wte,
    ),
  ];
  return (
    <Dialog title="How the figures were made" wide onClose={onClose}>
      <div className="grid-tools" role="group" aria-label="Figure">
        {sheet.figures.map((each) => (
          <Button key={each.key} aria-pressed={each.key === key} onClick={() => setKey(each.key)}>
            {each.title}
          </Button>
        ))}
      </div>
      <p>
        <strong>
          {figure.title}: {figureText(figure)}
        </strong>
        <br />
        {figure.formula}: {workingText(figure)}
        {figure.value && ` = ${figureText(figure)}`}
        {gross && figure.unit === 'wte' && (
          <>
            <br />
            Net of lines that are short and lines that are over: {gross}.
          </>
        )}
      </p>
      {figure.note && <p className="note note--attention">{figure.note}</p>}
      <DataTable
        caption={`Lines behind ${figure.title}`}
        columns={columns}
        rows={sheet.lines}
        rowKey={({ id }) => id}
      />
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
