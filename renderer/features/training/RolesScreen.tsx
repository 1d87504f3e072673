import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingRoles } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText, decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Views } from '../../components/Views.tsx';
import { Rollout } from './Rollout.tsx';
import { RoleTable } from './RoleTable.tsx';
import { rolesExport } from './roles-export.ts';
import { fractionText } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { rolesMade } from './figures.ts';

const views = {
  rollouts: 'Cultural awareness',
  support: 'Support workers’ framework',
  coordinator: 'Coordinators',
  pma: 'Midwifery advocates',
} as const;
export type RolesView = keyof typeof views;

/** Roll-outs of training, the support workers' framework and passports, the coordinators' module, and the advocates' ratio. */
export default function RolesScreen() {
  const trust = useTrust();
  const [view, setView] = useState<RolesView>('rollouts');
  const roles = useQuery({
    queryKey: ['training roles', trust.code],
    queryFn: () => planner.training.roles({ trust: trust.code }),
  });
  const data = roles.data;
  const isEmpty = data !== undefined && data.listDay === null;
  return (
    <Page
      title="Roles and frameworks"
      subtitle={
        data && data.listDay !== null
          ? `${trust.name} · heads in post by the staff list of ${dateText(data.listDay)} · ${data.pack.title}, version ${data.pack.version}`
          : trust.name
      }
      actions={
        data &&
        !isEmpty && (
          <>
            <ExportButton table={() => rolesExport(data, view, trust.name)} />
            <PrintPage />
          </>
        )
      }
    >
      <Answered query={roles}>
        {(answer) =>
          isEmpty ? (
            <EmptyState
              title="No staff list yet"
              action={
                <ScreenLink to="/imports" look="main">
                  Import a staff list
                </ScreenLink>
              }
            >
              <p>
                Who has done cultural awareness, each support worker’s level and passport, the coordinators’ module and
                how many midwives each advocate has will be here, once a staff list says who is in post.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} onView={setView} />
              <Views views={views} view={view} onView={setView} />
              {view === 'rollouts' && answer.rollouts.map((one) => <Rollout key={one.key} rollout={one} />)}
              {view === 'support' && <SupportLevels data={answer} />}
              {view === 'coordinator' && (
                <RoleTable
                  of="coordinator"
                  people={answer.coordinators.people}
                  candidates={answer.coordinators.candidates}
                  competencies={answer.support.competencies}
                />
              )}
              {view === 'pma' && (
                <RoleTable
                  of="pma"
                  people={answer.advocates.people}
                  candidates={answer.advocates.candidates}
                  competencies={answer.support.competencies}
                />
              )}
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Headlines({ data, onView }: { data: TrainingRoles; onView: (view: RolesView) => void }) {
  const { rollouts, support, coordinators, advocates } = data;
  const made = rolesMade(data);
  const [rollout] = rollouts;
  const counted = rollout?.groups.filter(({ done }) => done.denominator > 0) ?? [];
  const there = counted.filter(({ meets }) => meets === true).length;
  const each = advocates.active === 0 ? null : advocates.midwives / advocates.active;
  return (
    <Figures>
      {rollout && (
        <Figure
          name={rollout.name}
          value={rollout.course === null ? 'Not counted yet' : `${there} of ${counted.length} groups`}
          making={made.rollout}
          remark={`at ${rollout.targetPercent} %, each by itself; ${fractionText(rollout.all)} people in date`}
          onRows={() => onView('rollouts')}
        />
      )}
      <Figure
        name="Passports signed off"
        value={fractionText(support.signed)}
        making={made.passports}
        remark={`support workers in post; ${fractionText(support.withLevel)} have a level`}
        onRows={() => onView('support')}
      />
      <Figure
        name="Coordinators with the module"
        value={coordinators.done.denominator === 0 ? 'None entered' : fractionText(coordinators.done)}
        making={made.coordinators}
        remark={`oriented: ${fractionText(coordinators.oriented)}`}
        onRows={() => onView('coordinator')}
      />
      <Figure
        name="Midwives to an advocate"
        value={each === null ? 'No advocate entered' : `${decimal(each, 1)} to 1`}
        making={made.advocates}
        remark={`${advocates.midwives} midwives ÷ ${advocates.midwivesPerAdvocate} = ${advocates.wanted} wanted, ${advocates.short} short`}
        onRows={() => onView('pma')}
      />
    </Figures>
  );
}

const levelColumns: Column<TrainingRoles['support']['levels'][number]>[] = [
  {
    key: 'level',
    title: 'Level',
    header: true,
    value: ({ name }) => name,
    means: 'Of the maternity support worker framework.',
  },
  { key: 'band', title: 'Band that it goes with', value: ({ band }) => `Band ${band}` },
  {
    key: 'heads',
    title: 'Heads',
    number: true,
    sum: 0,
    value: ({ heads }) => heads,
    means: 'Support workers in post at this level.',
  },
  {
    key: 'signed',
    title: 'Passport signed off',
    number: true,
    sum: 0,
    value: ({ signed }) => signed,
    means: 'Of these, those whose competency passport is signed off.',
  },
  {
    key: 'other',
    title: 'In another band',
    number: true,
    sum: 0,
    value: ({ otherBand }) => otherBand,
    means: 'Of these, those whose pay band is not the one that the level goes with.',
  },
];

function SupportLevels({ data }: { data: TrainingRoles }) {
  const { levels, people, competencies } = data.support;
  return (
    <>
      <DataTable
        caption="Support workers by level"
        columns={levelColumns}
        rows={levels}
        rowKey={({ level }) => level}
      />
      <h2>Each support worker</h2>
      <RoleTable of="support" people={people} candidates={[]} competencies={competencies} />
    </>
  );
}
