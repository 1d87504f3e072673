import { useState } from 'react';
import type { Reconciliation, ReconciliationLine } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { dateText, wteText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { bandText, kindText, lineKey, lineText, statusOf } from './words.ts';

interface LinesTableProps {
  trust: string;
  found: Reconciliation;
  lines: ReconciliationLine[];
  onOpen: (line: ReconciliationLine) => void;
}

/** The lines with both figures; reason, owner and settling stand in the row. */
export function LinesTable({ trust, found, lines, onOpen }: LinesTableProps) {
  const note = useNote(trust, found.ledgerCensus);
  const number = (
    key: string,
    title: string,
    of: (line: ReconciliationLine) => number,
  ): Column<ReconciliationLine> => ({
    key,
    title,
    number: true,
    value: (line) => of(line) / 100_000,
    show: (line) => wteText(of(line)),
  });
  const columns: Column<ReconciliationLine>[] = [
    {
      key: 'line',
      title: 'Cost centre, group and band',
      value: lineText,
      header: true,
      show: (line) => (
        <button type="button" className="link line-link" onClick={() => onOpen(line)}>
          {line.costCentre || 'No cost centre'} {line.costCentreName}
          <br />
          {line.groupName}, {bandText(line.band)}
        </button>
      ),
    },
    number('funded', 'Funded, WTE', ({ funded }) => funded),
    number('inPost', 'In post, WTE', ({ inPost }) => inPost),
    number('gap', 'Funded − in post', ({ funded, inPost }) => funded - inPost),
    { key: 'kind', title: 'What', value: ({ kind }) => kindText[kind], show: (line) => <Status {...statusOf(line)} /> },
    {
      key: 'since',
      title: 'Carried since',
      value: ({ since }) => since,
      show: ({ since }) => since && (since < found.ledgerCensus ? monthText(since) : 'this month'),
    },
    {
      key: 'reason',
      title: 'Reason',
      value: ({ reason }) => reason,
      show: (line) =>
        line.kind !== 'agreed' && (
          <Reason line={line} reasons={found.reasons} onReason={(reason) => note(line, { reason })} />
        ),
    },
    {
      key: 'owner',
      title: 'Owner',
      value: ({ owner }) => owner,
      show: (line) => line.kind !== 'agreed' && <Owner line={line} onOwner={(owner) => note(line, { owner })} />,
    },
    {
      key: 'settled',
      title: 'Settled',
      value: ({ settled }) => (settled ? 'yes' : 'no'),
      show: (line) =>
        line.kind !== 'agreed' && (
          <Button
            aria-label={`${line.settled ? 'Open again' : 'Settle'}: ${lineText(line)}`}
            onClick={() => note(line, { settled: !line.settled })}
          >
            {line.settled ? 'Open again' : 'Settle'}
          </Button>
        ),
    },
  ];
  if (lines.length === 0)
    return <p className="note">Nothing is left to settle. Show all lines to see what agrees and what was settled.</p>;
  return (
    <div className="reconciliation">
      <DataTable
        caption="Ledger against staff list"
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        tools={<ExportButton table={() => exported(found, lines)} />}
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

/** Says something of a line; what is not given stays. */
export function useNote(trust: string, on: string): (line: ReconciliationLine, said: Said) => void {
  const act = useAct(planner.establishment.noteDifference, ({ label }) => label);
  return ({ costCentre, group, band }, said) =>
    act.mutate({ trust, on, costCentre, group, band, ...said }, { onError: (error) => announce(sentence(error)) });
}

interface ReasonProps {
  line: ReconciliationLine;
  reasons: string[];
  onReason: (reason: string | null) => void;
}

/** Shows what was chosen at once, while it is being saved. */
function Reason({ line, reasons, onReason }: ReasonProps) {
  const [chosen, setChosen] = useState<{ reason: string; before: string | null } | null>(null);
  const saved = line.reason ?? '';
  return (
    <select
      className="in-row"
      aria-label={`Reason, ${lineText(line)}`}
      value={chosen?.before === line.reason ? chosen.reason : saved}
      onChange={({ target }) => {
        setChosen({ reason: target.value, before: line.reason });
        onReason(target.value || null);
      }}
    >
      <option value="">Choose a reason</option>
      {[...new Set([...reasons, ...(line.reason ? [line.reason] : [])])].map((reason) => (
        <option key={reason}>{reason}</option>
      ))}
    </select>
  );
}

function Owner({ line, onOwner }: { line: ReconciliationLine; onOwner: (owner: string | null) => void }) {
  const [typed, setTyped] = useState(line.owner ?? '');
  const save = () => typed.trim() !== (line.owner ?? '') && onOwner(typed);
  return (
    <input
      className="in-row"
      aria-label={`Owner, ${lineText(line)}`}
      value={typed}
      maxLength={120}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

function exported(found: Reconciliation, lines: readonly ReconciliationLine[]) {
  const text = (heading: string) => ({ heading, kind: 'text' as const });
  const wte = (heading: string) => ({ heading, kind: 'wte' as const });
  return {
    title: 'Ledger against staff list',
    subtitle: `Ledger of ${dateText(found.ledgerCensus)}, staff list of ${dateText(found.staffCensus)}`,
    columns: [
      ...['Cost centre', 'Name', 'Staff group', 'Band'].map(text),
      ...['Funded, WTE', 'In post, WTE', 'Funded − in post, WTE'].map(wte),
      ...['What', 'Settled', 'Reason', 'Owner'].map(text),
      { heading: 'Note', kind: 'long_text' as const },
      { heading: 'Clues', kind: 'long_text' as const },
    ],
    rows: lines.map((line) => ({
      kind: 'row' as const,
      values: [
        line.costCentre,
        line.costCentreName ?? '',
        line.groupName,
        bandText(line.band),
        line.funded,
        line.inPost,
        line.funded - line.inPost,
        kindText[line.kind],
        line.settled ? 'yes' : 'no',
        line.reason ?? '',
        line.owner ?? '',
        line.note,
        line.clues.join(' '),
      ],
    })),
    definitions: found.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
