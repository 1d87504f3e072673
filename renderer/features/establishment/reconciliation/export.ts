import type { Reconciliation } from '#contract';
import { dateText } from '../../../components/numbers.ts';
import { elsewhereText, type Row } from './rows.ts';
import { bandText, matchText } from './words.ts';

/** The table as a workbook or print has it, with the formulas. */
export function exported(found: Reconciliation, rows: readonly Row[]) {
  const text = (heading: string) => ({ heading, kind: 'text' as const });
  const wte = (heading: string) => ({ heading, kind: 'wte' as const });
  return {
    title: 'Ledger against staff list',
    subtitle: `Ledger of ${dateText(found.ledgerCensus)}, staff list of ${dateText(found.staffCensus)}`,
    columns: [
      ...['Cost centre', 'Name', 'Staff group', 'Band', 'Post'].map(text),
      ...['Funded, WTE', 'In post, WTE', 'Funded − in post, WTE'].map(wte),
      ...['What', 'Matched', 'Elsewhere', 'Carried since', 'Settled', 'Reason', 'Owner'].map(text),
      { heading: 'Note', kind: 'long_text' as const },
      { heading: 'Clues', kind: 'long_text' as const },
    ],
    rows: rows.map(({ line, post, ...row }) => ({
      kind: 'row' as const,
      values: [
        line.costCentre,
        line.costCentreName ?? '',
        line.groupName,
        bandText(line.band),
        post?.post ?? '',
        row.funded,
        row.inPost,
        row.funded - row.inPost,
        row.what,
        post ? matchText(post) : '',
        post ? elsewhereText(post) : '',
        row.since === null ? '' : dateText(row.since),
        row.settled ? 'yes' : 'no',
        row.reason ?? '',
        row.owner ?? '',
        row.note,
        line.clues.join(' '),
      ],
    })),
    definitions: found.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
