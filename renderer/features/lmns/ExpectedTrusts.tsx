import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { ReceivedMatrix } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

type Cell = 'code' | 'name';

/** The trusts that returns are expected from: added, changed and taken off the list. */
export function ExpectedTrusts({ trusts, onClose }: { trusts: ReceivedMatrix['trusts']; onClose: () => void }) {
  const lmns = useLmns().id;
  const empty = { code: '', name: '' };
  const form = useForm<Cell>('expected', 'code', () => empty);
  const [hasPlanner, setHasPlanner] = useState(true);
  const said = ({ label }: { label: string | null }) => label;
  const set = useAct(() => planner.lmns.setTrust({ lmns, ...form.typed, hasPlanner }), said);
  const remove = useAct((code: string) => planner.lmns.removeTrust({ lmns, code }), said);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { code, name } = form.typed;
    const isWhole = form.judge({
      ...(/^[a-z0-9]{2,10}$/i.test(code.trim())
        ? {}
        : { code: 'Enter the ODS code, such as RX1: 2 to 10 letters and digits.' }),
      ...(name.trim() ? {} : { name: 'Enter the name of the trust.' }),
    });
    if (!isWhole) return;
    set.mutate(undefined, {
      onSuccess: () => {
        form.type('code', '');
        form.type('name', '');
        document.getElementById('expected-code')?.focus();
      },
      onError: form.failed,
    });
  };
  const problemOf = (key: Cell) => form.problems.find(({ field }) => field === `expected-${key}`)?.message;
  const columns: Column<(typeof trusts)[number]>[] = [
    { key: 'name', title: 'Trust', header: true, value: ({ name }) => name },
    { key: 'code', title: 'Code', value: ({ code }) => code },
    {
      key: 'sends',
      title: 'Sends',
      value: ({ hasPlanner: has }) => (has ? 'bundle or workbook of the planner' : 'the blank workbook, filled in'),
    },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      show: ({ code, name }) => (
        <Button aria-label={`Take off: ${name}`} onClick={() => remove.mutate(code, { onError: form.failed })}>
          Take off
        </Button>
      ),
    },
  ];
  return (
    <Dialog title="Trusts that returns are expected from" wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <div className="form__row">
          <TextInput
            id="expected-code"
            label="ODS code"
            width="5"
            value={form.typed.code}
            error={problemOf('code')}
            autoComplete="off"
            onChange={({ currentTarget }) => form.type('code', currentTarget.value)}
          />
          <TextInput
            id="expected-name"
            label="Name of the trust"
            value={form.typed.name}
            error={problemOf('name')}
            autoComplete="off"
            onChange={({ currentTarget }) => form.type('name', currentTarget.value)}
          />
          <label className="choice">
            <input type="checkbox" checked={hasPlanner} onChange={({ target }) => setHasPlanner(target.checked)} />
            It has the planner
          </label>
          <Button kind="main" type="submit" disabled={set.isPending}>
            Add the trust
          </Button>
        </div>
        <p className="nhsuk-hint">
          The code of a trust that is on the list changes its name. A trust without the planner fills in the LMNS’s
          blank workbook.
        </p>
      </Form>
      {trusts.length > 0 && <DataTable caption="Trusts" columns={columns} rows={trusts} rowKey={({ code }) => code} />}
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
