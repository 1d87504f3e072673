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
  const many = (has: (role: CriticalRole) => boolean) => String(data.roles.filter(has).length);
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
            <Figure name="Critical roles" value={String(data.roles.length)} how="as entered" />
            <Figure
              name="Nobody ready now"
              value={many(({ isUncovered }) => isUncovered)}
              how="roles without a successor who is ready now"
            />
            <Figure
              name="High risk and impact"
              value={many(({ risk, impact }) => risk === 'high' && impact === 'high')}
              how="roles that are likely to be lost and hard to do without"
            />
            <Figure
              name="Review overdue"
              value={many(({ reviewOverdue }) => reviewOverdue)}
              how="roles whose review day has passed"
            />
          </Figures>
          <div className="table-scroll">
            <table className="table equality-table">
              <caption className="unseen">Critical roles and their successors</caption>
              <thead>
                <tr>
                  {['Role', 'Risk', 'Impact', 'Successors', 'Gap', 'Action', 'Review'].map((title) => (
                    <th scope="col" key={title}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.roles.map((role) => (
                  <tr key={role.id}>
                    <th scope="row">
                      <button type="button" className="link" onClick={() => setOpen({ of: 'role', role })}>
                        {role.name}
                      </button>
                      <span className="equality-table__how">
                        {[role.band && `Band ${role.band}`, role.unit].filter(Boolean).join(' · ')}
                      </span>
                    </th>
                    <td>{level(role.risk)}</td>
                    <td>{level(role.impact)}</td>
                    <td>
                      {role.isUncovered && <Status kind="amber" word="Nobody ready now" />}
                      <ul className="successors">
                        {role.successors.map((successor) => (
                          <li key={successor.id}>
                            <button
                              type="button"
                              className="link"
                              onClick={() => setOpen({ of: 'successor', role, successor })}
                            >
                              {successor.name}
                            </button>
                            {', '}
                            {data.choices.readiness.find(({ key }) => key === successor.readiness)?.name.toLowerCase()}
                            {successor.mentor && `, mentor ${successor.mentor}`}
                          </li>
                        ))}
                      </ul>
                      <Button
                        aria-label={`Add a successor for ${role.name}`}
                        onClick={() => setOpen({ of: 'successor', role, successor: null })}
                      >
                        Add
                      </Button>
                    </td>
                    <td>{role.gap}</td>
                    <td>{[role.action, role.owner].filter(Boolean).join(' · ')}</td>
                    <td>
                      {role.review && dateText(role.review)}{' '}
                      {role.reviewOverdue && <Status kind="red" word="Overdue" />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="not-printed below-table">{add}</p>
        </>
      )}
      {open?.of === 'role' && (
        <RecordDialog
          id="role"
          title={open.role ? open.role.name : 'Add a critical role'}
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
