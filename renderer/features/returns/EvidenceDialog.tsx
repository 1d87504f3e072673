import { type FormEvent } from 'react';
import type { RegisterLine, TypedEvidence } from '#contract';
import { announce } from '../../components/announce.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';
import { saveEvidence } from './line-saving.ts';

const ID = 'piece';
const keys = ['kind', 'title', 'place', 'day', 'detail'] as const;
type Key = (typeof keys)[number];

const kinds = [
  { key: 'document', name: 'Document' },
  { key: 'meeting', name: 'Meeting' },
  { key: 'plan', name: 'Plan' },
  { key: 'import', name: 'Import' },
] as const;

const fields: Field<Key>[] = [
  { key: 'kind', label: 'What it is', choices: kinds },
  { key: 'day', label: 'Date', kind: 'date' },
  { key: 'title', label: 'Title', most: 120, hint: 'As it is called, such as Board paper 7.' },
  { key: 'place', label: 'Where it is', most: 300, hint: 'Folder, link or file, such as SharePoint: Workforce.' },
  { key: 'detail', label: 'What it shows', kind: 'words', most: 1000 },
];

interface EvidenceDialogProps {
  of: { trust: string; period: string; reference: string };
  /** Null to add one. */
  item: RegisterLine['items'][number] | null;
  onClose: () => void;
}

/** A piece of evidence by what it is called and where it can be found. */
export function EvidenceDialog({ of, item, onClose }: EvidenceDialogProps) {
  const form = useForm<Key>(ID, 'title', () => ({
    kind: item?.kind ?? 'document',
    title: item?.title ?? '',
    place: item?.place ?? '',
    day: item?.day ?? '',
    detail: item?.detail ?? '',
  }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { kind, title, ...cells } = typedCells(keys, form.typed);
    if (!form.judge({ title: title === null ? 'Enter what it is called.' : '' }) || title === null) return;
    const sent = { kind, title, ...cells } as TypedEvidence;
    saveEvidence(of, item?.id, sent).then(() => {
      announce(`In the evidence of ${of.reference}: ${title}`);
      onClose();
    }, form.failed);
  };
  return (
    <Dialog
      title={item ? 'Change a piece of evidence' : `Add evidence to ${of.reference}`}
      record={`${of.period} ${of.reference} ${item?.id ?? ''}`}
      onClose={onClose}
    >
      <Form onSubmit={send}>
        <Fields id={ID} fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        <DialogFoot
          save={item ? 'Save' : 'Add to the evidence'}
          onCancel={onClose}
          history={item && { kind: 'return_evidence', key: String(item.id) }}
        />
      </Form>
    </Dialog>
  );
}
