import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appointee, Mentors } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose, titled } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText, percentText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { AppointeeTable } from './AppointeeTable.tsx';
import { mentorsExport } from './mentors-export.ts';
import { type Show, shareText, shows } from './mentor-words.ts';
import { MentoringDialog } from './MentoringDialog.tsx';
import { MentorTable } from './MentorTable.tsx';
import { StepDialog } from './StepDialog.tsx';
import { mentorsMade } from './figures.ts';

type Open =
  | { kind: 'mentoring'; id: number; naming?: boolean }
  | { kind: 'new'; appointee: Appointee | null }
  | { kind: 'step'; id: number; step: string };

/** Newly appointed Band 7 and 8 midwives: who has a mentor, what is due, and who is new by the staff list. */
export default function MentorsScreen() {
  const trust = useTrust();
  const [span, setSpan] = useState<{ first: string; last: string } | null>(null);
  const [show, setShow] = useState<Show>('all');
  const [open, setOpen] = useState<Open | null>(null);
  useOpened('mentoring', (key) => setOpen({ kind: 'mentoring', id: Number(key) }));
  const asked = span && span.first && span.last && span.first <= span.last ? { period: span } : {};
  const mentors = useQuery({
    queryKey: ['preceptorship', trust.code, 'mentors', asked],
    queryFn: () => planner.preceptorship.mentors({ trust: trust.code, ...asked }),
    placeholderData: keepPreviousData,
  });
  const data = mentors.data;
  const rows = data?.mentorings.filter(shows[show].has) ?? [];
  const has = data !== undefined && data.mentorings.length > 0;
  const { first, last } = span ?? data?.period ?? { first: '', last: '' };
  const opened = open && open.kind !== 'new' ? data?.mentorings.find(({ id }) => id === open.id) : undefined;
  const add = (
    <Button kind="main" onClick={() => setOpen({ kind: 'new', appointee: null })}>
      Add an appointment
    </Button>
  );
  return (
    <Page
      title="Mentors"
      subtitle={[
        trust.name,
        'newly appointed Band 7 and 8 midwives',
        data && `as on ${dateText(data.on)}`,
        data && `days of the mentors’ rules, version ${data.pack.version}, or your own`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={
        has && (
          <>
            <Choose title="Show" value={show} choices={titled(shows)} onChoose={setShow} />
            <label className="filter">
              Share of those appointed from
              <input type="date" value={first} onChange={({ target }) => setSpan({ first: target.value, last })} />
            </label>
            <label className="filter">
              to
              <input
                aria-label="Share of those appointed to"
                type="date"
                value={last}
                onChange={({ target }) => setSpan({ first, last: target.value })}
              />
            </label>
          </>
        )
      }
      actions={
        has && (
          <>
            <ExportButton table={() => mentorsExport(data, rows, trust.name)} />
            <PrintPage />
            {add}
          </>
        )
      }
    >
      <Answered query={mentors}>
        {(answer) => (
          <>
            {answer.mentorings.length === 0 ? (
              <EmptyState title="No mentors yet" action={add}>
                <p>
                  Each newly appointed Band 7 and 8 midwife, her mentor, first meeting, reviews and objectives will be
                  here, with what is due. Add the first appointment
                  {answer.appointees?.length ? ', or enter somebody from the staff list below' : ''}.
                </p>
              </EmptyState>
            ) : (
              <>
                <Headlines data={answer} onOverdue={() => setShow('overdue')} />
                <h2>Appointments</h2>
                <MentorTable
                  rows={rows}
                  onOpen={(id) => setOpen({ kind: 'mentoring', id })}
                  onAct={({ id, next }) =>
                    setOpen(
                      next && next.step !== 'mentor'
                        ? { kind: 'step', id, step: next.step }
                        : { kind: 'mentoring', id, naming: true },
                    )
                  }
                />
              </>
            )}
            {answer.appointees !== null && answer.appointees.length > 0 && (
              <AppointeeTable
                rows={answer.appointees}
                months={answer.rules.newForMonths}
                onEnter={(appointee) => setOpen({ kind: 'new', appointee })}
              />
            )}
          </>
        )}
      </Answered>
      {open?.kind === 'new' && data && (
        <MentoringDialog
          bands={data.rules.bands}
          mentoring={null}
          appointee={open.appointee}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'mentoring' && data && opened && (
        <MentoringDialog
          bands={data.rules.bands}
          mentoring={opened}
          appointee={null}
          naming={open.naming ?? false}
          onStep={(step) => setOpen({ kind: 'step', id: open.id, step })}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'step' && opened && (
        <StepDialog mentoring={opened} step={open.step} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

function Headlines({ data, onOverdue }: { data: Mentors; onOverdue: () => void }) {
  const made = mentorsMade(data);
  return (
    <Figures>
      <Figure
        name="With a mentor in time"
        value={percentText(data.share)}
        making={made.share}
        remark={shareText(data)}
      />
      <Figure
        name="Overdue"
        value={`${data.overdue} ${data.overdue === 1 ? 'person' : 'people'}`}
        making={made.overdue}
        remark="with a step past its day and not done"
        onRows={onOverdue}
      />
      <Figure
        name="Due soon"
        value={`${data.dueSoon} ${data.dueSoon === 1 ? 'person' : 'people'}`}
        making={made.dueSoon}
        remark={`with a step due within ${data.rules.dueSoonDays} days`}
      />
      <Figure
        name="Not entered yet"
        value={data.appointees === null ? 'Not known' : String(data.appointees.length)}
        making={made.notEntered}
        remark={
          data.appointees === null
            ? 'import a staff list to see who is new'
            : `new in Band 7 or 8 within ${data.rules.newForMonths} months by the staff list`
        }
      />
    </Figures>
  );
}
