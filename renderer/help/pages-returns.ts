import type { HelpPage } from './page.ts';

export const returnPages: readonly HelpPage[] = [
  {
    id: 'return',
    title: 'Fill in the Theme 2 return',
    group: 'Returns',
    screens: ['/returns'],
    text: 'Twelve lines for a quarter or a month, with figures that the planner knows offered beside each line.',
    steps: [
      'Choose **Start this return**: what still holds comes from the one before.',
      'Open a line, choose its status, write the progress and take figures in as evidence, also by **Choose from what the planner holds**.',
      'Look at **Checks** and at **What changed**. Choose **Mark as checked**, **Sign off** and **Submit**, each by its role.',
      'Choose **Save as…** for workbook, report and bundle.',
    ],
    notes: [
      'A submitted return is frozen. **Start a correction** makes a [[restatement|restatement]] with a reason.',
      'Accept a figure, put it in your own words, or overrule it with a reason: all three are kept.',
    ],
  },
  {
    id: 'workbook',
    title: 'Pour the return into the LMNS’s workbook',
    group: 'Returns',
    screens: ['/lmns-workbook'],
    text: 'Upload the workbook that your [[lmns|LMNS]] sends, say once which cell takes what, and pour each return into it.',
    steps: [
      'Choose **Upload a workbook…**.',
      'Say what a cell takes with **Point at it**, or take all that were found in one press.',
      'Choose **Pour the return…** and save it.',
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
    steps: [
      'Choose **Trusts** and **Ask for a period** once, so that it is known who is late.',
      'Choose **Receive files…**, or drop the files. See what each is, and answer what it asks.',
      'Open a file to choose **Set it aside**, with a reason.',
    ],
  },
  {
    id: 'compile',
    title: 'Compile the system',
    group: 'LMNS',
    screens: ['/lmns-compiled'],
    text: 'Trusts side by side, sums over the system, gaps, measures and what was restated.',
    steps: [
      'Choose the period, then **Lines**, **Measures**, **Gaps** or **Restatements**.',
      'Open **To be read beside the figures** for what is not comparable.',
      'Choose **Save as…** for workbook, board paper or tables.',
    ],
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
    steps: [
      'Choose what it is: **Actions back to trusts**, safe staffing, agreed levels, capacity, placements, shared practice or challenges.',
      'Choose the button that begins with **Add:** and enter it. Open one to write what came of it.',
    ],
  },
  {
    id: 'own-lines',
    title: 'Answer the LMNS’s own lines',
    group: 'LMNS',
    screens: ['/lmns-lines'],
    text: 'Lines that the LMNS or ICB answers itself, and measures that it asks of trusts beside the published ones.',
    steps: [
      'Open a line, choose its status, and accept compiled figures as evidence.',
      'For a measure of your own, choose **Measures…** under [Returns received](/lmns), and **Save the file…** for the trusts.',
    ],
  },
];
