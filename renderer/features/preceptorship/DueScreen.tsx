import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { DueList, DueListItem, DueShown } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { asNamed, Choose, named } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { DueDialog } from './DueDialog.tsx';
import { dueKey, DueTable } from './DueTable.tsx';
import { MentoringOpened } from './MentoringOpened.tsx';
import { PrecepteePage } from './PrecepteePage.tsx';
import { sinceText, whenTitles } from './words.ts';
import { dueMade } from './figures.ts';

type When = DueShown['when'];
const hows: Record<Exclude<When, 'possible'>, string> = {
  overdue: 'their day has gone by',
  today: 'fall due today',
  week: 'after today, to Sunday',
  month: 'later, within the days of warning',
};

const none: readonly DueListItem[] = [];

/** "12 preceptees, 3 new in Band 7 or 8". */
function whoText({ people, mentorings }: DueList): string {
  return [counted(people, 'preceptee'), mentorings > 0 ? `${mentorings} new in Band 7 or 8` : null]
    .filter(Boolean)
    .join(', ');
}

/** Names to choose from: of mentors for what a mentor does, else of preceptors. */
function namesBeside({ items }: DueList, { mentoring }: DueListItem): string[] {
  const alike = items.filter((item) => (item.mentoring === null) === (mentoring === null));
  return [...new Set(alike.flatMap(({ preceptor }) => preceptor ?? []))].sort();
}

/** What is due of all preceptees and of those new in Band 7 or 8: overdue, today, this week and this month, each with the ways to take it off. */
export default function DueScreen() {
  const trust = useTrust();
  const [when, setWhen] = useState<When | null>(null);
  const [cohort, setCohort] = useState('');
  const [acting, setActing] = useState<DueListItem | null>(null);
  const [open, setOpen] = useState<DueListItem | null>(null);
  const query = useQuery({
    queryKey: ['preceptorship due', trust.code],
    queryFn: () => planner.preceptorship.due({ trust: trust.code }),
  });
  const data = query.data;
  useOpened(
    'due',
    (wanted) =>
      // Once the title has had the focus: when the dialog closes, it goes back to the line, or to the next where that is gone.
      setTimeout(() => {
        document.querySelector<HTMLElement>(`[data-due="${CSS.escape(wanted)}"]`)?.focus();
        setActing(data?.items.find((item) => dueKey(item) === wanted) ?? null);
      }),
    data !== undefined,
  );
  const all = data?.items ?? none;
  const items = useMemo(
    () => all.filter((item) => (when === null || item.when === when) && (cohort === '' || item.cohort === cohort)),
    [all, when, cohort],
  );

  const calendar = async () => {
    try {
      const file = await planner.preceptorship.calendar({ trust: trust.code, ...(cohort ? { cohort } : {}) });
      announce((await saveExported(file)) ?? '');
    } catch (error) {
      announce(sentence(error));
    }
  };

  if (open !== null && open.mentoring === null)
    return <PrecepteePage preceptee={open.key} back="the due list" onBack={() => setOpen(null)} />;
  const has = data !== undefined && data.people + data.mentorings > 0;
  return (
    <Page
      title="Due list"
      subtitle={[trust.name, 'preceptorship and mentors', data && dateText(data.on), data && whoText(data)]
        .filter(Boolean)
        .join(' · ')}
      filters={
        has && (
          <>
            <Choose
              title="Show"
              value={when ?? ''}
              choices={named(whenTitles)}
              all="All"
              onChoose={(key) => setWhen(key || null)}
            />
            <Choose title="Cohort" all="All" value={cohort} choices={asNamed(data.cohorts)} onChoose={setCohort} />
          </>
        )
      }
      actions={
        has && (
          <>
            <Button onClick={() => void calendar()}>Save as calendar</Button>
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={query}>
        {(answer) =>
          answer.people + answer.mentorings === 0 ? (
            <EmptyState
              title="Nobody is followed yet"
              action={
                <p className="actions">
                  <a className="button button--main" href="#/preceptorship">
                    Add a preceptee
                  </a>
                  <ScreenLink to="/imports" look="button">
                    Import a log
                  </ScreenLink>
                </p>
              }
            >
              <p>
                Preceptors to be named, meetings, hours and ends that fall due will be here, with who, what and since
                when. Import your preceptorship log, or add the first preceptee.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} when={when} onShow={setWhen} />
              {items.length === 0 ? (
                <p role="status">
                  {answer.items.length === 0 ? 'Nothing is due. Well done.' : 'Nothing is due that fits the filters.'}
                </p>
              ) : (
                <DueTable items={items} onAct={setActing} onOpen={setOpen} />
              )}
            </>
          )
        }
      </Answered>
      {open !== null && open.mentoring !== null && (
        <MentoringOpened id={open.mentoring} onClose={() => setOpen(null)} />
      )}
      {acting && data && (
        <DueDialog
          due={{ item: acting, whose: acting, today: data.on }}
          preceptors={namesBeside(data, acting)}
          since={acting.when === 'possible' ? `Possible since ${dateText(acting.due)}` : `Due ${sinceText(acting)}`}
          onClose={() => setActing(null)}
        />
      )}
    </Page>
  );
}

function Headlines({ data, when, onShow }: { data: DueList; when: When | null; onShow: (when: When | null) => void }) {
  const made = dueMade(data);
  return (
    <Figures>
      {(Object.keys(hows) as (keyof typeof hows)[]).map((key) => (
        <Figure
          key={key}
          name={whenTitles[key]}
          value={String(data.counts[key])}
          making={made[key]}
          remark={hows[key]}
          onRows={() => onShow(when === key ? null : key)}
        />
      ))}
    </Figures>
  );
}
