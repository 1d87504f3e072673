import { type LmnsAnsweredLine, type Paper, type PaperBlock, statusWords } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import type { PaperHead } from './board-paper.ts';
import { keptInWords, knownBeside } from './kept-words.ts';

const heading = (text: string, level: 1 | 2 = 1): PaperBlock => ({ kind: 'heading', level, text });
const labelled = [
  ['progress', 'Progress'],
  ['nextSteps', 'Next steps'],
  ['evidence', 'Evidence'],
  ['risk', 'Risk'],
  ['helpNeeded', 'Help needed'],
] as const;

const listed = (title: string, items: string[]): PaperBlock[] =>
  items.length > 0
    ? [
        { kind: 'paragraph', text: title },
        { kind: 'list', items },
      ]
    : [];

/** The system's own Theme 2 return: the lines that an LMNS or ICB answers, with what its records know of each. */
export function systemReturn(head: PaperHead, title: string, lines: readonly LmnsAnsweredLine[]): Paper {
  const wordOf = ({ answer: { status } }: LmnsAnsweredLine) => (status ? statusWords[status] : 'No status');
  return {
    title: 'Theme 2 return of the system',
    subtitle: `${head.name} (${head.kind}) · ${title}`,
    foot: `Theme 2 return, ${head.name}, ${title}`,
    madeOn: head.at.slice(0, 10),
    madeAt: head.at,
    blocks: [
      heading('Lines of the LMNS'),
      {
        kind: 'table',
        title: 'Lines that an LMNS or ICB answers',
        columns: ['Line', 'Action', 'Status', 'Lead', 'Due'].map((name) => ({ heading: name, kind: 'words' as const })),
        rows: lines.map((line) => ({
          kind: 'row',
          cells: [
            line.plan.reference,
            line.plan.title,
            wordOf(line),
            line.answer.lead,
            line.answer.due === null ? '' : dateInWords(line.answer.due),
          ],
        })),
        notes: [],
      },
      ...lines.flatMap((line): PaperBlock[] => {
        const told = labelled.filter(([field]) => line.answer[field].trim() !== '');
        const kept = line.kept.map(({ figure }) => keptInWords(figure));
        const known = knownBeside(line).map(({ sentence }) => sentence);
        return [
          heading(`${line.plan.reference} ${line.plan.title}: ${wordOf(line)}`, 2),
          ...told.map(([field, label]): PaperBlock => ({ kind: 'paragraph', text: `${label}: ${line.answer[field]}` })),
          ...listed('Figures in the evidence:', kept),
          ...listed('Also known:', known),
          ...(told.length + kept.length + known.length === 0
            ? [{ kind: 'paragraph' as const, text: 'Nothing is told of this line.' }]
            : []),
        ];
      }),
      heading('What the words mean'),
      { kind: 'definitions', items: [...head.definitions] },
    ],
  };
}
