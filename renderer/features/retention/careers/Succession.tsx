import { useState } from 'react';
import type { Careers, CriticalRole, Successor } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status, type StatusKind } from '../../../components/Status.tsx';
import { typedCells, typedOrNull } from '../../../components/use-form.ts';
import { RecordDialog, startOf } from './RecordDialog.tsx';
import { DataTable, type Column } from '../../../components/DataTable.tsx';
import { rolesMade } from '../figures.ts';

const roleKeys = ['name', 'unit', 'band', 'risk', 'impact', 'gap', 'action', 'owner', 'review'] as const;
const successorKeys = ['name', 'person', 'readiness', 'ethnicGroup', 'mentor', 'need'] as const;
const levelKinds: Readonly<Record<string, StatusKind>> = { high: 'red', medium: 'amber', low: 'green' };
type Open =
  | { of: 'role'; role: CriticalRole | null }
  | { of: 'successor'; role: CriticalRole; successor: Successor | null };

/** Critical roles with risk, impact, gap and action, and who could follow in each. */
export function Succession({ data }: { data: Careers }) {
  const trust = useTrust();
  const [open, setOpen] = useState<Open | null>(null);
  const add = (
    <Button kind="main" onClick={() => setOpen({ of: 'role', role: null })}>
      Add a critical role
    </Button>
  );
  const level = (key: string | null) => {
    const word = data.choices.levels.find((one) => one.key === key)?.name;
    const kind = levelKinds[key ?? ''];
    return word && kind ? <Status kind={kind} word={word} /> : 'Not said';
  };
  const close = () => setOpen(null);
  const made = rolesMade(data);
  const many = (has: (role: CriticalRole) => boolean) => String(data.roles.filter(has).length);
  const levelName = (key: string | null) => data.choices.levels.find((one) => one.key === key)?.name ?? 'Not said';
  const said = (successor: CriticalRole['successors'][number]) =>
    [
      successor.name,
      data.choices.readiness.find(({ key }) => key === successor.readiness)?.name.toLowerCase(),
      successor.mentor && `mentor ${successor.mentor}`,
    ]
      .filter(Boolean)
      .join(', ');
  const columns: Column<CriticalRole>[] = [
    {
      key: 'role',
      title: 'Role',
      header: true,
      value: ({ name }) => name,
      show: (role) => (
        <>
          <button type="button" className="link" onClick={() => setOpen({ of: 'role', role })}>
            {role.name}
          </button>
          <span className="equality-table__how">
            {[role.band && `Band ${role.band}`, role.unit].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'risk',
      title: 'Risk',
      value: ({ risk }) => levelName(risk),
      show: ({ risk }) => level(risk),
      means: 'How likely it is that the role is lost, as the trust judges it.',
    },
    {
      key: 'impact',
      title: 'Impact',
      value: ({ impact }) => levelName(impact),
      show: ({ impact }) => level(impact),
      means: 'How hard the service would find it to do without the role.',
    },
    {
      key: 'successors',
      title: 'Successors',
      value: (role) => role.successors.map((one) => said(one)).join('; ') || 'Nobody',
      show: (role) => (
        <>
          {role.isUncovered && <Status kind="amber" word="Nobody ready now" />}
          <ul className="successors">
            {role.successors.map((successor) => (
              <li key={successor.id}>
                <button type="button" className="link" onClick={() => setOpen({ of: 'successor', role, successor })}>
                  {successor.name}
                </button>
                {said(successor).slice(successor.name.length)}
              </li>
            ))}
          </ul>
          <Button
            aria-label={`Add a successor for ${role.name}`}
            onClick={() => setOpen({ of: 'successor', role, successor: null })}
          >
            Add
          </Button>
        </>
      ),
      means: 'Who could take the role on, when they would be ready, and their mentor.',
    },
    { key: 'gap', title: 'Gap', value: ({ gap }) => gap, means: 'What the successors still lack.' },
    { key: 'action', title: 'Action', value: ({ action, owner }) => [action, owner].filter(Boolean).join(' · ') },
    {
      key: 'review',
      title: 'Review',
      value: ({ review }) => review,
      show: ({ review, reviewOverdue }) => (
        <>
          {review && dateText(review)} {reviewOverdue && <Status kind="red" word="Overdue" />}
        </>
      ),
      means: 'The day on which the role is to be looked at again.',
    },
  ];
  return (
    <>
      {data.roles.length === 0 ? (
        <EmptyState title="No critical role yet" action={add}>
          <p>
            Roles that the service cannot do without will be here, with the risk of losing them, what that would mean,
            who could follow and when, and what is done about the gap. Enter the first one.
          </p>
        </EmptyState>
      ) : (
        <>
          <Figures>
            <Figure name="Critical roles" value={String(data.roles.length)} making={made.roles} remark="as entered" />
            <Figure
              name="Nobody ready now"
              value={many(({ isUncovered }) => isUncovered)}
              making={made.uncovered}
              remark="roles without a successor who is ready now"
            />
            <Figure
              name="High risk and impact"
              value={many(({ risk, impact }) => risk === 'high' && impact === 'high')}
              making={made.high}
              remark="roles that are likely to be lost and hard to do without"
            />
            <Figure
              name="Review overdue"
              value={many(({ reviewOverdue }) => reviewOverdue)}
              making={made.overdue}
              remark="roles whose review day has passed"
            />
          </Figures>
          <DataTable
            className="equality-table"
            caption="Critical roles and their successors"
            columns={columns}
            rows={data.roles}
            rowKey={({ id }) => id}
          />
          <p className="not-printed below-table">{add}</p>
        </>
      )}
      {open?.of === 'role' && (
        <RecordDialog
          id="role"
          title={open.role ? open.role.name : 'Add a critical role'}
          history={open.role ? { kind: 'critical_role', key: String(open.role.id) } : null}
          start={startOf(roleKeys, open.role)}
          needed={{ name: 'Enter the name of the role.' }}
          fields={[
            { key: 'name', label: 'Role' },
            { key: 'band', label: 'Band', hint: 'such as 7 or 8a' },
            { key: 'unit', label: 'Unit', choices: trust.units.map(({ name }) => ({ key: name, name })), open: true },
            { key: 'risk', label: 'Risk of losing it', choices: data.choices.levels, none: 'Not said' },
            { key: 'impact', label: 'Impact', choices: data.choices.levels, none: 'Not said' },
            { key: 'review', label: 'Next review', kind: 'date' },
            { key: 'owner', label: 'Who answers for it (role)' },
            { key: 'gap', label: 'Gap', kind: 'words' },
            { key: 'action', label: 'Action', kind: 'words' },
          ]}
          onSave={(typed, aboutNoPatient) =>
            planner.retention.setRole({
              trust: trust.code,
              ...typedCells(roleKeys, typed),
              name: typed.name,
              ...(open.role ? { id: open.role.id } : {}),
              aboutNoPatient,
            })
          }
          {...(open.role
            ? { onRemove: () => planner.retention.removeRole({ trust: trust.code, id: open.role!.id }) }
            : {})}
          onClose={close}
        />
      )}
      {open?.of === 'successor' && (
        <RecordDialog
          id="successor"
          title={open.successor ? `${open.successor.name}, ${open.role.name}` : `Add a successor for ${open.role.name}`}
          history={open.successor ? { kind: 'successor', key: String(open.successor.id) } : null}
          start={startOf(successorKeys, open.successor, { readiness: data.choices.readiness[0]?.key ?? '' })}
          needed={{ name: 'Enter who could follow.' }}
          fields={[
            { key: 'name', label: 'Name' },
            {
              key: 'person',
              label: 'Employee number (optional)',
              hint: data.census ? 'eight digits: the staff list then tells the ethnic origin' : 'eight digits',
            },
            { key: 'readiness', label: 'Ready', choices: data.choices.readiness },
            {
              key: 'ethnicGroup',
              label: 'Ethnic group, where no list tells',
              choices: data.choices.groups,
              none: 'Not said',
            },
            { key: 'mentor', label: 'Mentor (optional)' },
            { key: 'need', label: 'What is needed until then', kind: 'words' },
          ]}
          onSave={(typed, aboutNoPatient) =>
            planner.retention.setSuccessor({
              trust: trust.code,
              role: open.role.id,
              ...typedCells(successorKeys, typed),
              name: typed.name,
              readiness: typed.readiness,
              ethnicGroup: typedOrNull(typed.ethnicGroup) as Successor['ethnicGroup'],
              ...(open.successor ? { id: open.successor.id } : {}),
              aboutNoPatient,
            })
          }
          {...(open.successor
            ? { onRemove: () => planner.retention.removeSuccessor({ trust: trust.code, id: open.successor!.id }) }
            : {})}
          onClose={close}
        />
      )}
    </>
  );
}
