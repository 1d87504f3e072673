import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { BoardRow, PreceptorshipBoard } from '#contract';
import { NEW, useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { shownColumns } from '../../components/table/arrange.ts';
import type { CopiedBlock } from '../../components/table/block.ts';
import { TakeTable } from '../../components/table/TakeTable.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, dateText, decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { BesidePart } from './BesidePart.tsx';
import { boardExport } from './board-export.ts';
import { type BoardFilter, boardLines, everything, filteredRows, hasEnded, isBehind, type Show } from './board-rows.ts';
import { BoardArrange } from './BoardArrange.tsx';
import { boardColumns } from './board-columns.tsx';
import { standingAtFirst } from './board-layout.ts';
import { BoardFilters, BoardSearch } from './BoardFilters.tsx';
import { BoardTable } from './BoardTable.tsx';
import { BoardTimeline } from './BoardTimeline.tsx';
import { PrecepteeDialog } from './PrecepteeDialog.tsx';
import { PrecepteePage } from './PrecepteePage.tsx';
import { PrintButton } from './PrintButton.tsx';
import { PrintedDefinitions, PrintedFilter } from './PrintedNotes.tsx';
import { ProgrammesPart } from './ProgrammesPart.tsx';
import { boardMade } from './figures.ts';

const views = { table: 'Table', timeline: 'Timeline', hours: 'Out of the numbers', programmes: 'Programmes' } as const;
type View = keyof typeof views;
const none: readonly BoardRow[] = [];

/** The cohort board: every preceptee, where they stand and what is next. */
export default function PreceptorshipScreen() {
  const trust = useTrust();
  const [view, setView] = useState<View>('table');
  const [standing, setStanding] = useState(standingAtFirst);
  const { filter, sort, order, hidden } = standing;
  const setFilter = (next: BoardFilter) => setStanding({ ...standing, filter: next });
  const picked = useRef<(() => CopiedBlock) | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  useOpened('preceptee', (key) => (key === NEW ? setAdding(true) : setOpen(key)));
  const asked = useDeferredValue(filter);
  const query = useBoard('open', true);
  // Of ten years most are over: they are asked for once somebody wants to see them.
  const wantsEnded = hasEnded(filter.show) || view === 'programmes';
  const ended = useBoard('ended', wantsEnded);
  const board = query.data;
  const [openRows, endedRows] = [board?.rows ?? none, (wantsEnded && ended.data?.rows) || none];
  const all = useMemo(() => [...openRows, ...endedRows], [openRows, endedRows]);
  const today = board?.on ?? '';
  const rows = useMemo(() => filteredRows(all, asked, today), [all, asked, today]);
  const lines = useMemo(() => boardLines(rows, asked.group, sort), [rows, asked.group, sort]);
  const columns = useMemo(() => boardColumns(today), [today]);
  const shown = useMemo(
    () => shownColumns(columns, { order: [...order], hidden: [...hidden] }),
    [columns, order, hidden],
  );

  if (open !== null) return <PrecepteePage preceptee={open} back="the cohort board" onBack={() => setOpen(null)} />;
  const has = board !== undefined && board.people > 0;
  const isList = view === 'table' || view === 'timeline';
  return (
    <Page
      title="Preceptorship"
      subtitle={[
        trust.name,
        board && dateText(board.on),
        board?.logDay ? `newest log of ${dateText(board.logDay)}` : null,
        board && `${board.own} entered by hand`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={has && isList && <BoardFilters board={board} rows={all} filter={filter} onFilter={setFilter} />}
      actions={
        has && (
          <>
            {view === 'table' && <BoardArrange columns={columns} standing={standing} onStanding={setStanding} />}
            <TakeTable
              caption="Preceptees"
              table={() => boardExport(board, lines, shown, trust.name)}
              picked={picked}
            />
            <PrintButton />
            <Button kind="main" onClick={() => setAdding(true)}>
              Add a preceptee
            </Button>
          </>
        )
      }
    >
      <Answered query={query}>
        {(answer) =>
          answer.people === 0 ? (
            <EmptyState
              title="Nobody is followed yet"
              action={
                <p className="actions">
                  <Button kind="main" onClick={() => setAdding(true)}>
                    Add a preceptee
                  </Button>
                  <ScreenLink to="/imports" look="button">
                    Import a log
                  </ScreenLink>
                </p>
              }
            >
              <p>
                Every preceptee with programme, dates, preceptor, next meeting, hours and end will be here. Import your
                preceptorship log, or add the first preceptee.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines board={answer} onShow={(show) => setFilter({ ...everything, show })} />
              <Views views={views} view={view} onView={setView}>
                {isList && <BoardSearch filter={filter} onFilter={setFilter} />}
                {isList && (
                  <span role="status" className="board-count">
                    {wantsEnded && ended.isPending
                      ? 'Loading those whose programme is over…'
                      : countText(rows.length, answer.people)}
                  </span>
                )}
              </Views>
              {isList && (
                <PrintedFilter
                  filter={asked}
                  sort={sort}
                  programmes={answer.programmes}
                  count={countText(rows.length, answer.people)}
                />
              )}
              {isList && lines.length === 0 && !(wantsEnded && ended.isPending) && (
                <p role="status">Nobody fits the filters.</p>
              )}
              {view === 'table' && (
                <BoardTable
                  lines={lines}
                  columns={shown}
                  sort={sort}
                  onSort={(next) => setStanding({ ...standing, sort: next })}
                  onOpen={setOpen}
                  picked={picked}
                />
              )}
              {view === 'timeline' && (
                <BoardTimeline lines={lines} programmes={answer.programmes} today={answer.on} onOpen={setOpen} />
              )}
              {isList && <PrintedDefinitions />}
              {view === 'hours' && <BesidePart />}
              {view === 'programmes' && <ProgrammesPart board={answer} rows={all} />}
              {answer.withoutLog.length > 0 && <WithoutLog board={answer} />}
            </>
          )
        }
      </Answered>
      {adding && board && (
        <PrecepteeDialog
          programmes={board.programmes}
          usual={board.usual}
          page={null}
          onClose={() => setAdding(false)}
          onAdded={setOpen}
        />
      )}
    </Page>
  );
}

const countText = (shown: number, all: number) =>
  shown === all ? counted(all, 'preceptee') : `${decimal(shown, 0)} of ${counted(all, 'preceptee')}`;

/** One part of the board, once it is wanted. */
function useBoard(part: 'open' | 'ended', enabled: boolean) {
  const trust = useTrust().code;
  return useQuery({
    queryKey: ['preceptorship board', trust, part],
    queryFn: () => planner.preceptorship.board({ trust, part }),
    enabled,
  });
}

function Headlines({ board, onShow }: { board: PreceptorshipBoard; onShow: (show: Show) => void }) {
  const count = (is: (row: BoardRow) => boolean) => board.rows.filter(is).length;
  const active = board.rows.filter(({ state }) => state !== 'signed_off' && state !== 'left');
  const paused = count(({ state }) => state === 'paused');
  const made = boardMade(board);
  return (
    <Figures>
      <Figure
        name="In programme"
        value={String(active.length)}
        making={made.inProgramme}
        remark={`${paused} of them paused · ${count(({ state }) => state === 'extended')} extended`}
        onRows={() => onShow('open')}
      />
      <Figure
        name="With something overdue"
        value={String(count(({ overdue }) => overdue > 0))}
        making={made.overdue}
        remark={`${board.rows.reduce((sum, { overdue }) => sum + overdue, 0)} things overdue`}
        onRows={() => onShow('overdue')}
      />
      <Figure
        name="Hours behind"
        value={String(count((row) => isBehind(row, board.on)))}
        making={made.behind}
        remark="behind the even pace for longer than the programme allows"
        onRows={() => onShow('behind')}
      />
      <Figure
        name="End at risk or not known"
        value={String(count(({ sure }) => sure === 'at_risk' || sure === 'unknown'))}
        making={made.atRisk}
        remark="something overdue or behind, or a pause without a day of return"
        onRows={() => onShow('at_risk')}
      />
    </Figures>
  );
}

function WithoutLog({ board: { withoutLog } }: { board: PreceptorshipBoard }) {
  return (
    <p className="note">
      {withoutLog.length === 1 ? 'One person has' : `${withoutLog.length} people have`} entries by hand and{' '}
      {withoutLog.length === 1 ? 'is' : 'are'} on no log any more. The entries are kept: they are back as soon as a log
      has {withoutLog.length === 1 ? 'the person' : 'the people'} again (
      {withoutLog.map(({ key }) => key.replace(/^\w+:/, '')).join(', ')}).
    </p>
  );
}
