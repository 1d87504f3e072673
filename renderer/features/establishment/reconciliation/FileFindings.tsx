import type { Reconciliation } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { wteText } from '../../../components/numbers.ts';
import { bandText, kindText } from './words.ts';

type Finding = Reconciliation['fileFindings'][number];

const columns: Column<Finding>[] = [
  { key: 'post', title: 'Post', value: ({ post }) => post, header: true },
  { key: 'costCentre', title: 'Cost centre', value: ({ costCentre }) => costCentre },
  { key: 'band', title: 'Band', value: ({ band }) => bandText(band) },
  {
    key: 'funded',
    title: 'WTE',
    number: true,
    value: ({ funded }) => funded / 100_000,
    show: ({ funded }) => wteText(funded),
    means: 'Funded WTE of the row, which does not count.',
  },
  { key: 'message', title: 'Why it does not count', value: ({ message }) => message },
  {
    key: 'source',
    title: 'File, sheet and row',
    value: ({ fileName, sheet, row }) => `${fileName}, ${sheet}, row ${row}`,
  },
];

/** Rows of the ledger that do not count, differences that have gone since last month, and what is not compared. */
export function FileFindings({ found: { fileFindings, closed, leftOut } }: { found: Reconciliation }) {
  return (
    <>
      {fileFindings.length > 0 && (
        <>
          <h2>Rows of the ledger that do not count</h2>
          <DataTable
            caption="Rows of the ledger that do not count"
            columns={columns}
            rows={fileFindings}
            rowKey={({ batch, row }) => `${batch} ${row}`}
          />
        </>
      )}
      {closed.length > 0 && (
        <>
          <h2>Gone since last month</h2>
          <ul>
            {closed.map(({ costCentre, group, groupName, band, kind, funded, inPost }) => (
              <li key={`${costCentre} ${group} ${band}`}>
                {costCentre}, {groupName}, {bandText(band)}: was {kindText[kind].toLowerCase()} with {wteText(funded)}{' '}
                funded and {wteText(inPost)} in post.
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <h2>Not compared</h2>
          <ul>
            {leftOut.map(({ group, groupName, inPost, why }) => (
              <li key={group}>
                {groupName}: {wteText(inPost)} WTE in post. {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
