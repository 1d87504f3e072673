import type { ContinuityShown, ContinuityTeam, ContinuityTeamInputs } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { Status } from '../../../components/Status.tsx';
import { amountText, exactShown } from './amounts.ts';
import { enterEach } from '../../../components/enter-each.ts';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';
import { type FieldKind, readField } from './field-entry.ts';

const kinds: Record<string, FieldKind> = { wte: 'wte', caseload: 'amount', started: 'date' };

/** The teams, their WTE and caseload, and the women a year that they can care for. */
export function TeamsTable({ shown }: { shown: ContinuityShown }) {
  const trust = useTrust().code;
  const told = (error: Error) => announce(sentence(error));
  const set = useAct(
    ({ id, change }: { id: number; change: Partial<ContinuityTeamInputs> }) =>
      planner.establishment.changeContinuityTeam({ trust, id, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const add = useAct(
    () => planner.establishment.addContinuityTeam({ trust, name: `Team ${shown.teams.length + 1}` }),
    ({ label }) => label && `Saved: ${label}. Now enter its WTE.`,
  );
  const remove = useAct(
    (id: number) => planner.establishment.removeContinuityTeam({ trust, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const columns: EntryColumn<ContinuityTeam>[] = [
    { key: 'name', title: 'Team', wide: true, text: ({ name }) => name },
    {
      key: 'wte',
      title: 'Midwives',
      means: 'WTE of midwives in the team.',
      unit: 'WTE',
      number: true,
      text: ({ wte }) => amountText(wte),
    },
    {
      key: 'caseload',
      title: 'Women for one WTE',
      means: 'Women a year that one WTE of the team cares for.',
      unit: 'a year',
      number: true,
      text: ({ caseload }) => amountText(caseload),
      isDefault: ({ caseload }) => caseload === shown.caseload,
    },
    {
      key: 'women',
      title: 'Women',
      means: 'WTE × women for one WTE.',
      unit: 'a year',
      number: true,
      value: ({ women }) => women,
      show: ({ women, exactWomen }) =>
        women === null ? '–' : <span title={`${exactShown(exactWomen)} before whole women`}>{women}</span>,
    },
    { key: 'focus', title: 'Whom it serves', text: ({ focus }) => focus },
    { key: 'obstetrician', title: 'Linked obstetrician', text: ({ obstetrician }) => obstetrician },
    { key: 'started', title: 'Started', date: true, text: ({ started }) => started ?? '' },
    {
      key: 'remove',
      title: 'Change',
      acts: true,
      show: ({ id, name }) => (
        <Button
          className="button--small"
          aria-label={`Remove ${name}`}
          onClick={() => remove.mutate(id, { onError: told })}
        >
          Remove
        </Button>
      ),
    },
  ];
  return (
    <section>
      <div className="grid-head">
        <h2>Teams</h2>
        <span className="grid-tools">
          <Button onClick={() => add.mutate(undefined, { onError: told })}>Add a team</Button>
        </span>
      </div>
      {shown.teams.length === 0 ? (
        <p>No team yet. Add the first one with its WTE; the women a year follow.</p>
      ) : (
        <EntryTable
          caption="Continuity teams"
          columns={columns}
          rows={shown.teams}
          rowKey={({ id }) => String(id)}
          rowName={({ name }) => name}
          recordOf={({ id }) => ({ kind: 'continuity_team', key: String(id) })}
          onEnter={(cells) =>
            enterEach(
              cells,
              ({ column, text }) => readField(kinds[column] ?? 'text', text),
              ({ row, column }, value) => set.mutateAsync({ id: Number(row), change: { [column]: value } }),
            )
          }
          footer={
            <tr className="table__total">
              <th scope="row">All teams</th>
              <td className="number">{exactShown(`${shown.wte}/100000`)}</td>
              <td className="number">–</td>
              <td className="number">{shown.women}</td>
              <td colSpan={4} aria-hidden="true" />
            </tr>
          }
        />
      )}
      {shown.teams.some(({ wte }) => (wte ?? 0) > shown.largestTeam * 100_000) && (
        <p>
          <Status kind="blue" word={`A team has more than ${shown.largestTeam} WTE: teams are usually smaller.`} />
        </p>
      )}
    </section>
  );
}
