import { Select, TextInput } from 'nhsuk-react-components';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { NeedsAnalysis, NeedsChange, NeedsVersions } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';

const bodies = { leads: 'Leads of the professions', board: 'Board', lmns: 'LMNS' } as const;
const columns: Column<NeedsChange>[] = [
  { key: 'what', title: 'What', header: true, value: ({ what }) => what },
  { key: 'before', title: 'Before', value: ({ before }) => before, means: 'As in the version before.' },
  { key: 'after', title: 'In this version', value: ({ after }) => after, means: 'As it is now.' },
];

/** Who approved this version, and what it says otherwise than another one. */
export function NeedsTrail({ data, versions, today }: { data: NeedsAnalysis; versions: NeedsVersions; today: string }) {
  const trust = useTrust().code;
  const others = versions.filter(({ id }) => id !== data.id);
  // Last year's newest version where there is one, else the version before.
  const usual = [...others].reverse().find(({ first }) => first < data.first) ?? others[others.length - 1];
  const [before, setBefore] = useState<number | undefined>();
  const compared = others.find(({ id }) => id === before) ?? usual;
  const [typed, setTyped] = useState({ body: 'leads' as keyof typeof bodies, date: today, by: '', note: '' });
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const approve = useAct(
    () => planner.training.approve({ trust, id: data.id, ...typed, note: typed.note || null }),
    said,
  );
  const remove = useAct((id: number) => planner.training.removeApproval({ trust, id }), said);
  const changes = useQuery({
    queryKey: ['training needs compared', trust, compared?.id, data.id],
    queryFn: () => planner.training.compareNeeds({ trust, before: compared?.id ?? 0, after: data.id }),
    enabled: compared !== undefined,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    approve.mutate(undefined, {
      onSuccess: () => setTyped({ ...typed, by: '', note: '' }),
      onError: (error) => announce(sentence(error)),
    });
  };
  return (
    <>
      <h2>Approval</h2>
      {data.approvals.length === 0 ? (
        <p>Nobody has approved this version yet. The leads approve it, then the board, then the LMNS.</p>
      ) : (
        <ul>
          {data.approvals.map(({ id, body, date, by, note }) => (
            <li key={id}>
              {bodies[body]}, {dateText(date)}, {by}
              {note && `: ${note}`}{' '}
              <Button
                aria-label={`Remove the approval by ${by}`}
                onClick={() => remove.mutate(id, { onError: (error) => announce(sentence(error)) })}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form called="Approve this version" record={data.id} onSubmit={submit} className="not-printed">
        <div className="post-fields">
          <Select
            id="approval-body"
            label="Approved by"
            value={typed.body}
            onChange={(event) => setTyped({ ...typed, body: event.target.value as keyof typeof bodies })}
          >
            {Object.entries(bodies).map(([key, name]) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
          <TextInput
            id="approval-date"
            label="On"
            type="date"
            value={typed.date}
            onChange={(event) => setTyped({ ...typed, date: event.target.value })}
          />
          <TextInput
            id="approval-by"
            label="Name or meeting"
            value={typed.by}
            autoComplete="off"
            error={approve.isError ? sentence(approve.error) : undefined}
            onChange={(event) => setTyped({ ...typed, by: event.target.value })}
          />
          <TextInput
            id="approval-note"
            label="Note (optional)"
            value={typed.note}
            onChange={(event) => setTyped({ ...typed, note: event.target.value })}
          />
        </div>
        <Button type="submit" disabled={approve.isPending || !typed.by.trim() || !typed.date}>
          Record the approval
        </Button>
      </Form>
      <h2>Against another version</h2>
      {compared === undefined ? (
        <p>There is no other version to hold this one against.</p>
      ) : (
        <>
          <Choose
            title="Compared with"
            value={compared.id}
            choices={others.map(({ id, title, version }) => ({ key: id, name: `${title}, version ${version}` }))}
            onChoose={setBefore}
          />
          <Answered query={changes}>
            {(answer) =>
              answer.changes.length === 0 ? (
                <p>The two versions say the same.</p>
              ) : (
                <DataTable caption="What differs" columns={columns} rows={answer.changes} rowKey={({ what }) => what} />
              )
            }
          </Answered>
        </>
      )}
    </>
  );
}
