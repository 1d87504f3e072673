import type {
  EvidenceItem,
  ReturnChange,
  ReturnDocument,
  ReturnFigure,
  ReturnRestatement,
  TravellingText,
} from '#contract';
import { column, type EngineTable, tableOf } from './table.ts';

type Line = ReturnDocument['lines'][number];

const lines = tableOf<Line>('lines', 'Answers to the lines of the plan.', ({ lines: all }) => all, [
  column('reference', 'text', 'Line of the plan', ({ reference }) => reference),
  column('objective', 'text', 'Objective of the plan', ({ objective }) => objective),
  column('title', 'text', 'Line in short', ({ title }) => title),
  column('status', 'text', 'blue, green, amber or red; empty where it is not answered', ({ status }) => status),
  column('progress', 'text', 'Progress', ({ progress }) => progress),
  column('next_steps', 'text', 'Next steps', ({ nextSteps }) => nextSteps),
  column('evidence', 'text', 'Evidence in words', ({ evidence }) => evidence),
  column('lead', 'text', 'Role of the lead', ({ lead }) => lead),
  column('due', 'date', 'Due', ({ due }) => due),
  column('risk', 'text', 'Risk', ({ risk }) => risk),
  column('mitigation', 'text', 'Mitigation', ({ mitigation }) => mitigation),
  column('help_needed', 'text', 'Help needed', ({ helpNeeded }) => helpNeeded),
  column('sharing', 'boolean', 'Whether the trust would share how it did this', ({ sharing }) => sharing),
]);

const evidence = tableOf<{ reference: string; item: EvidenceItem }>(
  'evidence',
  'Pieces of evidence by what they are called and where they lie.',
  ({ lines: all }) => all.flatMap((line) => line.evidenceItems.map((item) => ({ reference: line.reference, item }))),
  [
    column('reference', 'text', 'Line of the plan', ({ reference }) => reference),
    column('kind', 'text', 'document, figure, import, plan or meeting', ({ item }) => item.kind),
    column('title', 'text', 'Title', ({ item }) => item.title),
    column('place', 'text', 'Where it lies', ({ item }) => item.place),
    column('day', 'date', 'Of which day', ({ item }) => item.day),
    column('detail', 'text', 'What it shows', ({ item }) => item.detail),
  ],
);

const figures = tableOf<ReturnFigure>(
  'figures',
  'What the planner knew beside each line, in words.',
  ({ figures: all }) => all,
  [
    column('figure', 'text', 'Key of the figure', ({ key }) => key),
    column('reference', 'text', 'Line of the plan', ({ reference }) => reference),
    column('title', 'text', 'Title', ({ title }) => title),
    column('source', 'text', 'Where it comes from', ({ source }) => source),
    column('of_when', 'text', 'Day or period that it is of', ({ of }) => of),
    column('sentence', 'text', 'What it says', ({ sentence }) => sentence),
  ],
);

const corrections = tableOf<{ one: ReturnRestatement; change: ReturnChange }>(
  'corrections',
  'What the trust says that it corrected after its first return.',
  ({ restatements }) => restatements.flatMap((one) => one.changes.map((change) => ({ one, change }))),
  [
    column('corrected_at', 'timestamp', 'When', ({ one }) => one.at),
    column('by_role', 'text', 'Role', ({ one }) => one.by),
    column('reason', 'text', 'Why', ({ one }) => one.reason),
    column('corrects', 'timestamp', 'When what it corrects was submitted', ({ one }) => one.of),
    column('place', 'text', 'What', ({ change }) => change.place),
    column('was', 'text', 'What it was', ({ change }) => change.from),
    column('is_now', 'text', 'What it is', ({ change }) => change.to),
  ],
);

const shared = tableOf<{ kind: string; text: TravellingText }>(
  'shared',
  'Practice to share and challenges to escalate.',
  ({ shared: { practices, challenges } }) => [
    ...practices.map((text) => ({ kind: 'practice', text })),
    ...challenges.map((text) => ({ kind: 'challenge', text })),
  ],
  [
    column('kind', 'text', 'practice or challenge', ({ kind }) => kind),
    column('title', 'text', 'Title', ({ text }) => text.title),
    column('words', 'text', 'In words', ({ text }) => text.text),
  ],
);

/** What trusts say of themselves. */
export const answerTables: readonly EngineTable[] = [lines, evidence, figures, corrections, shared];
