import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { clockText, counted, dateText } from '../../components/numbers.ts';
import { givenText, reasonText } from './reasons.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

type Judged = Awaited<ReturnType<typeof planner.imports.rows>>['rows'][number];

const outcomes = { accepted: 'Stored, with a remark', refused: 'Left out', ignored: 'Not data' };
const columns: Column<Judged>[] = [
  { key: 'row', title: 'Row', value: ({ row }) => row, number: true, header: true, means: 'The row of the file.' },
  {
    key: 'outcome',
    title: 'What became of it',
    value: ({ outcome }) => outcomes[outcome],
    means: 'Stored, left out, or mended and stored.',
  },
  { key: 'reason', title: 'Why', value: ({ reason, message }) => message ?? reasonText(reason) },
  { key: 'column', title: 'Column', value: ({ column }) => column ?? '' },
  { key: 'read', title: 'Read', value: ({ read }) => read ?? '', means: 'What stood in the cell that decided it.' },
  {
    key: 'cells',
    title: 'The row as it was',
    value: ({ cells, given }) => [...cells.filter(Boolean), ...given.map(givenText)].join(' · '),
    means: 'All cells of the row, and what was typed in their place.',
  },
];

/** One import: the file, how its columns were read, and every row that was left out or remarked on. */
export function BatchDialog({ batch, onClose }: { batch: number; onClose: () => void }) {
  const opened = useQuery({ queryKey: ['import', batch], queryFn: () => planner.imports.open({ batch }) });
  const rows = useQuery({
    queryKey: ['import rows', batch],
    queryFn: () => planner.imports.rows({ batch, limit: 1000 }),
  });
  return (
    <Dialog title="Import" wide onClose={onClose}>
      <Answered query={opened}>
        {({ batch: facts, columns: matched, replaced, checked, stored }) => (
          <dl className="facts">
            <dt>File</dt>
            <dd>
              {facts.fileName}, {facts.bytes.toLocaleString('en-GB')} bytes, sheet {facts.sheet || 'none'}, headings in
              row {facts.headerRow}
            </dd>
            <dt>SHA-256</dt>
            <dd className="breakable">{facts.sha256}</dd>
            <dt>Imported</dt>
            <dd>
              {dateText(facts.committedAt)}, {clockText(facts.committedAt)} by {facts.committedBy}
              {facts.undoneAt && `; undone ${dateText(facts.undoneAt)}, ${clockText(facts.undoneAt)}`}
            </dd>
            <dt>Rows</dt>
            <dd>
              {facts.rowsRead} read = {facts.accepted} stored + {facts.refused} left out + {facts.ignored} not data;{' '}
              {stored} in force now
            </dd>
            {replaced.length + checked.length > 0 && (
              <>
                <dt>Later imports build on it</dt>
                {replaced.map(({ by, fileName, rows: count }) => (
                  <dd key={by}>
                    {fileName} took the place of {counted(count, 'row')}
                  </dd>
                ))}
                {checked.map(({ batch: later, fileName }) => (
                  <dd key={later}>{fileName} was checked against it</dd>
                ))}
              </>
            )}
            {facts.mendedLater.length > 0 && (
              <>
                <dt>Mended later</dt>
                {facts.mendedLater.map(({ at, by, rows: count }) => (
                  <dd key={at}>
                    {count === 1 ? '1 row' : `${count} rows`}, {dateText(at)}, {clockText(at)} by {by}
                  </dd>
                ))}
              </>
            )}
            <dt>Columns</dt>
            <dd>
              {matched
                .filter(({ field }) => field)
                .map(({ heading, title }) => `${heading} → ${title}`)
                .join(', ')}
            </dd>
            {facts.remarks.length > 0 && <dt>Remarks</dt>}
            {facts.remarks.map(({ code, message }) => (
              <dd key={code + message}>{message}</dd>
            ))}
          </dl>
        )}
      </Answered>
      <h3>Rows left out or remarked on</h3>
      <Answered query={rows}>
        {({ rows: judged }) =>
          judged.length === 0 ? (
            <p>There are none: every row was stored as it was.</p>
          ) : (
            <DataTable
              caption="Rows left out or remarked on"
              columns={columns}
              rows={judged}
              rowKey={({ row, reason, field }) => `${row} ${reason} ${field}`}
            />
          )
        }
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
