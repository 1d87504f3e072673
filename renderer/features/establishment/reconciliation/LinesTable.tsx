import { useState } from 'react';
import type { Reconciliation } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { dateText, wteText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { exported } from './export.ts';
import { type By, elsewhereText, type Row } from './rows.ts';
import { bandText, matchText } from './words.ts';
import { positionMeans } from '../../../components/position-words.ts';

interface LinesTableProps {
  trust: string;
  found: Reconciliation;
  by: By;
  rows: Row[];
  onOpen: (row: Row) => void;
}

/** Lines or posts with both figures; reason, owner and settling stand in the row. */
export function LinesTable({ trust, found, by, rows, onOpen }: LinesTableProps) {
  const note = useNote(trust, found.ledgerCensus);
  const number = (key: 'funded' | 'inPost' | 'gap', title: string, of: (row: Row) => number): Column<Row> => ({
    key,
    title,
    number: true,
    means: key === 'gap' ? positionMeans.vacancy : positionMeans[key],
    value: (row) => of(row) / 100_000,
    show: (row) => wteText(of(row)),
  });
  const columns: Column<Row>[] = [
    {
      key: 'line',
      title: by === 'post' ? 'Post, cost centre, group and band' : 'Cost centre, group and band',
      value: ({ title }) => title,
      header: true,
      show: (row) => (
        <button type="button" className="link line-link" onClick={() => onOpen(row)}>
          {row.post && (
            <>
              {row.post.post}
              <br />
            </>
          )}
          {row.line.costCentre || 'No cost centre'} {row.line.costCentreName}
          <br />
          {row.line.groupName}, {bandText(row.line.band)}
        </button>
      ),
    },
    number('funded', 'Funded, WTE', ({ funded }) => funded),
    number('inPost', 'In post, WTE', ({ inPost }) => inPost),
    number('gap', 'Funded − in post', ({ funded, inPost }) => funded - inPost),
    {
      key: 'kind',
      title: 'What',
      value: ({ what }) => what,
      show: ({ status, post }) => (
        <>
          <Status {...status} />
          {post && <small className="by-hand">{elsewhereText(post) || matchText(post)}</small>}
        </>
      ),
      means: 'Whether funded and in post agree, or what differs.',
    },
    {
      key: 'since',
      title: 'Carried since',
      value: ({ since }) => since,
      show: ({ since }) => since && (since < found.ledgerCensus ? monthText(since) : 'this month'),
      means: 'The month from which the difference stands, with its reason.',
    },
    {
      key: 'reason',
      title: 'Reason',
      value: ({ reason }) => reason,
      show: (row) =>
        row.differs && <Reason row={row} reasons={found.reasons} onReason={(reason) => note(row, { reason })} />,
    },
    {
      key: 'owner',
      title: 'Owner',
      value: ({ owner }) => owner,
      show: (row) => row.differs && <Owner row={row} onOwner={(owner) => note(row, { owner })} />,
    },
    {
      key: 'settled',
      title: 'Settled',
      value: ({ settled }) => (settled ? 'yes' : 'no'),
      show: (row) =>
        row.differs &&
        (row.post !== null && row.line.settled ? (
          'with its line'
        ) : (
          <Button
            aria-label={`${row.settled ? 'Open again' : 'Settle'}: ${row.title}`}
            onClick={() => note(row, { settled: !row.settled })}
          >
            {row.settled ? 'Open again' : 'Settle'}
          </Button>
        )),
      means: 'Settled by hand: looked into and no longer open.',
    },
  ];
  if (rows.length === 0)
    return <p className="note">Nothing is left to settle. Show all lines to see what agrees and what was settled.</p>;
  return (
    <div className="reconciliation">
      <DataTable
        caption={by === 'post' ? 'Ledger against staff list, post by post' : 'Ledger against staff list'}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        tools={<ExportButton table={() => exported(found, rows)} />}
      />
    </div>
  );
}

/** "Sep 2026". */
function monthText(day: string): string {
  const [, month, year] = dateText(day).split(' ');
  return `${month?.slice(0, 3)} ${year}`;
}

interface Said {
  reason?: string | null;
  owner?: string | null;
  note?: string;
  settled?: boolean;
}

/** Says something of a line or a post; what is not given stays. */
export function useNote(trust: string, on: string): (row: Row, said: Said) => void {
  const act = useAct(planner.establishment.noteDifference, ({ label }) => label);
  return ({ line: { costCentre, group, band }, post }, said) =>
    act.mutate(
      { trust, on, costCentre, group, band, post: post?.key ?? '', ...said },
      { onError: (error) => announce(sentence(error)) },
    );
}

interface ReasonProps {
  row: Row;
  reasons: string[];
  onReason: (reason: string | null) => void;
}

/** Shows what was chosen at once, while it is being saved. */
function Reason({ row, reasons, onReason }: ReasonProps) {
  const [chosen, setChosen] = useState<{ reason: string; before: string | null } | null>(null);
  const saved = row.reason ?? '';
  return (
    <select
      className="in-row"
      aria-label={`Reason, ${row.title}`}
      value={chosen?.before === row.reason ? chosen.reason : saved}
      onChange={({ target }) => {
        setChosen({ reason: target.value, before: row.reason });
        onReason(target.value || null);
      }}
    >
      <option value="">Choose…</option>
      {[...new Set([...reasons, ...(row.reason ? [row.reason] : [])])].map((reason) => (
        <option key={reason}>{reason}</option>
      ))}
    </select>
  );
}

function Owner({ row, onOwner }: { row: Row; onOwner: (owner: string | null) => void }) {
  const [typed, setTyped] = useState(row.owner ?? '');
  const save = () => typed.trim() !== (row.owner ?? '') && onOwner(typed);
  return (
    <input
      className="in-row"
      data-stored={row.owner ?? ''}
      aria-label={`Owner, ${row.title}`}
      value={typed}
      maxLength={120}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
