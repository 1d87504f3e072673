import type { Paper } from '#contract';

/** A paper with one block of each kind, a formula-like text and letters that XML must escape. */
export const samplePaper: Paper = {
  title: 'Staffing report & figures',
  subtitle: 'Thistledown <Mallowmere>, 1 April to 30 September 2026',
  foot: 'Thistledown',
  madeOn: '2026-10-03',
  madeAt: '2026-10-03T09:30:00.000Z',
  blocks: [
    { kind: 'heading', level: 1, text: 'What this report says' },
    { kind: 'list', items: ['6.10 WTE are vacant (4.49 % of funded).', '−1.65 WTE and ≥ 2.'] },
    { kind: 'note', text: 'Import the roster first.' },
    { kind: 'heading', level: 2, text: 'Establishment' },
    { kind: 'paragraph', text: 'Midwives & support.' },
    {
      kind: 'table',
      title: 'Establishment by staff group (WTE)',
      columns: [
        { heading: 'Staff group', kind: 'words' },
        { heading: 'Funded', kind: 'figure' },
        { heading: 'In post', kind: 'figure' },
      ],
      rows: [
        { kind: 'row', cells: ['Midwives', '136.00', '124.60'] },
        { kind: 'total', cells: ['All', '152.00', '138.50'] },
      ],
      notes: ['In post by the staff list.'],
    },
    {
      kind: 'chart',
      type: 'bar',
      title: 'Funded and in post',
      description: 'Bar chart, funded and in post. Midwives 136.00 and 124.60.',
      unit: 'WTE',
      decimals: 1,
      lowest: null,
      highest: null,
      categories: ['Midwives'],
      series: [
        { name: 'Funded', values: [136] },
        { name: 'In post', values: [124.6] },
      ],
    },
    {
      kind: 'chart',
      type: 'line',
      title: 'Red flags by month',
      description: 'Line chart, red flags by month. April 12, May not known, June 9.',
      unit: 'Events',
      decimals: 0,
      lowest: null,
      highest: null,
      categories: ['Apr 2026', 'May 2026', 'Jun 2026'],
      series: [{ name: 'All red flags', values: [12, null, 9] }],
    },
    { kind: 'definitions', items: [{ term: 'Funded', meaning: 'Posts in the budget.' }] },
  ],
};
