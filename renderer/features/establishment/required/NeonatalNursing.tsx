import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Choose } from '../../../components/Choose.tsx';
import { announce } from '../../../components/announce.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Page } from '../../../components/Page.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { NeonatalCalculation } from './NeonatalCalculation.tsx';
import { neonatalExport } from './neonatal-export.ts';

/** Neonatal nurses by the national calculator's method, for each neonatal unit and year. */
export function NeonatalNursing({ sections }: { sections: ReactNode }) {
  const trust = useTrust();
  const [chosen, setChosen] = useState<number | null>(null);
  const query = useQuery({
    queryKey: ['establishment', trust.code, 'neonatal nursing'],
    queryFn: () => planner.establishment.neonatalNursing({ trust: trust.code }),
  });
  const unit = trust.units.find(({ kind }) => kind === 'neonatal');
  const add = useAct(
    () =>
      planner.establishment.addNeonatalNursing({
        trust: trust.code,
        name: unit?.name ?? 'Neonatal unit',
        unit: unit?.id ?? null,
      }),
    ({ label }) => label && `Saved: ${label}. Now enter the cot days.`,
  );
  const told = (error: Error) => announce(sentence(error));
  const start = () => add.mutate(undefined, { onSuccess: ({ id }) => setChosen(id), onError: told });
  const remove = useAct(
    (id: number) => planner.establishment.removeNeonatalNursing({ trust: trust.code, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const adopt = useAct(
    (id: number) => planner.establishment.adoptNeonatalNursing({ trust: trust.code, id }),
    ({ label }) => (label ? `${label}: done. Undo takes it back.` : 'The establishment says so already.'),
  );
  return (
    <Answered query={query}>
      {(all) => {
        const shown = all.find(({ id }) => id === chosen) ?? all.at(-1);
        return (
          <Page
            title="Required staffing"
            subtitle={`${trust.name} · neonatal nurses · ${shown?.pack ?? 'no calculation yet'}`}
            filters={
              <>
                {sections}
                {all.length > 1 && shown && (
                  <Choose
                    title="Calculation"
                    value={shown.id}
                    choices={all.map(({ id, name, last }) => ({
                      key: id,
                      name: [name, last?.slice(0, 4)].filter(Boolean).join(', '),
                    }))}
                    onChoose={setChosen}
                  />
                )}
              </>
            }
            actions={
              shown && (
                <>
                  <ExportButton table={() => neonatalExport(shown, trust.name)} />
                  <PrintPage />
                  <Button onClick={() => adopt.mutate(shown.id, { onError: told })}>Use in the establishment</Button>
                  <Button onClick={() => remove.mutate(shown.id, { onError: told })}>Remove</Button>
                  <Button kind="main" onClick={start}>
                    New calculation
                  </Button>
                </>
              )
            }
          >
            {shown ? (
              <NeonatalCalculation key={shown.id} shown={shown} />
            ) : (
              <EmptyState
                title="No neonatal calculation yet"
                action={
                  <Button kind="main" onClick={start}>
                    Enter the first neonatal unit
                  </Button>
                }
              >
                <p>
                  Here will be the nurses that a neonatal unit needs for a year of activity: cots at 80 % occupancy, one
                  nurse to one, two and four babies, and a coordinator on every shift.
                </p>
                <p>Have the cot days of a full year by healthcare resource group at hand.</p>
              </EmptyState>
            )}
          </Page>
        );
      }}
    </Answered>
  );
}
