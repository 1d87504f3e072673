import { useState } from 'react';
import type { RoleHolder, RolePerson, TrainingRole } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { hoursText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import { shortDay } from './words.ts';

const dated = (key: 'since' | 'oriented' | 'done', title: string): Column<RoleHolder> => ({
  key,
  title,
  means: 'The day, as entered.',
  value: (one) => one[key],
  show: (one) => shortDay(one[key]),
});

/** How far somebody is, as a status. */
export function roleStatus(role: TrainingRole, { done, ended, competencies, oriented, inPost }: RoleHolder) {
  if (ended !== null) return { kind: 'blue', word: `Ended ${shortDay(ended)}` } as const;
  if (!inPost) return { kind: 'amber', word: 'Not on the staff list' } as const;
  if (role === 'pma') return { kind: 'green', word: 'Active' } as const;
  if (done !== null)
    return { kind: 'green', word: role === 'support' ? 'Passport signed off' : 'Module done' } as const;
  const begun = role === 'support' ? competencies !== null && competencies > 0 : oriented !== null;
  return begun
    ? ({ kind: 'amber', word: role === 'support' ? 'Begun' : 'Module to come' } as const)
    : ({ kind: 'red', word: 'Not begun' } as const);
}

const columnsFor = (
  role: TrainingRole,
  competencies: number,
  onOpen: (person: string) => void,
): Column<RoleHolder>[] => [
  {
    key: 'name',
    title: 'Name',
    header: true,
    value: ({ name, person }) => name ?? person,
    show: ({ name, person }) => (
      <button type="button" className="link" onClick={() => onOpen(person)}>
        {name ?? person}
      </button>
    ),
  },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'band', title: 'Band', value: ({ band }) => band },
  ...(role === 'support'
    ? [
        {
          key: 'level',
          title: 'Level',
          value: ({ level }: RoleHolder) => level,
          show: ({ level }: RoleHolder) => level ?? 'not set',
          means: 'Of the maternity support worker framework.',
        },
        {
          key: 'competencies',
          title: `Competencies of ${competencies}`,
          means: 'Competencies of the level that are signed off.',
          number: true,
          value: (one: RoleHolder) => one.competencies,
        },
        dated('done', 'Signed off'),
        { key: 'by', title: 'Signed by', value: ({ by }: RoleHolder) => by },
      ]
    : role === 'coordinator'
      ? [
          dated('since', 'Coordinator since'),
          dated('oriented', 'Oriented'),
          dated('done', 'Module done'),
          { key: 'by', title: 'Given by', value: ({ by }: RoleHolder) => by },
        ]
      : [
          dated('done', 'Qualified'),
          dated('since', 'In the role since'),
          {
            key: 'hours',
            title: 'Protected hours a month',
            number: true,
            value: ({ protectedMinutes }: RoleHolder) => protectedMinutes,
            show: ({ protectedMinutes }: RoleHolder) => (protectedMinutes === null ? '–' : hoursText(protectedMinutes)),
            means: 'Hours that are protected for the role.',
          },
        ]),
  {
    key: 'status',
    title: 'Status',
    value: (one) => roleStatus(role, one).word,
    show: (one) => <Status {...roleStatus(role, one)} />,
    means: 'What is done, or what is wanting.',
  },
];

const words = {
  support: { caption: 'Support workers', add: 'Add a support worker', empty: 'No support workers in post' },
  coordinator: { caption: 'Labour ward coordinators', add: 'Add a coordinator', empty: 'No coordinators yet' },
  pma: { caption: 'Professional midwifery advocates', add: 'Add an advocate', empty: 'No advocates yet' },
} as const;

interface RoleTableProps {
  of: TrainingRole;
  people: RoleHolder[];
  candidates: RolePerson[];
  competencies: number;
}

/** People of a role or framework, and what each has of it. */
export function RoleTable({ of: role, people, candidates, competencies }: RoleTableProps) {
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const { caption, add, empty } = words[role];
  const button = candidates.length > 0 && (
    <Button kind="main" onClick={() => setOpen('new')}>
      {add}
    </Button>
  );
  return (
    <>
      {people.length === 0 ? (
        <EmptyState title={empty} action={button || undefined}>
          <p>
            {role === 'support'
              ? 'The staff list has no support workers. Check its occupation codes under Staff in post.'
              : role === 'coordinator'
                ? 'Each labour ward coordinator will be here with her orientation and the recognised module. Add the first from the Band 7 midwives in post.'
                : 'Each professional midwifery advocate will be here with her protected hours. Add the first from the midwives in post; the ratio follows.'}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={caption}
          columns={columnsFor(role, competencies, setOpen)}
          rows={people}
          rowKey={({ person }) => person}
          tools={button}
        />
      )}
      {open !== null && (
        <RoleDialog
          of={role}
          holder={people.find(({ person }) => person === open) ?? null}
          candidates={candidates}
          competencies={competencies}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
