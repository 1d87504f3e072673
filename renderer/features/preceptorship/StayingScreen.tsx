import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StayingBy, Staying, PaperFormat } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { useTrust } from '../../client/trust.ts';
import { Choose, named } from '../../components/Choose.tsx';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText, percentText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PaperView } from '../../components/PaperView.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { groups, leftOutText } from './staying-words.ts';
import { StayingTable } from './StayingTable.tsx';
import { SharedStaying } from './SharedStaying.tsx';
import { stayingMade } from './figures.ts';
import { Definitions } from '../../components/Definitions.tsx';

/** What preceptorship does for retention: who stayed, beside the support given; and the board's report of it. */
export default function StayingScreen() {
  const trust = useTrust();
  const [by, setBy] = useState<StayingBy>('cohort');
  const [view, setView] = useState<'figures' | 'report'>('figures');
  const staying = useQuery({
    queryKey: ['preceptorship', trust.code, 'staying', by],
    queryFn: () => planner.preceptorship.staying({ trust: trust.code, by }),
    placeholderData: keepPreviousData,
  });
  const report = useQuery({
    queryKey: ['preceptorship', trust.code, 'cohort report'],
    queryFn: () => planner.preceptorship.cohortReport({ trust: trust.code }),
    enabled: view === 'report',
  });
  const save = useMutation({
    mutationFn: async (format: PaperFormat | 'xlsx') =>
      saveExported(
        format === 'xlsx'
          ? await planner.preceptorship.stayingFile({ trust: trust.code, by })
          : await planner.preceptorship.cohortReportFile({ trust: trust.code, format }),
      ),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  const data = staying.data;
  const has = data !== undefined && data.all.people > 0;
  const saving = (format: PaperFormat | 'xlsx') => ({ disabled: save.isPending, onClick: () => save.mutate(format) });
  return (
    <Page
      title="Staying in post"
      subtitle={[
        trust.name,
        'preceptees in post after 12 and 24 months, beside the support they were given',
        data?.knownTo ? `staff lists tell until ${dateText(data.knownTo)}` : null,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={
        has && (
          <>
            <span role="group" aria-label="View" className="actions">
              <Button aria-pressed={view === 'figures'} onClick={() => setView('figures')}>
                Figures
              </Button>
              <Button aria-pressed={view === 'report'} onClick={() => setView('report')}>
                Board report
              </Button>
            </span>
            {view === 'figures' && <Choose title="By" value={by} choices={named(groups)} onChoose={setBy} />}
          </>
        )
      }
      actions={
        has && (
          <>
            {view === 'figures' ? (
              <Button {...saving('xlsx')}>Export</Button>
            ) : (
              <>
                <Button kind="main" {...saving('docx')}>
                  Save as Word
                </Button>
                <Button {...saving('pdf')}>Save as PDF</Button>
              </>
            )}
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={staying}>
        {(answer) =>
          answer.all.people === 0 ? (
            <EmptyState
              title="Nobody has started a programme yet"
              action={
                <ScreenLink to="/imports" look="button">
                  Import a preceptorship log
                </ScreenLink>
              }
            >
              <p>
                Once preceptees have started, this shows how many were in post after 12 and 24 months, beside the
                meetings held on time and the hours given. Import a log, or enter preceptees by hand.
              </p>
            </EmptyState>
          ) : view === 'figures' ? (
            <StayingFigures data={answer} />
          ) : (
            <Answered query={report}>
              {({ paper, pictures }) => <PaperView paper={paper} pictures={pictures} />}
            </Answered>
          )
        }
      </Answered>
    </Page>
  );
}

function StayingFigures({ data }: { data: Staying }) {
  const { all, by, knownTo, smallNumber, formulas } = data;
  const made = stayingMade(data);
  const stayed = (name: string, months: 12 | 24) => {
    const answer = months === 12 ? all.at12 : all.at24;
    const { rate } = answer;
    const out = leftOutText(answer);
    return (
      <Figure
        name={name}
        value={rate.denominator === 0 ? 'Not known' : percentText(rate)}
        making={made.stayed(months)}
        remark={
          rate.denominator === 0
            ? (out ?? 'nobody started so long ago')
            : `${rate.numerator} of ${rate.denominator} in post${out ? `; ${out}` : ''}`
        }
      />
    );
  };
  return (
    <>
      <div className="not-printed">
        <Figures>
          {stayed('In post at 12 months', 12)}
          {stayed('In post at 24 months', 24)}
          <Figure
            name="Meetings on time"
            value={percentText(all.meetings)}
            making={made.meetings}
            remark={`${all.meetings.numerator} of ${all.meetings.denominator} meetings that fell due`}
          />
          <Figure
            name="Fully supported"
            value={`${all.fullySupported} of ${all.people}`}
            making={made.supported}
            remark="every meeting on time, and all hours owed by now given"
          />
        </Figures>
      </div>
      {knownTo === null && (
        <p className="note note--attention">
          No staff list is held, so who is still in post is not known.{' '}
          <ScreenLink to="/imports">Import the staff list</ScreenLink> and the leavers.
        </p>
      )}
      <h2>By {groups[by].toLowerCase()}</h2>
      <StayingTable staying={data} />
      <SharedStaying data={data} />
      <p className="note not-printed">
        Every count is shown on this screen, for the trust only. What is copied, printed, exported and in the board
        report leaves out counts from 1 to {smallNumber - 1}, and what they could be worked out from.
      </p>
      <details className="nhsuk-details not-printed">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How these figures are made</span>
        </summary>
        <Definitions items={formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula }))} />
      </details>
    </>
  );
}
