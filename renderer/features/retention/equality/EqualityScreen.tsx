import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EqualityIndicator, WorkforceEquality } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { Term } from '../../../components/Term.tsx';
import { Views } from '../../../components/Views.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { BandTable } from './BandTable.tsx';
import { Checklist } from './Checklist.tsx';
import { CountsDialog } from './CountsDialog.tsx';
import { EqualityActions } from './EqualityActions.tsx';
import { IndicatorFormulas, IndicatorTable } from './IndicatorTable.tsx';
import { SnapshotDialog } from './SnapshotDialog.tsx';

const views = {
  indicators: 'Indicators',
  bands: 'Staff by band',
  checklist: 'Anti-racism checklist',
  actions: 'Actions',
} as const;
type View = keyof typeof views;

/** Workforce race equality: indicators by snapshot, staff by band, the anti-racism checklist and the plan's actions. */
export default function EqualityScreen() {
  const trust = useTrust();
  const [view, setView] = useState<View>('indicators');
  const [chosen, setChosen] = useState<number | null>(null);
  const [counting, setCounting] = useState<EqualityIndicator | null>(null);
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['workforce equality', trust.code, chosen],
    queryFn: () => planner.retention.equality({ trust: trust.code, ...(chosen === null ? {} : { id: chosen }) }),
  });
  const remove = useAct(
    (id: number) => planner.retention.removeSnapshot({ trust: trust.code, id }),
    ({ label }) => `${label}. Undo brings it back.`,
  );
  const data = query.data;
  const shown = data?.shown;
  const begin = (
    <Button kind="main" onClick={() => setAdding(true)}>
      Begin a snapshot
    </Button>
  );
  const ofSnapshot = view === 'indicators' || view === 'bands';
  return (
    <Page
      title="Workforce equality"
      subtitle={[
        trust.name,
        shown && `snapshot of ${dateText(shown.day)}`,
        data?.list && `staff list of ${dateText(data.list.census)}`,
        data && `${data.pack.title}, version ${data.pack.version}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={
        shown &&
        ofSnapshot && (
          <Choose
            title="Snapshot"
            value={String(shown.id)}
            choices={data.snapshots.map(({ id, day }) => ({ key: String(id), name: dateText(day) }))}
            onChoose={(id) => setChosen(Number(id))}
          />
        )
      }
      actions={
        shown &&
        ofSnapshot && (
          <>
            <ShareButton
              file={(profile) => planner.retention.equalityFile({ trust: trust.code, id: shown.id, profile })}
            />
            <PrintPage />
            {begin}
          </>
        )
      }
    >
      <Views views={views} view={view} onView={setView} />
      <Answered query={query}>
        {(answer) => {
          if (view === 'checklist') return <Checklist data={answer} />;
          if (view === 'actions') return <EqualityActions />;
          if (!answer.shown)
            return (
              <EmptyState title="No snapshot yet" action={begin}>
                <p>
                  The indicators of the Workforce Race Equality Standard that a maternity service can compute will be
                  here, the earlier snapshot beside them. Begin one, usually as on 31 March. Staff by band and ethnic
                  group come from the staff list; what is counted elsewhere is entered, as numbers of people without
                  names.
                </p>
              </EmptyState>
            );
          return (
            <>
              <ListNotes data={answer} />
              {view === 'bands' ? (
                <BandTable data={answer} />
              ) : (
                <>
                  <IndicatorTable data={answer} onCount={setCounting} onBands={() => setView('bands')} />
                  <IndicatorFormulas data={answer} />
                </>
              )}
              <p className="note not-printed">
                Every count is shown here, and in what is printed or copied from here: keep that inside the trust.
                “Export to share” leaves out <Term of="suppression">small counts</Term> with all that would tell them.
              </p>
              <p className="not-printed">
                <Button
                  kind="warning"
                  onClick={() =>
                    answer.shown &&
                    remove.mutate(answer.shown.id, {
                      onSuccess: () => setChosen(null),
                      onError: (error) => announce(sentence(error)),
                    })
                  }
                >
                  Remove the snapshot
                </Button>
              </p>
            </>
          );
        }}
      </Answered>
      {adding && <SnapshotDialog onAdded={setChosen} onClose={() => setAdding(false)} />}
      {counting && data && shown && (
        <CountsDialog data={data} snapshot={shown.id} indicator={counting} onClose={() => setCounting(null)} />
      )}
    </Page>
  );
}

/** What is to be known of where the workforce comes from. */
function ListNotes({ data: { list } }: { data: WorkforceEquality }) {
  if (list === null)
    return (
      <p className="note note--attention">
        No staff list of this day or before it says the ethnic origin of staff.{' '}
        <ScreenLink to="/imports">Import one</ScreenLink>, or enter heads by group at indicator 1.
      </p>
    );
  return (
    <>
      {list.isOld && (
        <p className="note note--attention">
          The staff list is {list.daysBefore} days older than the snapshot.{' '}
          <ScreenLink to="/imports">Import a newer one</ScreenLink>, or read the figures as of {dateText(list.census)}.
        </p>
      )}
      {list.strange.length > 0 && (
        <p className="note note--attention">
          Counted as unknown, since no category is called so: {list.strange.join(', ')}.
        </p>
      )}
    </>
  );
}
