import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ConversationCells, Conversations, ListedConversation } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { useForm } from '../../../components/use-form.ts';
import { conversationSections } from './conversation-fields.ts';
import { cellsOf, type FieldKey, typedOf } from './conversation-typed.ts';

interface ConversationDialogProps {
  data: Conversations;
  /** Null for a new one. */
  of: ListedConversation | null;
  /** Said for a confidential one. */
  role: string | undefined;
  onClose: () => void;
}

/** A conversation with its note, to be entered or changed. */
export function ConversationDialog({ data, of, role, onClose }: ConversationDialogProps) {
  const trust = useTrust().code;
  const query = useQuery({
    queryKey: ['conversation', trust, of?.id, role],
    queryFn: () => planner.retention.conversation({ trust, id: of?.id ?? 0, ...(role ? { role } : {}) }),
    enabled: of !== null,
    // What it says is for this dialog alone.
    gcTime: 0,
  });
  if (of === null || query.data) return <Talk data={data} cells={query.data ?? null} role={role} onClose={onClose} />;
  return (
    <Dialog title="Conversation" onClose={onClose}>
      {query.isError ? (
        <p className="note note--wrong" role="alert">
          {sentence(query.error)}
        </p>
      ) : (
        <p role="status">Loading…</p>
      )}
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}

interface FormProps {
  data: Conversations;
  cells: (ConversationCells & { id: number }) | null;
  role: string | undefined;
  onClose: () => void;
}

function Talk({ data, cells, role, onClose }: FormProps) {
  const trust = useTrust();
  const form = useForm<FieldKey>('talk', 'name', () => typedOf(cells, data.on));
  const [themes, setThemes] = useState<readonly string[]>(cells?.themes ?? []);
  const [confidential, setConfidential] = useState(cells?.confidential ?? false);
  const save = useAct(
    () => {
      const sent = {
        ...cellsOf(form.typed),
        themes: [...themes],
        confidential,
        trust: trust.code,
        aboutNoPatient: form.patients.aboutNoPatient,
      };
      return cells
        ? planner.retention.changeConversation({ ...sent, id: cells.id, ...(role ? { asRole: role } : {}) })
        : planner.retention.addConversation(sent);
    },
    ({ label }) => `Saved: ${label}`,
  );
  const remove = useAct(
    () =>
      planner.retention.removeConversation({
        trust: trust.code,
        id: cells?.id ?? 0,
        ...(role ? { asRole: role } : {}),
      }),
    ({ label }) => `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, role: lead, minutes } = form.typed;
    const sound = form.judge({
      ...(name.trim() ? {} : { name: 'Enter who it is with.' }),
      ...(lead.trim() ? {} : { role: 'Enter the role that leads it.' }),
      ...(/^\d{0,4}$/.test(minutes.trim()) ? {} : { minutes: 'Enter whole minutes, such as 45.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog
      title={cells ? 'Conversation' : 'Add a conversation'}
      record={cells?.id}
      keptFor={confidential ? form.typed.role : undefined}
      saidRole={role}
      wide
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        {conversationSections(
          data,
          trust.units.map(({ name }) => name),
        ).map(({ title, fields }) => (
          <fieldset className="form__fieldset" key={title}>
            <legend>{title}</legend>
            <Fields id="talk" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
          </fieldset>
        ))}
        <Template
          data={data}
          kind={form.typed.kind}
          note={form.typed.note}
          onNote={(note) => form.type('note', note)}
        />
        <fieldset className="form__fieldset">
          <legend>What it was about</legend>
          <div className="theme-choices">
            {data.choices.themes.map(({ key, name }) => (
              <label className="choice" key={key}>
                <input
                  type="checkbox"
                  checked={themes.includes(key)}
                  onChange={({ target }) =>
                    setThemes(target.checked ? [...themes, key] : themes.filter((theme) => theme !== key))
                  }
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="choice">
          <input type="checkbox" checked={confidential} onChange={({ target }) => setConfidential(target.checked)} />
          Confidential: hide name, themes, score and what was agreed from lists and files
        </label>
        {form.patients.warning}
        <DialogFoot
          save="Save the conversation"
          isSaving={save.isPending}
          onCancel={onClose}
          history={cells && { kind: 'conversation', key: String(cells.id) }}
        >
          {cells && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the conversation
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

interface TemplateProps {
  data: Conversations;
  kind: string;
  note: string;
  onNote: (note: string) => void;
}

/** The prompts of a kind of conversation, which can be put into its note. */
function Template({ data, kind, note, onNote }: TemplateProps) {
  const prompts = data.choices.templates.find(({ conversation }) => conversation === kind)?.prompts;
  if (!prompts) return null;
  return (
    <details className="effect-method">
      <summary>Prompts for this conversation</summary>
      <ul>
        {prompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <Button
        onClick={() => onNote([note.trim(), ...prompts.map((prompt) => `${prompt}\n`)].filter(Boolean).join('\n'))}
      >
        Put the prompts into the note
      </Button>
    </details>
  );
}
