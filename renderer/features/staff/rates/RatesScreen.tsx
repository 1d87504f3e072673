import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { asDays, Choose } from '../../../components/Choose.tsx';
import { Answered } from '../../../components/Answered.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { ProfileTables } from './ProfileTables.tsx';
import { type Behind, RateRows } from './RateRows.tsx';
import { RatesFigures } from './RatesFigures.tsx';
import { RatesTrendChart } from './RatesTrendChart.tsx';
import { VacancyAge } from './VacancyAge.tsx';

const maternity = ['midwives', 'support'];

/** Leavers, stability, sickness, service, age and vacancy age, each with its formula, its trend and its rows. */
export default function RatesScreen() {
  const trust = useTrust();
  const [on, setOn] = useState<string | undefined>();
  const [chosen, setChosen] = useState('maternity');
  const [behind, setBehind] = useState<Behind | null>(null);
  const groups = chosen === 'maternity' ? maternity : [chosen];
  const scope = { trust: trust.code, on, groups };
  const censuses = useQuery({
    queryKey: ['staff censuses', trust.code],
    queryFn: () => planner.staff.censuses({ trust: trust.code }),
  });
  const trend = useQuery({
    queryKey: ['rates trend', scope],
    queryFn: () => planner.staff.ratesTrend(scope),
    placeholderData: keepPreviousData,
  });
  const found = trend.data;
  const year = found && { first: nextDay(yearBefore(found.census)), last: found.census };

  return (
    <Page
      title="Rates"
      subtitle={
        year
          ? `${trust.name} · the twelve months ${dateText(year.first)} to ${dateText(year.last)} · bank and agency are not in it`
          : trust.name
      }
      filters={
        found && (
          <>
            <Choose
              title="Staff list of"
              value={found.census}
              choices={asDays([...(censuses.data ?? [found.census])].reverse())}
              onChoose={setOn}
            />
            <Choose
              title="Staff group"
              value={chosen}
              choices={[{ key: 'maternity', name: 'Midwives and support workers' }, ...found.groups]}
              onChoose={setChosen}
            />
          </>
        )
      }
      actions={found && <PrintPage />}
    >
      <Answered query={trend}>
        {(answer) =>
          answer === null || !year ? (
            <EmptyState
              title="No rates yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import a staff list
                </ScreenLink>
              }
            >
              <p>
                Leaver rate, stability, sickness, length of service and age will be here. Import the staff list, the
                leavers of the last 24 months and the absence episodes from ESR.
              </p>
            </EmptyState>
          ) : (
            <>
              <RatesFigures trust={trust.code} period={year} groups={groups} onRows={setBehind} />
              <RatesTrendChart trend={answer} />
              <ProfileTables scope={{ ...scope, on: answer.census }} onRows={setBehind} />
              <VacancyAge trust={trust.code} />
            </>
          )
        }
      </Answered>
      {behind && year && (
        <RateRows scope={{ trust: trust.code, period: year, groups }} behind={behind} onClose={() => setBehind(null)} />
      )}
    </Page>
  );
}

/** The civil date a year before, and the one after: the last of a February is a last of February. */
function yearBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  const isLast = new Date(Date.UTC(year, month, 0)).getUTCDate() === date;
  return new Date(Date.UTC(year - 1, month - 1, isLast ? last : Math.min(date, last))).toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
