import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LearningAreas } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { dateText } from '../../../components/numbers.ts';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { exportOf as exportOfRound } from '../self-assessment/round-export.ts';
import { RoundView } from '../self-assessment/RoundView.tsx';
import { AreaDialog } from './AreaDialog.tsx';
import { AreaTable } from './AreaTable.tsx';
import { exportOf } from './learning-export.ts';

const ALL = 'all areas';

/** How placement areas stand by the ten priorities of the charter, then one of them on a date. */
export function LearningView() {
  const trust = useTrust();
  const [chosen, setChosen] = useState<string>(ALL);
  const [adding, setAdding] = useState<{ place: string } | null>(null);
  const areas = useQuery({
    queryKey: ['learning areas', trust.code],
    queryFn: () => planner.retention.learningAreas({ trust: trust.code }),
  });
  const rounds = useQuery({
    queryKey: ['self-assessments', trust.code, 'learning'],
    queryFn: () => planner.retention.rounds({ trust: trust.code, tool: 'learning' }),
  });
  const list = rounds.data?.rounds ?? [];
  const round = list.find(({ id }) => String(id) === chosen);
  const data = areas.data;
  const add = (place: string) => (
    <Button kind="main" onClick={() => setAdding({ place })}>
      Assess a placement area
    </Button>
  );
  return (
    <>
      {data && list.length > 0 && (
        <div className="page__bar">
          <div>
            <Choose
              title="Area and date"
              value={round ? chosen : ALL}
              choices={[
                { key: ALL, name: 'All areas, newest dates' },
                ...list.map(({ id, place, day }) => ({ key: String(id), name: `${place}, ${dateText(day)}` })),
              ]}
              onChoose={setChosen}
            />
          </div>
          <div>
            <ExportButton
              table={async () =>
                round
                  ? exportOfRound(
                      await planner.retention.round({ trust: trust.code, id: round.id }),
                      data.levels,
                      trust.name,
                    )
                  : exportOf(data, trust.name)
              }
            />
            {!round && (
              <ShareButton file={(profile) => planner.retention.learningFile({ trust: trust.code, profile })} />
            )}
            <PrintPage />
            {add(round?.place ?? '')}
          </div>
        </div>
      )}
      <Answered query={areas}>
        {(answer: LearningAreas) =>
          answer.areas.length === 0 ? (
            <EmptyState title="No placement area assessed yet" action={add('')}>
              <p>
                Each placement area by the ten priorities of the Safe Learning Environment Charter will be here: its
                level from 0 to 3 and the evidence, with earlier dates beside. A gap becomes an action in one step.
              </p>
            </EmptyState>
          ) : round && rounds.data ? (
            <RoundView
              key={round.id}
              id={round.id}
              ratings={rounds.data.ratings}
              priorities={rounds.data.priorities}
              onRemoved={() => setChosen(ALL)}
            />
          ) : (
            <AreaTable data={answer} onOpen={(id) => setChosen(String(id))} />
          )
        }
      </Answered>
      {adding && (
        <AreaDialog place={adding.place} onAdded={(id) => setChosen(String(id))} onClose={() => setAdding(null)} />
      )}
    </>
  );
}
