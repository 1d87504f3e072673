import type { HelpPage } from './page.ts';

export const returnPages: readonly HelpPage[] = [
  {
    id: 'return',
    title: 'Fill in the Theme 2 return',
    group: 'Returns',
    screens: ['/returns'],
    text: 'Twelve lines for a quarter or a month, with figures that the planner knows offered beside each line.',
    steps: [
      'Start the period: what still holds comes from the one before.',
      'Open a line, choose its status, write the progress and take figures in as evidence.',
      'Have it checked, signed off and submitted, each by its role.',
    ],
    notes: [
      'A submitted return is frozen. It is corrected by a [[restatement|restatement]] with a reason.',
      'Accept a figure, put it in your own words, or overrule it with a reason: all three are kept.',
    ],
  },
  {
    id: 'workbook',
    title: 'Pour the return into the LMNS’s workbook',
    group: 'Returns',
    screens: ['/returns-workbook'],
    text: 'Upload the workbook that your [[lmns|LMNS]] sends, say once which cell takes what, and pour each return into it.',
    steps: [
      'Choose **Upload the LMNS’s workbook**.',
      'Point each cell to what it holds.',
      'Choose **Pour the return** and save it.',
    ],
  },
];

export const lmnsPages: readonly HelpPage[] = [
  {
    id: 'receive',
    title: 'Receive the returns of your trusts',
    group: 'LMNS',
    screens: ['/lmns'],
    text: 'Files from trusts, with what each holds and what is doubtful in it.',
    steps: ['Drop the files or choose them.', 'See what each is. Accept it, or set it aside with a reason.'],
  },
  {
    id: 'system',
    title: 'Compile the system',
    group: 'LMNS',
    screens: ['/lmns-system'],
    text: 'Trusts side by side, sums over the system, gaps, measures and what was restated.',
    notes: [
      'Sums add what trusts returned. A rate of the system is the sum of numerators over the sum of denominators.',
      'Small numbers are protected before anything leaves.',
    ],
  },
  {
    id: 'lmns-actions',
    title: 'Follow up with trusts',
    group: 'LMNS',
    screens: ['/lmns-actions'],
    text: 'What was asked of which trust, by when, and what came of it.',
  },
  {
    id: 'own-lines',
    title: 'Answer the LMNS’s own lines',
    group: 'LMNS',
    screens: ['/lmns-lines'],
    text: 'Lines that the LMNS or ICB answers itself, and measures that it asks of trusts beside the published ones.',
  },
];
