import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GapShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { asDays, Choose, named } from '../../../components/Choose.tsx';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Page } from '../../../components/Page.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';
import { Term } from '../../../components/Term.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { CostCentresDialog } from './CostCentresDialog.tsx';
import { exportOf } from './export.ts';
import { GapBehind } from './GapBehind.tsx';
import { GapHeadlines } from './GapHeadlines.tsx';
import { GapNotes, isAboutHeadlines } from './GapNotes.tsx';
import { GapTable } from './GapTable.tsx';
import type { Behind, View } from './rows.ts';
import { definitions, isWithoutLists, subtitleOf } from './words.ts';

const views: Readonly<Record<View, string>> = {
  unit: 'unit and staff group',
  line: 'unit, staff group and band',
  band: 'staff group and band',
};
const maternity = ['midwives', 'support'];
type Groups = 'maternity' | 'all' | string;

const groupsOf = (chosen: Groups) => (chosen === 'all' ? undefined : chosen === 'maternity' ? maternity : [chosen]);

/** Required, funded, in post, available and temporary cover, and the gaps between them: the first answer of the day. */
export default function GapScreen() {
  const trust = useTrust();
  const [on, setOn] = useState<string | undefined>();
  const [chosen, setChosen] = useState<Groups>('maternity');
  const [view, setView] = useState<View>('unit');
  const [behind, setBehind] = useState<Behind | null>(null);
  const [costCentres, setCostCentres] = useState(false);
  const groups = groupsOf(chosen);
  const scope = { trust: trust.code, on, groups };
  const query = useQuery({
    queryKey: ['gap', scope],
    queryFn: () => planner.establishment.gap(scope),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={query}>
      {(gap) => (
        <Page
          title="The gap"
          subtitle={subtitleOf(gap)}
          filters={
            !isEmpty(gap) && (
              <>
                {gap.days.length > 0 && (
                  <Choose title="On" value={on ?? gap.on} choices={asDays(gap.days)} onChoose={setOn} />
                )}
                <Choose
                  title="Staff group"
                  value={chosen}
                  choices={[
                    ...named({ maternity: 'Midwives and support workers', all: 'All staff groups' }),
                    ...gap.groups.map(({ group, groupName }) => ({ key: group, name: groupName })),
                  ]}
                  onChoose={setChosen}
                />
                <Choose title="By" value={view} choices={named(views)} onChoose={setView} />
              </>
            )
          }
          actions={
            !isEmpty(gap) && (
              <>
                {gap.costCentres.length > 0 && <Button onClick={() => setCostCentres(true)}>Cost centres</Button>}
                <ExportButton table={() => exportOf(gap, view)} />
                <PrintPage />
              </>
            )
          }
        >
          {isEmpty(gap) ? (
            <Empty />
          ) : (
            <>
              {isWithoutLists(gap) && (
                <p className="note">
                  The gap needs what is funded and who is in post:{' '}
                  <ScreenLink to="/imports">import a ledger and a staff list</ScreenLink>, or{' '}
                  <ScreenLink to="/establishment">enter lines by hand</ScreenLink>.
                </p>
              )}
              <GapHeadlines gap={gap} onRows={setBehind} />
              {gap.remarks.filter(isAboutHeadlines).map(({ code, message }) => (
                <p key={code} className="note note--attention gap-apart">
                  {message}
                </p>
              ))}
              <GapTable gap={gap} view={view} onRows={setBehind} />
              <GapNotes gap={gap} />
              <dl className="printed-only definitions">
                {definitions(gap).map(({ term, meaning }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
          {behind && (
            <GapBehind
              gap={gap}
              scope={{ ...scope, on: on ?? gap.on }}
              behind={behind}
              onClose={() => setBehind(null)}
            />
          )}
          {costCentres && <CostCentresDialog gap={gap} onClose={() => setCostCentres(false)} />}
        </Page>
      )}
    </Answered>
  );
}

const isEmpty = ({ groups }: GapShown) => groups.length === 0;

function Empty() {
  return (
    <EmptyState
      title="No figures yet"
      action={
        <div className="grid-tools">
          <ScreenLink to="/imports" look="main">
            Import a ledger and a staff list
          </ScreenLink>
          <a className="button" href="#/establishment">
            Enter lines by hand
          </a>
        </div>
      }
    >
      <p>
        What the service requires, what is funded, who is in post and who is available will be here for each unit, with
        the gaps between them and the rows behind every figure.
      </p>
      <p>
        Import finance’s budget in WTE and the staff-in-post list from <Term of="esr">ESR</Term>. Enter what a
        Birthrate+ report requires under Establishment, or all three figures by hand where there is no file.
      </p>
    </EmptyState>
  );
}
