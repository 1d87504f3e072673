import type { Receipt } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { momentText, wayWords } from './words.ts';

function stateOf({ state, counts }: Receipt): { kind: 'green' | 'blue' | 'amber'; word: string } {
  if (state === 'set aside') return { kind: 'amber', word: 'Set aside' };
  return counts ? { kind: 'green', word: 'Counts' } : { kind: 'blue', word: 'Kept, an earlier one' };
}

/** Every file that was received, the newest first. */
export function ReceiptTable({ receipts, onOpen }: { receipts: Receipt[]; onOpen: (id: number) => void }) {
  const columns: Column<Receipt>[] = [
    {
      key: 'file',
      title: 'File',
      value: ({ fileName }) => fileName,
      show: ({ id, fileName }) => (
        <button type="button" className="link" onClick={() => onOpen(id)}>
          {fileName}
        </button>
      ),
      header: true,
    },
    { key: 'trust', title: 'Trust', value: ({ trust }) => trust },
    { key: 'period', title: 'Period', value: ({ period }) => period, show: ({ title }) => title },
    {
      key: 'received',
      title: 'Received',
      value: ({ receivedAt }) => receivedAt,
      show: ({ receivedAt }) => momentText(receivedAt),
    },
    {
      key: 'way',
      title: 'As',
      value: ({ way }) => wayWords[way],
      means: 'A bundle or workbook of the planner, or the LMNS’s blank workbook.',
    },
    {
      key: 'state',
      title: 'State',
      value: (receipt) => stateOf(receipt).word,
      show: (receipt) => <Status {...stateOf(receipt)} />,
      means: 'Whether it counts for its trust and period, is kept beside a later one, or was set aside.',
    },
  ];
  return <DataTable caption="Files received" columns={columns} rows={receipts} rowKey={({ id }) => id} />;
}
