import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NeedsAnalysis } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText, decimal, hoursText, percentText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { needsExport } from './needs-export.ts';
import { NeedsHours } from './NeedsHours.tsx';
import { NeedsMatrix } from './NeedsMatrix.tsx';
import { NeedsTrail } from './NeedsTrail.tsx';
import { NeedsYears } from './NeedsYears.tsx';
import { TopicDialog } from './TopicDialog.tsx';
import { needsMade } from './needs-figures.ts';

const views = {
  matrix: 'Who needs what',
  hours: 'Hours and backfill',
  years: 'Three years',
  trail: 'Versions and approval',
} as const;
type View = keyof typeof views;

/** The training needs analysis of a year: who needs what, how many sessions, hours and backfill it takes, and who approved it. */
export default function NeedsScreen() {
  const trust = useTrust();
  const [chosen, setChosen] = useState<number | undefined>();
  const [view, setView] = useState<View>('matrix');
  const [topic, setTopic] = useState<string | 'new' | null>(null);
  const asked = { trust: trust.code, ...(chosen === undefined ? {} : { id: chosen }) };
  const needs = useQuery({ queryKey: ['training needs', asked], queryFn: () => planner.training.needs(asked) });
  const begin = useAct(
    (day: string | undefined) => planner.training.newNeeds({ trust: trust.code, ...(day ? { day } : {}) }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const start = (day?: string) =>
    begin.mutate(day, {
      onSuccess: ({ id }) => setChosen(id),
      onError: (error) => announce(sentence(error)),
    });
  const data = needs.data?.analysis ?? null;
  const next = data && yearAfter(data.first);
  const hasNext = needs.data?.versions.some(({ first }) => first === next?.first);
  const isFrozen = (data?.approvals.length ?? 0) > 0;
  return (
    <Page
      title="Training needs"
      subtitle={
        data
          ? `${trust.name} · ${data.title}, version ${data.version}, by the staff list in force on ${dateText(data.madeOn)} · ${data.framework.title}`
          : trust.name
      }
      filters={
        data &&
        needs.data && (
          <Choose
            title="Version"
            value={data.id}
            choices={[...needs.data.versions].reverse().map(({ id, title, version, approvals }) => ({
              key: id,
              name: `${title}, version ${version}${approvals.length > 0 ? ', approved' : ''}`,
            }))}
            onChoose={setChosen}
          />
        )
      }
      actions={
        data && (
          <>
            <ExportButton table={() => needsExport(data, trust.name)} />
            <PrintPage />
            {!isFrozen && <Button onClick={() => setTopic('new')}>Add a topic</Button>}
            {next && !hasNext && data.first <= (needs.data?.today ?? '') && (
              <Button disabled={begin.isPending} onClick={() => start(next.first)}>
                Begin {next.title}
              </Button>
            )}
            <Button kind="main" disabled={begin.isPending} onClick={() => start(data.first)}>
              New version
            </Button>
          </>
        )
      }
    >
      <Answered query={needs}>
        {({ analysis }) =>
          analysis === null ? (
            <EmptyState
              title="No needs analysis yet"
              action={
                <Button kind="main" disabled={begin.isPending} onClick={() => start()}>
                  Begin this year’s analysis
                </Button>
              }
            >
              <p>
                Which staff group needs which topic, how many sessions and hours that takes, the backfill and its cost,
                the plan for three years and who approved it will be here. It begins with what the framework asks; you
                change what is otherwise with you.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={analysis} />
              <Views views={views} view={view} onView={setView} />
              {isFrozen && (
                <p className="note">This version is approved and stays as it is. Make a new version to change it.</p>
              )}
              {view === 'matrix' && <NeedsMatrix data={analysis} isFrozen={isFrozen} onTopic={setTopic} />}
              {view === 'hours' && <NeedsHours data={analysis} />}
              {view === 'years' && <NeedsYears data={analysis} isFrozen={isFrozen} />}
              {view === 'trail' && (
                <NeedsTrail data={analysis} versions={needs.data?.versions ?? []} today={needs.data?.today ?? ''} />
              )}
            </>
          )
        }
      </Answered>
      {topic !== null && data && (
        <TopicDialog
          data={data}
          topic={data.topics.find(({ key }) => key === topic) ?? null}
          isFrozen={isFrozen}
          onClose={() => setTopic(null)}
        />
      )}
    </Page>
  );
}

/** The NHS year after the one that begins on a day. */
function yearAfter(first: string): { first: string; title: string } {
  const year = Number(first.slice(0, 4)) + 1;
  return { first: `${year}-04-01`, title: `${year}/${String(year + 1).slice(2)}` };
}

function Headlines({ data }: { data: NeedsAnalysis }) {
  const { totals, assumptions } = data;
  const made = needsMade(data);
  const wte = totals.backfill.denominator === 0 ? 0 : totals.backfill.numerator / totals.backfill.denominator;
  return (
    <Figures>
      <Figure
        name="Training hours"
        value={`${hoursText(totals.minutes)} h`}
        making={made.hours}
        remark="people due × hours of each required topic, by head"
      />
      <Figure
        name="Sessions"
        value={String(totals.sessions)}
        making={made.sessions}
        remark={`with ${assumptions.absentPercent} % who do not come`}
      />
      <Figure
        name="Backfill"
        value={`${decimal(wte, 2)} WTE`}
        making={made.backfill}
        remark={`hours ÷ ${assumptions.annualHours.toLocaleString('en-GB')} paid hours${assumptions.backfillNeedsCover ? ` ÷ (1 − ${assumptions.upliftPercent} %)` : ''} · £${decimal(totals.pence / 100, 0)}`}
      />
      <Figure
        name="Share of headroom"
        value={percentText(totals.headroom)}
        making={made.headroom}
        remark={`of paid time in post; the uplift is ${assumptions.upliftPercent} % ${assumptions.upliftFrom === null ? '(usual value)' : `by ${assumptions.upliftFrom}`}, of it ${assumptions.studyPercent} % for study`}
      />
    </Figures>
  );
}
