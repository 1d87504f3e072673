import type { ReconciledPost, ReconciliationLine } from '#contract';
import type { StatusKind } from '../../../components/Status.tsx';

type Kind = ReconciliationLine['kind'];
type Verdict = ReconciledPost['verdict'];

export const lineKey = ({ costCentre, group, band }: Pick<ReconciliationLine, 'costCentre' | 'group' | 'band'>) =>
  `${costCentre} ${group} ${band}`;

export const bandText = (band: string) => (band === '-' ? 'No band' : `Band ${band}`);

/** "441102 Antenatal Ward, Maternity support workers, Band 3". */
export const lineText = ({ costCentre, costCentreName, groupName, band }: ReconciliationLine) =>
  `${[costCentre || 'No cost centre', costCentreName].filter(Boolean).join(' ')}, ${groupName}, ${bandText(band)}`;

export const kindText: Record<Kind, string> = {
  agreed: 'Agreed',
  over_established: 'Over-established',
  nobody_in_post: 'Nobody in post',
  not_in_ledger: 'Not in the ledger',
};

const kinds: Record<Kind, StatusKind> = {
  agreed: 'green',
  over_established: 'amber',
  nobody_in_post: 'amber',
  not_in_ledger: 'red',
};

export function statusOf({ kind, settled }: Pick<ReconciliationLine, 'kind' | 'settled'>) {
  return settled
    ? { kind: 'blue' as const, word: `${kindText[kind]}, settled` }
    : { kind: kinds[kind], word: kindText[kind] };
}

const verdicts: Record<Verdict, { kind: StatusKind; word: string }> = {
  agreed: { kind: 'green', word: 'Agreed' },
  over: { kind: 'amber', word: 'More in post than funded' },
  only_ledger: { kind: 'amber', word: 'Only in the ledger' },
  only_staff: { kind: 'red', word: 'Only in the staff list' },
  elsewhere: { kind: 'amber', word: 'At another place' },
  not_told: { kind: 'blue', word: 'Cannot be told by post' },
};

const matches = {
  number: 'by position number',
  title: 'by title',
  part_of_title: 'by part of the title',
};

export const verdictText = ({ verdict }: Pick<ReconciledPost, 'verdict'>) => verdicts[verdict].word;

export function postStatusOf({ verdict, settled }: Pick<ReconciledPost, 'verdict' | 'settled'>) {
  const { kind, word } = verdicts[verdict];
  return settled ? { kind: 'blue' as const, word: `${word}, settled` } : { kind, word };
}

/** What both files have in common of a post. */
export const matchText = ({ matchedBy }: Pick<ReconciledPost, 'matchedBy'>) =>
  matchedBy === null ? '' : matches[matchedBy];
