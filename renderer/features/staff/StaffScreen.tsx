import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { asDays, Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { PersonPage } from './PersonPage.tsx';
import { StaffList } from './StaffList.tsx';
import { StaffNumbers } from './StaffNumbers.tsx';

/** Staff in post on a day: WTE by place, group and band with its trend, and the people behind it. */
export default function StaffScreen() {
  const trust = useTrust();
  const [on, setOn] = useState<string | undefined>();
  const [view, setView] = useState<'numbers' | 'people'>('numbers');
  const [person, setPerson] = useState<string | null>(null);
  useOpened('person', setPerson);
  const censuses = useQuery({
    queryKey: ['staff censuses', trust.code],
    queryFn: () => planner.staff.censuses({ trust: trust.code }),
  });
  const inPost = useQuery({
    queryKey: ['staff in post', trust.code, on],
    queryFn: () => planner.staff.inPost({ trust: trust.code, on }),
    placeholderData: keepPreviousData,
  });

  if (person !== null) return <PersonPage person={person} onBack={() => setPerson(null)} />;
  const answer = inPost.data;
  return (
    <Page
      title="Staff in post"
      subtitle={
        answer
          ? `${trust.name} · permanent and fixed-term staff by the staff list of ${dateText(answer.census)} · bank and agency are not in it`
          : trust.name
      }
      filters={
        answer && (
          <>
            <Choose
              title="Staff list of"
              value={answer.census}
              choices={asDays([...(censuses.data ?? [answer.census])].reverse())}
              onChoose={setOn}
            />
            <div className="choice" role="group" aria-label="What to show">
              <Button aria-pressed={view === 'numbers'} onClick={() => setView('numbers')}>
                WTE and trends
              </Button>
              <Button aria-pressed={view === 'people'} onClick={() => setView('people')}>
                People and assignments
              </Button>
            </div>
          </>
        )
      }
      actions={answer && <PrintPage />}
    >
      <Answered query={inPost}>
        {(figures) =>
          figures === null ? (
            <EmptyState
              title="No staff list yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import a staff list
                </ScreenLink>
              }
            >
              <p>
                People in post by unit, staff group, band and cost centre will be here, with each month’s list kept as
                it stood. Import the staff-in-post list from ESR first.
              </p>
            </EmptyState>
          ) : view === 'numbers' ? (
            <StaffNumbers figures={figures} />
          ) : (
            <StaffList key={figures.census} figures={figures} onPerson={setPerson} />
          )
        }
      </Answered>
    </Page>
  );
}
