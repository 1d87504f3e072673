import type { ReconciliationLine } from '#contract';
import type { StatusKind } from '../../../components/Status.tsx';

type Kind = ReconciliationLine['kind'];

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
