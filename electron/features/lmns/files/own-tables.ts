import { type LmnsAnsweredLine, statusWords, type TableRow, type TableValue } from '#contract';
import type { NamedTable } from '../../../exports/csv.ts';
import type { SheetTable } from '../../../exports/layout.ts';
import { periodTitle } from '../../returns/calculations/periods.ts';
import { valueInWords } from '../../returns/calculations/words.ts';
import { decisionOf, keptInWords, knownBeside, packsInWords } from '../calculations/kept-words.ts';
import type { SystemHead } from './system-tables.ts';

const row = (values: TableValue[]): TableRow => ({ kind: 'row', values });
const text = (heading: string, width: number) => ({ heading, kind: 'text' as const, width });
const long = (heading: string, width: number) => ({ heading, kind: 'long_text' as const, width });

/** The system's own return: its lines, and the figures in their evidence with how each was made and what was decided. */
export function ownTables(head: SystemHead, period: string, lines: readonly LmnsAnsweredLine[]): NamedTable[] {
  const subtitle = `${head.name} (${head.kind}) · ${periodTitle(period)}`;
  const figures = figuresTable(subtitle, lines);
  return [
    { name: 'Lines', table: linesTable(subtitle, lines) },
    ...(figures.rows.length > 0 ? [{ name: 'Figures', table: figures }] : []),
  ];
}

function linesTable(subtitle: string, lines: readonly LmnsAnsweredLine[]): SheetTable {
  return {
    title: 'Theme 2 return of the system',
    subtitle,
    columns: [
      text('Line', 7),
      text('Action', 24),
      text('Status', 14),
      long('Progress', 34),
      long('Next steps', 28),
      long('Evidence', 34),
      long('Figures in the evidence', 44),
      text('Lead', 16),
      { heading: 'Due', kind: 'date', width: 12 },
      long('Risk', 24),
      long('Help needed', 24),
      long('Also known', 44),
    ],
    rows: lines.map((line) =>
      row([
        line.plan.reference,
        line.plan.title,
        line.answer.status ? statusWords[line.answer.status] : 'No status',
        line.answer.progress,
        line.answer.nextSteps,
        line.answer.evidence,
        line.kept.map(({ figure }) => keptInWords(figure)).join('\n'),
        line.answer.lead,
        line.answer.due,
        line.answer.risk,
        line.answer.helpNeeded,
        knownBeside(line)
          .map(({ sentence }) => sentence)
          .join('\n'),
      ]),
    ),
  };
}

function figuresTable(subtitle: string, lines: readonly LmnsAnsweredLine[]): SheetTable {
  return {
    title: 'Figures in the evidence and how they were made',
    subtitle,
    columns: [
      text('Line', 7),
      text('Figure', 26),
      text('Measure', 30),
      text('Value', 16),
      text('Worked out as', 16),
      long('Formula', 40),
      long('Inputs', 36),
      long('Source', 26),
      text('Of', 24),
      long('Decided', 34),
      long('Packs of the returns', 44),
      long('To be read beside it', 40),
    ],
    rows: lines.flatMap(({ kept }) =>
      kept.flatMap(({ figure, packs }) =>
        figure.measures.map(({ title, kind, value, workedOut, formula, inputs, note }) =>
          row([
            figure.reference,
            figure.title,
            title,
            valueInWords(kind, value),
            workedOut === undefined ? null : valueInWords(kind, workedOut),
            formula,
            inputs.map((input) => `${input.title}: ${valueInWords(input.kind, input.value)}`).join('; '),
            figure.source,
            figure.of,
            decisionOf(figure),
            packsInWords(packs),
            [note, ...figure.warnings].filter(Boolean).join(' '),
          ]),
        ),
      ),
    ),
  };
}
