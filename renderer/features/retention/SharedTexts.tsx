import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { RetentionAction, SharedText, SharedTextKind } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';

const kinds: Record<SharedTextKind, string> = {
  practice: 'Shareable practice',
  challenge: 'Challenge to escalate',
};

/** What of an action travels to the LMNS with the return, as text that the trust has approved. */
export function SharedTexts({ action }: { action: RetentionAction }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState<SharedTextKind | null>(null);
  const query = useQuery({
    queryKey: ['shared texts', trust],
    queryFn: () => planner.retention.sharedTexts({ trust }),
  });
  const own = query.data?.filter(({ actionKey }) => actionKey === action.key) ?? [];
  const textOf = (kind: SharedTextKind) => own.find((one) => one.kind === kind) ?? null;
  return (
    <section aria-labelledby="shared-title">
      <h2 id="shared-title">Shared with the LMNS</h2>
      {own.length === 0 && <p>Nothing of this action travels with the return yet.</p>}
      <ul className="action-reviews">
        {own.map((one) => (
          <li key={one.kind}>
            <strong>{kinds[one.kind]}</strong>: {one.title}{' '}
            {one.approvedOn === null ? (
              <Status kind="amber" word="Draft: stays here until it is approved" />
            ) : (
              <Status kind="green" word={`Approved by ${one.approvedBy} on ${dateText(one.approvedOn)}`} />
            )}
            <p>{one.text}</p>
          </li>
        ))}
      </ul>
      <p className="actions not-printed">
        {(Object.keys(kinds) as SharedTextKind[]).map((kind) => (
          <Button key={kind} onClick={() => setOpen(kind)}>
            {textOf(kind) ? `Change: ${kinds[kind].toLowerCase()}` : `Mark as ${kinds[kind].toLowerCase()}`}
          </Button>
        ))}
      </p>
      {open && <SharedTextDialog action={action} kind={open} text={textOf(open)} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface DialogProps {
  action: RetentionAction;
  kind: SharedTextKind;
  text: SharedText | null;
  onClose: () => void;
}
type Key = 'title' | 'text' | 'approvedBy' | 'approvedOn';

function SharedTextDialog({ action, kind, text, onClose }: DialogProps) {
  const trust = useTrust().code;
  const [named, setNamed] = useState<string | null>(null);
  const [namesNobody, setNamesNobody] = useState(false);
  const form = useForm<Key>('shared', 'title', () => ({
    title: text?.title ?? '',
    text: text?.text ?? '',
    approvedBy: text?.approvedBy ?? '',
    approvedOn: text?.approvedOn ?? '',
  }));
  const save = useAct(
    () =>
      planner.retention.setSharedText({
        trust,
        key: action.key,
        kind,
        title: form.typed.title,
        text: form.typed.text,
        approvedBy: typedOrNull(form.typed.approvedBy),
        approvedOn: typedOrNull(form.typed.approvedOn),
        aboutNoPatient: form.patients.aboutNoPatient,
        namesNobody,
      }),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const remove = useAct(
    () => planner.retention.removeSharedText({ trust, key: action.key, kind }),
    ({ label }) => `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(form.typed.title.trim() ? {} : { title: 'Enter a title.' }),
      ...(form.typed.text.trim() ? {} : { text: 'Enter what is to be shared.' }),
    });
    if (!sound) return;
    const failed = (error: Error) => {
      if (error instanceof ORPCError && error.code === 'STAFF_NAME') setNamed(error.message);
      else form.failed(error);
    };
    save.mutate(undefined, { onSuccess: onClose, onError: failed });
  };
  return (
    <Dialog title={kinds[kind]} record={action.key} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <p>
          It travels with the Theme 2 return once it is approved. Name nobody: no member of staff and no patient. Words
          that are changed need to be approved again.
        </p>
        <Fields
          id="shared"
          fields={[
            { key: 'title', label: 'Title' },
            { key: 'text', label: 'Text', kind: 'words' },
            { key: 'approvedBy', label: 'Approved by (role)', hint: 'empty while it is a draft' },
            { key: 'approvedOn', label: 'Approved on', kind: 'date' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={(key, value) => {
            setNamed(null);
            setNamesNobody(false);
            form.type(key, value);
          }}
        />
        {form.patients.warning}
        {named && (
          <div className="note note--attention" role="alert">
            <p>{named}</p>
            <label className="choice">
              <input type="checkbox" checked={namesNobody} onChange={({ target }) => setNamesNobody(target.checked)} />
              This names nobody of the trust
            </label>
          </div>
        )}
        <DialogFoot
          save="Save the text"
          isSaving={save.isPending}
          onCancel={onClose}
          history={text && { kind: 'shared_text', fields: { action_key: text.actionKey, kind: text.kind } }}
        >
          {text && (
            <Button
              kind="warning"
              onClick={() =>
                remove.mutate(undefined, { onSuccess: onClose, onError: (error) => announce(sentence(error)) })
              }
            >
              Share no longer
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
