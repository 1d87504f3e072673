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
import { momentText, wayWords } from './words.ts';

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
      <form onSubmit={submit} noValidate>
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
        <div className="dialog__actions">
          {receipt.state === 'accepted' ? (
            <Button type="submit">Set it aside</Button>
          ) : (
            <Button kind="main" onClick={() => accept.mutate(undefined, ways)}>
              Accept it again
            </Button>
          )}
          <Button
            disabled={save.isPending}
            onClick={() => save.mutate(undefined, { onError: (error) => announce(sentence(error)) })}
          >
            Save the file as it came
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </form>
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
  return (
    <div className="table-scroll">
      <table className="table table--dense">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={heads[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
