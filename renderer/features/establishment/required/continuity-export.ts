import type { ContinuityQuarter, ContinuityShown, ExportTable, TableValue } from '#contract';
import { quarterTitle } from './quarter-title.ts';

/** Counts of women from 1 to this many are not told: they could point at somebody. */
const SMALLEST_TOLD = 5;
const small = (count: number | null) => count !== null && count > 0 && count < SMALLEST_TOLD;
const told = (count: number | null): TableValue => (small(count) ? `under ${SMALLEST_TOLD}` : count);

/** The trajectory as a table for a workbook; small counts, and the parts that would give them away, are left out. */
export function continuityExport({ quarters, caseload }: ContinuityShown, trust: string): ExportTable {
  const part = (count: number | null, share: ContinuityQuarter['share']): TableValue => (small(count) ? '' : share);
  return {
    title: `Continuity of carer by quarter, ${trust}`.slice(0, 200),
    subtitle: 'Planned locally: there is no national target and no date',
    columns: [
      { heading: 'Quarter', kind: 'text' },
      { heading: 'Teams', kind: 'count' },
      { heading: 'Midwives in teams', kind: 'wte' },
      { heading: 'Women on the pathway', kind: 'count' },
      { heading: 'All women', kind: 'count' },
      { heading: 'Part', kind: 'rate' },
      { heading: 'Black, Asian and mixed women on the pathway', kind: 'count' },
      { heading: 'All such women', kind: 'count' },
      { heading: 'Part', kind: 'rate' },
      { heading: 'Most deprived women on the pathway', kind: 'count' },
      { heading: 'All such women', kind: 'count' },
      { heading: 'Part', kind: 'rate' },
      { heading: 'Midwives needed', kind: 'wte' },
      { heading: 'Midwives in post', kind: 'wte' },
      { heading: 'Short of', kind: 'wte' },
    ],
    rows: quarters.map((row) => ({
      kind: 'row',
      values: [
        quarterTitle(row.quarter),
        row.teams,
        row.wte,
        told(row.women),
        told(row.allWomen),
        part(row.women, row.share),
        told(row.ethnicWomen),
        told(row.allEthnicWomen),
        part(row.ethnicWomen, row.ethnicShare),
        told(row.deprivedWomen),
        told(row.allDeprivedWomen),
        part(row.deprivedWomen, row.deprivedShare),
        row.neededWte,
        row.inPostWte,
        row.shortOf,
      ],
    })),
    definitions: [
      {
        term: 'Caseload',
        meaning: `Women a year for one WTE of a team, usually ${caseload / 100_000}, without core staff.`,
      },
      { term: `under ${SMALLEST_TOLD}`, meaning: 'A small count that is not told, so that nobody can be recognised.' },
      { term: 'Part', meaning: 'Women on the pathway over all such women. It is no target.' },
    ],
  };
}
