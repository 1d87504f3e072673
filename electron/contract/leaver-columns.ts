import type { ExportTable } from './exports.ts';

/** What a file of leavers has in its columns, be it exact or made to leave the trust. */
export const leaverColumns = [
  { heading: 'Leavers by', kind: 'text' },
  { heading: 'Leavers', kind: 'count' },
  { heading: 'Of them voluntary', kind: 'count' },
  { heading: 'Year before', kind: 'count' },
  { heading: 'Heads at start', kind: 'count' },
  { heading: 'Heads at end', kind: 'count' },
  { heading: 'Leaver rate', kind: 'rate' },
] as const satisfies ExportTable['columns'];
