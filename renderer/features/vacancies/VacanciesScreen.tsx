import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { Board } from './Board.tsx';
import { exportOf } from './export.ts';
import { Headlines } from './Headlines.tsx';
import { PostDialog } from './PostDialog.tsx';
import { PostTable } from './PostTable.tsx';
import { Recruitment } from './Recruitment.tsx';
import { everything, type Filter, filtered, PlanFilters } from './PlanFilters.tsx';

const views = { table: 'Table', board: 'Board', recruitment: 'Time and likelihood' } as const;
type View = keyof typeof views;

/** The plan of vacant posts and the people who are to fill them. */
export default function VacanciesScreen() {
  const trust = useTrust();
  const [view, setView] = useState<View>('table');
  const [filter, setFilter] = useState<Filter>(everything);
  const [open, setOpen] = useState<string | 'new' | null>(null);
  useOpened('post', setOpen);
  /** An earlier day; null for today. */
  const [on, setOn] = useState<string | null>(null);
  const plan = useQuery({
    queryKey: ['vacancies', trust.code, on],
    queryFn: () => planner.vacancies.plan({ trust: trust.code, ...(on ? { on } : {}) }),
    placeholderData: keepPreviousData,
  });
  const data = plan.data;
  const isPast = data !== undefined && data.on < data.today;
  const has = data !== undefined && (data.posts.length > 0 || on !== null);
  const posts = data ? filtered(data.posts, filter) : [];
  return (
    <Page
      title="Vacancies"
      subtitle={[
        trust.name,
        data?.trackerDay ? `tracker of ${dateText(data.trackerDay)}` : null,
        data && `${data.posts.filter(({ from }) => from === null).length} entered by hand`,
        data && `likelihoods: ${data.pack.title.split(',')[0]}, version ${data.pack.version}, or your own`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={
        has && (
          <span className="vacancy-filters">
            <Choose
              title="On"
              value={on ?? ''}
              onChoose={(day) => setOn(day || null)}
              all="Today"
              choices={data.days.map((day) => ({ key: day, name: shortDate(day) }))}
            />
            <PlanFilters plan={data} filter={filter} onFilter={setFilter} />
          </span>
        )
      }
      actions={
        has && (
          <>
            <ExportButton table={() => exportOf(data, posts, trust.name)} />
            <PrintPage />
            {!isPast && (
              <Button kind="main" onClick={() => setOpen('new')}>
                Add a vacancy
              </Button>
            )}
          </>
        )
      }
    >
      <Answered query={plan}>
        {(answer) =>
          answer.posts.length === 0 && on === null ? (
            <EmptyState
              title="No vacancies yet"
              action={
                <p className="actions">
                  <Button kind="main" onClick={() => setOpen('new')}>
                    Add a vacancy
                  </Button>
                  <ScreenLink to="/imports" look="button">
                    Import a tracker
                  </ScreenLink>
                </p>
              }
            >
              <p>
                Posts from approval to start, who is to fill them and by which route, how long recruitment takes and
                what it brings into the forecast will be here. Import your vacancy tracker, or enter the first post.
              </p>
            </EmptyState>
          ) : (
            <>
              {isPast && (
                <p className="note">
                  The plan as it stood on {dateText(answer.on)}: posts at the stage of that day, without what came
                  later.{' '}
                  {answer.trackerDay !== null &&
                    answer.trackerDay > answer.on &&
                    `There is no tracker of before: its posts are as that of ${dateText(answer.trackerDay)} has them. `}
                  To change a post, go back to today.{' '}
                  <Button className="button--small" onClick={() => setOn(null)}>
                    Go back to today
                  </Button>
                </p>
              )}
              <Headlines plan={answer} onShow={(show) => setFilter({ ...everything, show })} />
              <Views
                views={views}
                view={view}
                onView={(chosen) => {
                  setView(chosen);
                  // The table has a filter of its own.
                  setFilter({ ...filter, search: '' });
                }}
              />
              {view === 'table' && <PostTable plan={answer} posts={posts} onOpen={isPast ? null : setOpen} />}
              {view === 'board' && (
                <>
                  <label className="filter">
                    Search
                    <input
                      type="search"
                      value={filter.search}
                      onChange={({ target }) => setFilter({ ...filter, search: target.value })}
                    />
                  </label>
                  <Board plan={answer} posts={posts} onOpen={isPast ? null : setOpen} />
                </>
              )}
              {view === 'recruitment' && <Recruitment plan={answer} />}
            </>
          )
        }
      </Answered>
      {open !== null && data && (
        <PostDialog
          key={open}
          plan={data}
          post={data.posts.find(({ key }) => key === open) ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

/** "30 Sep 2026": the list of days stands in one line with the other filters. */
const shortDate = (day: string) => dateText(day).replace(/ (\w{3})\w* /, ' $1 ');
