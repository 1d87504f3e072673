import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LmnsRecordKind, OfferedText } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { counted } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { OfferedTexts } from './OfferedTexts.tsx';
import { actionState, recordColumns } from './record-columns.tsx';
import { kinds, sorts } from './record-fields.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { periodsAround, periodText } from './words.ts';
import { useReceived } from './received.ts';

type Open = { id: number | null; cells: Readonly<Record<string, unknown>> } | null;

const views = Object.fromEntries(kinds.map((kind) => [kind, sorts[kind].title])) as Record<LmnsRecordKind, string>;

/** What the LMNS does about its lines 4.4 to 4.7, 5.7 and 5.8, and what it asks of trusts. */
export default function ActionsScreen() {
  const lmns = useLmns();
  const [kind, setKind] = useState<LmnsRecordKind>('action');
  const [open, setOpen] = useState<Open>(null);
  const matrix = useReceived();
  const kept = useQuery({
    queryKey: ['lmns', lmns.id, 'records'],
    queryFn: () => planner.lmns.records({ lmns: lmns.id }),
  });
  const lines = useQuery({
    queryKey: ['lmns', lmns.id, 'plan lines'],
    queryFn: () => planner.lmns.planLines(),
  });
  // "action 12" is a record; "practice" alone is what a return offers.
  const openRecord = (wanted: string) => {
    const [of, id] = wanted.split(' ');
    const asked = kinds.find((one) => one === of);
    if (asked) setKind(asked);
    const record = kept.data?.records.find((one) => String(one.id) === id);
    setOpen(record ? { id: record.id, cells: { ...record.cells } } : null);
  };
  useOpened('record', openRecord, kept.data !== undefined);
  return (
    <Answered query={matrix}>
      {({ trusts, periods, today }) => (
        <Answered query={kept}>
          {({ records, offered }) => {
            const asked = [...new Set([...periods.map(({ period }) => period), ...periodsAround(today)])];
            const choices = {
              trusts: trusts.map(({ code, name }) => ({ key: code, name })),
              periods: asked.map((key) => ({
                key,
                name: periods.find(({ period }) => period === key)?.title ?? periodText(key),
              })),
              lines: (lines.data ?? []).map(({ reference, title }) => ({
                key: reference,
                name: `${reference} ${title}`,
              })),
            };
            const rows = records.filter(({ cells }) => cells.kind === kind);
            const actions = records.flatMap(({ cells }) =>
              cells.kind === 'action' ? [actionState(cells, today)] : [],
            );
            const late = actions.filter((state) => state.kind === 'red').length;
            const notDone = actions.filter((state) => state.kind !== 'green').length;
            const { one, empty } = sorts[kind];
            const start = {
              code: choices.trusts[0]?.key ?? '',
              period: periods[periods.length - 1]?.period ?? choices.periods[0]?.key ?? '',
              reference: choices.lines[0]?.key ?? '',
              judgement: 'assured',
            };
            const add = <Button onClick={() => setOpen({ id: null, cells: start })}>Add: {one}</Button>;
            return (
              <Page
                title="Actions"
                subtitle={`${lmns.name} · ${counted(notDone, 'action')} open with trusts, ${late} late · roles only, no names`}
                actions={trusts.length > 0 && add}
              >
                <Views views={views} view={kind} onView={setKind} />
                {trusts.length === 0 ? (
                  <EmptyState
                    title="No trusts yet"
                    action={
                      <a className="button" href="#/lmns">
                        Add the trusts
                      </a>
                    }
                  >
                    <p>Add the trusts that you expect returns from under “Returns received” first.</p>
                  </EmptyState>
                ) : rows.length === 0 ? (
                  <EmptyState title={`${views[kind]}: nothing yet`}>
                    <p>{empty}</p>
                  </EmptyState>
                ) : (
                  <DataTable
                    key={kind}
                    caption={views[kind]}
                    columns={recordColumns(kind, { ...choices, today }, ({ id, cells }) =>
                      setOpen({ id, cells: { ...cells } }),
                    )}
                    rows={rows}
                    rowKey={({ id }) => id}
                  />
                )}
                {(kind === 'practice' || kind === 'challenge') && (
                  <OfferedTexts
                    texts={offered.filter((text) => text.kind === kind)}
                    onTake={(text) => setOpen({ id: null, cells: startOf(text) })}
                  />
                )}
                {open && (
                  <RecordDialog
                    kind={kind}
                    id={open.id}
                    cells={open.cells}
                    choices={choices}
                    onClose={() => setOpen(null)}
                  />
                )}
              </Page>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

const startOf = ({ code, title, words, references }: OfferedText) => ({ code, title, words, references });
