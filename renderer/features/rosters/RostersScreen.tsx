import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { BankLists } from './BankLists.tsx';
import { PeriodFilter } from './PeriodFilter.tsx';
import { type Behind, RowsDialog } from './RowsDialog.tsx';
import { RosterFigures } from './RosterFigures.tsx';

type Period = { first: string; last: string };

/** What the rosters and the bank and agency lists of a period say, each figure with its formula and its rows. */
export default function RostersScreen() {
  const trust = useTrust();
  const [chosen, setChosen] = useState<Period | undefined>();
  const [behind, setBehind] = useState<Behind | null>(null);
  const overview = useQuery({
    queryKey: ['rosters', trust.code],
    queryFn: () => planner.rosters.overview({ trust: trust.code }),
  });
  const imports = overview.data ? newestFirst([...overview.data.rosters, ...overview.data.bankLists]) : [];
  // The newest roster is what is looked at first, however many months there are.
  const period = chosen ?? (overview.data && (newestFirst(overview.data.rosters)[0] ?? imports[0]));
  const scope = { trust: trust.code, ...(period ? { period: { first: period.first, last: period.last } } : {}) };
  const figures = useQuery({
    queryKey: ['roster figures', scope],
    queryFn: () => planner.rosters.figures(scope),
    enabled: overview.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const bookings = useQuery({
    queryKey: ['booking figures', scope],
    queryFn: () => planner.rosters.bookings(scope),
    enabled: overview.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const shown = figures.data?.period ?? bookings.data?.period;

  return (
    <Page
      title="Rosters"
      subtitle={
        shown
          ? `${trust.name} · duties from ${dateText(shown.first)} to ${dateText(shown.last)} · hours by wall clock, on the day a shift starts`
          : trust.name
      }
      filters={period && <PeriodFilter imports={imports} period={period} onChange={setChosen} />}
      actions={shown && <PrintPage />}
    >
      <Answered query={figures}>
        {(roster) => (
          <Answered query={bookings}>
            {(lists) =>
              roster === null && lists === null ? (
                <EmptyState
                  title="No roster yet"
                  action={
                    <ScreenLink to="/imports" look="main">
                      Import a roster
                    </ScreenLink>
                  }
                >
                  <p>
                    Shift fill by unit, day and night, bank and agency share, headroom used and coordinator cover will
                    be here. Import a duty roster or a bank and agency list from Excel or CSV first.
                  </p>
                </EmptyState>
              ) : (
                <>
                  {roster && (
                    <RosterFigures figures={roster} onRows={(figured) => setBehind({ of: 'roster', ...figured })} />
                  )}
                  {lists && (
                    <BankLists figures={lists} onRows={(figured) => setBehind({ of: 'bookings', ...figured })} />
                  )}
                </>
              )
            }
          </Answered>
        )}
      </Answered>
      {behind && <RowsDialog scope={scope} behind={behind} onClose={() => setBehind(null)} />}
    </Page>
  );
}

function newestFirst<Import extends Period>(imports: readonly Import[]): Import[] {
  return [...imports].sort((one, other) => (one.last < other.last ? 1 : one.last > other.last ? -1 : 0));
}
