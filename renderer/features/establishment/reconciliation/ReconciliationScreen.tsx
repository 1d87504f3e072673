import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { asDays, Choose, named } from '../../../components/Choose.tsx';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { DifferenceDialog } from './DifferenceDialog.tsx';
import { LinesTable } from './LinesTable.tsx';
import { ReasonsDialog } from './ReasonsDialog.tsx';
import { ReconciliationFigures } from './ReconciliationFigures.tsx';
import { FileFindings } from './FileFindings.tsx';
import { type By, rowsOf, type Shown } from './rows.ts';

const ways: Readonly<Record<By, string>> = { line: 'cost centre, group and band', post: 'post' };
const shows: Readonly<Record<Shown, string>> = {
  open: 'Differences not settled',
  differences: 'All differences',
  all: 'All lines',
};

/** The ledger against the staff list, line by line: what disagrees, why, and who sees to it. */
export default function ReconciliationScreen() {
  const trust = useTrust();
  const [on, setOn] = useState<string | undefined>();
  const [by, setBy] = useState<By>('line');
  const [shown, setShown] = useState<Shown>('differences');
  const [open, setOpen] = useState<string | null>(null);
  const [reasons, setReasons] = useState(false);
  const query = useQuery({
    queryKey: ['reconciliation', trust.code, on],
    queryFn: () => planner.establishment.reconciliation({ trust: trust.code, on }),
    placeholderData: keepPreviousData,
  });
  const answer = query.data;
  const opened = answer && open !== null ? rowsOf(answer, by, 'all').find(({ key }) => key === open) : undefined;

  return (
    <Page
      title="Reconciliation"
      subtitle={
        answer
          ? `${trust.name} · ledger of ${dateText(answer.ledgerCensus)} against the staff list of ${dateText(answer.staffCensus)} · by cost centre, staff group, band and post`
          : trust.name
      }
      filters={
        answer && (
          <>
            <Choose title="Ledger of" value={answer.ledgerCensus} choices={asDays(answer.ledgers)} onChoose={setOn} />
            <Choose title="By" value={by} choices={named(ways)} onChoose={setBy} />
            <Choose title="Show" value={shown} choices={named(shows)} onChoose={setShown} />
          </>
        )
      }
      actions={
        answer && (
          <>
            <Button onClick={() => setReasons(true)}>Change the reasons</Button>
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={query}>
        {(found) =>
          found === null ? (
            <EmptyState
              title="Nothing to reconcile yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import a ledger and a staff list
                </ScreenLink>
              }
            >
              <p>
                Every cost centre, staff group and band will be here with what finance funds and who the staff record
                has in post, where the two disagree, and why. Import the month’s budget in WTE from finance, and the
                staff-in-post list of the same day or before from ESR.
              </p>
            </EmptyState>
          ) : (
            <>
              <ReconciliationFigures found={found} by={by} />
              {found.remarks.map(({ code, message }) => (
                <p key={code} className="note note--attention">
                  {message}
                </p>
              ))}
              <LinesTable
                trust={trust.code}
                found={found}
                by={by}
                rows={rowsOf(found, by, shown)}
                onOpen={({ key }) => setOpen(key)}
              />
              <FileFindings found={found} />
            </>
          )
        }
      </Answered>
      {answer && opened && (
        <DifferenceDialog trust={trust.code} found={answer} row={opened} onClose={() => setOpen(null)} />
      )}
      {answer && reasons && (
        <ReasonsDialog trust={trust.code} reasons={answer.reasons} onClose={() => setReasons(false)} />
      )}
    </Page>
  );
}
