import type { ExportTable, RoleHolder, TrainingRoles } from '#contract';
import { rolloutStates } from './Rollout.tsx';
import { roleStatus } from './RoleTable.tsx';
import type { RolesView } from './RolesScreen.tsx';

type Table = Pick<ExportTable, 'columns' | 'rows'>;
const text = (heading: string) => ({ heading, kind: 'text' as const });
const date = (heading: string) => ({ heading, kind: 'date' as const });
const row = (...values: ExportTable['rows'][number]['values']) => ({ kind: 'row' as const, values });

const holders = (role: 'support' | 'coordinator' | 'pma', people: RoleHolder[]): Table => ({
  columns: [
    text('Name'),
    text('Employee number'),
    text('Unit'),
    text('Band'),
    { heading: 'Level', kind: 'count' },
    { heading: 'Competencies', kind: 'count' },
    date('Since'),
    date('Oriented'),
    date('Signed off, done or qualified'),
    text('By'),
    { heading: 'Protected hours a month', kind: 'minutes' },
    text('Status'),
    text('Note'),
  ],
  rows: people.map((one) =>
    row(
      one.name,
      one.person,
      one.unit,
      one.band,
      one.level,
      one.competencies,
      one.since,
      one.oriented,
      one.done,
      one.by,
      one.protectedMinutes,
      roleStatus(role, one).word,
      one.note,
    ),
  ),
});

const tables: Record<RolesView, (data: TrainingRoles) => Table> = {
  rollouts: ({ rollouts }) => ({
    columns: [
      text('Roll-out'),
      text('Unit'),
      { heading: 'In date', kind: 'count' },
      { heading: 'Counted', kind: 'count' },
      { heading: 'Share', kind: 'rate' },
      date('There by'),
      text('Lead'),
      text('Status'),
      text('Note'),
    ],
    rows: rollouts.flatMap(({ name, units }) =>
      units.map(({ unit, done, planned, lead, state, note }) =>
        row(name, unit, done.numerator, done.denominator, done, planned, lead, rolloutStates[state].word, note),
      ),
    ),
  }),
  support: ({ support }) => holders('support', support.people),
  coordinator: ({ coordinators }) => holders('coordinator', coordinators.people),
  pma: ({ advocates }) => holders('pma', advocates.people),
};

const titles: Record<RolesView, string> = {
  rollouts: 'Roll-out of cultural awareness',
  support: 'Support workers’ framework and passports',
  coordinator: 'Labour ward coordinators',
  pma: 'Professional midwifery advocates',
};

/** What one view of roles shows, for the trust's own use: people are named in it. */
export function rolesExport(data: TrainingRoles, view: RolesView, trust: string): ExportTable {
  return {
    title: `${titles[view]}, ${trust}`.slice(0, 200),
    subtitle: data.listDay === null ? trust : `By the staff list of ${data.listDay}`,
    ...tables[view](data),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
