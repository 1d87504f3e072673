import { useMutation } from '@tanstack/react-query';
import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Receipt } from '#contract';
import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { momentText, wayWords } from './words.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** A received file: where it came from, what it restates, what somebody typed into it, and whether it counts. */
export function ReceiptDialog({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const lmns = useLmns().id;
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string>();
  const id = receipt.id;
  const said = ({ label }: { label: string | null }) => label;
  const setAside = useAct(() => planner.lmns.setAside({ lmns, receipt: id, why }), said);
  const accept = useAct(() => planner.lmns.accept({ lmns, receipt: id }), said);
  const save = useMutation({
    mutationFn: async () => saveExported(await planner.lmns.original({ lmns, receipt: id })),
    onSuccess: (told) => told && announce(told),
  });
  const ways = { onSuccess: onClose, onError: (error: Error) => setProblem(sentence(error)) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.trim()) setAside.mutate(undefined, ways);
    else setProblem('Enter why it is set aside.');
  };
  const { submitted } = receipt;
  return (
    <Dialog title={`${receipt.trust}, ${receipt.title}`} wide onClose={onClose}>
      <dl className="receipt-facts">
        <Fact name="File">
          {receipt.fileName}, received {momentText(receipt.receivedAt)} as {wayWords[receipt.way]}
        </Fact>
        <Fact name="Made">
          {momentText(receipt.madeAt)} with version {receipt.appVersion} of the planner
        </Fact>
        <Fact name="Submitted">
          {submitted ? `${momentText(submitted.at)} by ${submitted.role}` : 'the return does not say'}
        </Fact>
        <Fact name="SHA-256">
          <code>{receipt.sha256}</code>
        </Fact>
        <Fact name="State">
          {receipt.state === 'set aside'
            ? `Set aside: ${receipt.why}`
            : receipt.counts
              ? 'Counts for its trust and period'
              : 'Kept: a later return of its trust and period counts'}
        </Fact>
      </dl>
      {receipt.restatements.map(({ at, by, reason, changes }) => (
        <section key={at}>
          <h3>
            Restated {momentText(at)} by {by}
          </h3>
          <p>{reason}</p>
          <Changes
            caption={`What was restated ${momentText(at)}`}
            heads={['Where', 'Was', 'Is']}
            rows={changes.map(({ place, from, to }) => [place, from, to])}
          />
        </section>
      ))}
      {receipt.typed.length > 0 && (
        <section>
          <h3>Typed into the workbook after it was made</h3>
          <Changes
            caption="Typed into the workbook"
            heads={['Where', 'As made', 'As typed', 'Taken over']}
            rows={receipt.typed.map(({ place, made, typed, accepted }) => [
              place,
              made,
              typed,
              accepted ? 'Yes' : 'No',
            ])}
          />
        </section>
      )}
      <Form onSubmit={submit}>
        {receipt.state === 'accepted' && (
          <TextInput
            id="aside-why"
            label="Why it is set aside"
            hint="It stays here and counts no longer. Undo brings it back."
            value={why}
            error={problem}
            autoComplete="off"
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
        )}
        <DialogFoot
          history={{ kind: 'received_return', key: String(id) }}
          save={receipt.state === 'accepted' ? 'Set it aside' : 'Accept it again'}
          {...(receipt.state !== 'accepted' && { onSave: () => accept.mutate(undefined, ways) })}
          onCancel={onClose}
          cancel="Close"
        >
          <Button
            disabled={save.isPending}
            onClick={() => save.mutate(undefined, { onError: (error) => announce(sentence(error)) })}
          >
            Save the file as it came
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Changes({ caption, heads, rows }: { caption: string; heads: string[]; rows: string[][] }) {
  const columns = heads.map(
    (title, at): Column<string[]> => ({
      key: title,
      title,
      header: at === 0,
      value: (cells) => cells[at] ?? null,
    }),
  );
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={([place]) => place ?? ''} />;
}
