import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Choose } from '../../../components/Choose.tsx';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { RoundDialog } from './RoundDialog.tsx';
import { exportOf } from './round-export.ts';
import { RoundView } from './RoundView.tsx';

/** Rounds of the retention self-assessment: rating, evidence, gap and priority, the earlier round beside. */
export default function SelfAssessmentScreen() {
  const trust = useTrust();
  const [chosen, setChosen] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['self-assessments', trust.code],
    queryFn: () => planner.retention.rounds({ trust: trust.code }),
  });
  const rounds = query.data?.rounds ?? [];
  const shown = rounds.find(({ id }) => id === chosen) ?? rounds[0];
  return (
    <Page
      title="Self-assessment"
      subtitle={[
        trust.name,
        shown && `${shown.answered} of ${shown.statements} statements rated`,
        query.data && `${query.data.pack.title}, version ${query.data.pack.version}, in the planner’s own words`,
      ]
        .filter(Boolean)
        .join(' · ')}
      filters={
        shown && (
          <Choose
            title="Round"
            value={shown.id}
            choices={rounds.map(({ id, name, place, day }) => ({
              key: id,
              name: [name, place, dateText(day)].filter(Boolean).join(', '),
            }))}
            onChoose={setChosen}
          />
        )
      }
      actions={
        shown && (
          <>
            <ExportButton
              table={async () =>
                exportOf(
                  await planner.retention.round({ trust: trust.code, id: shown.id }),
                  query.data?.ratings ?? [],
                  trust.name,
                )
              }
            />
            <PrintPage />
            <Button kind="main" onClick={() => setAdding(true)}>
              Begin a round
            </Button>
          </>
        )
      }
    >
      <Answered query={query}>
        {(answer) =>
          shown ? (
            <RoundView key={shown.id} id={shown.id} ratings={answer.ratings} priorities={answer.priorities} />
          ) : (
            <EmptyState
              title="No round yet"
              action={
                <Button kind="main" onClick={() => setAdding(true)}>
                  Begin a round
                </Button>
              }
            >
              <p>
                How the trust, a unit or a team stands by the seven elements of retention will be here: rating,
                evidence, gap and priority, with the earlier round beside it. A gap becomes an action in one step.
              </p>
            </EmptyState>
          )
        }
      </Answered>
      {adding && <RoundDialog onAdded={setChosen} onClose={() => setAdding(false)} />}
    </Page>
  );
}
