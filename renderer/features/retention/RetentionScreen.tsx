import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { NEW, useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { counted, dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { ActionBoard } from './ActionBoard.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionPage } from './ActionPage.tsx';
import { ActionTable } from './ActionTable.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { exportOf } from './export.ts';
import { OnePage } from './OnePage.tsx';
import { everything, type Filter, filtered, PlanFilters } from './PlanFilters.tsx';
import { PlanHeadlines } from './PlanHeadlines.tsx';
import { Travels } from './Travels.tsx';
import { Versions } from './Versions.tsx';

const views = { table: 'Table', board: 'Board', versions: 'Versions', travels: 'What travels' } as const;
type View = keyof typeof views;

/** The living retention improvement plan: what is done about why people leave. */
export default function RetentionScreen() {
  const trust = useTrust();
  const [view, setView] = useState<View>('table');
  const [filter, setFilter] = useState<Filter>(everything);
  const [open, setOpen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'new' | 'approve' | null>(null);
  useOpened('action', (key) => (key === NEW ? setDialog('new') : setOpen(key)));
  const query = useQuery({
    queryKey: ['retention plan', trust.code],
    queryFn: () => planner.retention.plan({ trust: trust.code }),
  });
  const plan = query.data;
  const action = plan?.actions.find(({ key }) => key === open);
  if (plan && action) return <ActionPage plan={plan} action={action} trust={trust.name} onBack={() => setOpen(null)} />;
  const has = plan !== undefined && plan.actions.length > 0;
  const actions = plan ? filtered(plan.actions, filter) : [];
  return (
    <Page
      title="Retention plan"
      subtitle={[
        trust.name,
        plan?.planDay && `plan of ${dateText(plan.planDay)}`,
        plan && `${counted(plan.actions.filter(({ from }) => from === null).length, 'action')} entered by hand`,
        plan?.versions[0] && `${plan.versions[0].name}, approved by ${plan.versions[0].approvedBy}`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={has && <PlanFilters plan={plan} filter={filter} onFilter={setFilter} />}
      actions={
        has && (
          <>
            <ExportButton table={() => exportOf(plan, actions, trust.name)} />
            <PrintPage>Print on one page</PrintPage>
            <Button kind="main" onClick={() => setDialog('new')}>
              Add an action
            </Button>
          </>
        )
      }
    >
      <Answered query={query}>
        {(answer) =>
          answer.actions.length === 0 ? (
            <EmptyState
              title="No retention plan yet"
              action={
                <p className="actions">
                  <Button kind="main" onClick={() => setDialog('new')}>
                    Add an action
                  </Button>
                  <ScreenLink to="/imports" look="button">
                    Import a plan
                  </ScreenLink>
                </p>
              }
            >
              <p>
                Why people leave, what is done about it, by whom and until when, and whether it works will be here.
                Import your retention improvement plan, or enter the first action.
              </p>
            </EmptyState>
          ) : (
            <>
              <OnePage plan={answer} />
              <div className="not-printed">
                <PlanHeadlines plan={answer} onShow={(show) => setFilter({ ...everything, show })} />
                <Views views={views} view={view} onView={setView} />
                {view === 'table' && <ActionTable actions={actions} onOpen={setOpen} />}
                {view === 'board' && <ActionBoard plan={answer} actions={actions} onOpen={setOpen} />}
                {view === 'travels' && <Travels />}
                {view === 'versions' && <Versions plan={answer} onApprove={() => setDialog('approve')} />}
              </div>
            </>
          )
        }
      </Answered>
      {plan && dialog === 'new' && (
        <ActionDialog plan={plan} action={null} onSaved={setOpen} onClose={() => setDialog(null)} />
      )}
      {plan && dialog === 'approve' && <ApproveDialog plan={plan} onClose={() => setDialog(null)} />}
    </Page>
  );
}
