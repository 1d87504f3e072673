import { type FormEvent } from 'react';
import type { PrecepteeField, PrecepteePage, PreceptorshipProgrammeShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText, decimal } from '../../components/numbers.ts';
import { type Field, Fields, freeTextHint } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { type BeforeKey, HeldBefore, missingOf, preceptorOf, toldOf, usePassed } from './HeldBefore.tsx';

type Key =
  | 'name'
  | 'person'
  | 'programme'
  | 'cohort'
  | 'unit'
  | 'start'
  | 'registered'
  | 'wte'
  | 'notes'
  | LogKey
  | BeforeKey;
type LogKey = 'preceptor' | 'preceptorNamedOn' | 'pauseStart' | 'pauseEnd' | 'extendedTo' | 'signedOff';

const logFields: Field<Key>[] = [
  { key: 'preceptor', label: 'Preceptor' },
  { key: 'preceptorNamedOn', label: 'Preceptor named on', kind: 'date' },
  { key: 'pauseStart', label: 'Paused from', kind: 'date' },
  { key: 'pauseEnd', label: 'First day back', kind: 'date' },
  { key: 'extendedTo', label: 'Extended to', kind: 'date' },
  { key: 'signedOff', label: 'Signed off', kind: 'date' },
];

interface PrecepteeDialogProps {
  programmes: readonly PreceptorshipProgrammeShown[];
  usual: string;
  /** Null for somebody new. */
  page: PrecepteePage | null;
  onAdded?: (key: string) => void;
  onClose: () => void;
}

/** The facts of a preceptee, to be entered or changed. Of a log's preceptee the file's own word stands beside what was changed. */
export function PrecepteeDialog({ programmes, usual, page, onAdded, onClose }: PrecepteeDialogProps) {
  const trust = useTrust();
  const usualName = programmes.find(({ key }) => key === usual)?.name ?? usual;
  const fileOf = (key: Key) => {
    const edit = page?.edited.find(({ field }) => field === key);
    if (!edit) return undefined;
    if (edit.file === null) return 'the log says: nothing';
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(edit.file);
    const shown = key === 'wte' ? decimal(Number(edit.file) / 100_000, 2) : isDate ? dateText(edit.file) : edit.file;
    return `the log says: ${shown}`;
  };
  const plain: Field<Key>[] = [
    { key: 'name', label: 'Name' },
    // That of a log's preceptee is the log's.
    ...(page !== null && page.row.origin !== 'own'
      ? []
      : [
          {
            key: 'person' as const,
            label: 'Employee number',
            hint: 'joins the entry to staff lists, rosters and logs',
          },
        ]),
    {
      key: 'programme',
      label: 'Programme',
      choices: programmes.map(({ key, name }) => ({ key, name })),
      none: `The usual one: ${usualName}`,
    },
    { key: 'start', label: 'Start', kind: 'date' },
    { key: 'registered', label: 'Registration (PIN) date', kind: 'date' },
    { key: 'wte', label: 'WTE at the start', hint: 'such as 0.8' },
    {
      key: 'unit',
      label: 'Unit',
      open: true,
      choices: trust.units.map(({ name }) => ({ key: name, name })),
    },
    { key: 'cohort', label: 'Cohort', hint: 'blank: the month of the start' },
    ...(page?.from ? logFields : []),
    { key: 'notes', label: 'Notes', kind: 'words', most: 1000 },
  ];
  const fields = plain.map((field) => {
    const own = field.kind === 'words' ? freeTextHint : field.hint;
    const file = fileOf(field.key);
    return { ...field, hint: file === undefined || own === undefined ? (file ?? own) : `${file}. ${own}` };
  });
  const textOf = (key: Key): string => {
    if (!page) return '';
    if (key === 'person') return page.row.person ?? '';
    if (key === 'wte') return page.cells.wte === null ? '' : String(page.cells.wte / 100_000);
    return String(page.cells[key as PrecepteeField] ?? '');
  };
  const first = (): Record<Key, string> =>
    Object.fromEntries([...plain, ...logFields].map(({ key }) => [key, textOf(key)])) as Record<Key, string>;
  const form = useForm<Key>('preceptee', 'name', first);
  const { programme, start: from, registered } = form.typed;
  const dates = { programme: typedOrNull(programme), start: from, registered: typedOrNull(registered) };
  const asked = usePassed(page ? '' : from, [trust.code, programme, registered], () =>
    planner.preceptorship.passedSteps({ trust: trust.code, ...dates }),
  );
  const cellsOf = (typed: Record<Key, string>) =>
    Object.fromEntries(
      fields.map(({ key }) => {
        const text = (typed[key] ?? '').trim();
        if (text === '') return [key, null];
        return [key, key === 'wte' ? Math.round(Number(text.replace(',', '.')) * 100_000) : text];
      }),
    ) as Record<Key, string | number | null>;
  const save = useAct(
    async () => {
      const { aboutNoPatient } = form.patients;
      const cells = cellsOf(form.typed);
      const of = { trust: trust.code, aboutNoPatient };
      if (!page) {
        const before = toldOf(asked, form.typed);
        const { key, label } = await planner.preceptorship.addPreceptee({
          ...of,
          ...(cells as { start: string; name: string }),
          before,
          preceptor: preceptorOf(before, form.typed),
        });
        return { label, key };
      }
      const before = cellsOf(first());
      const changes = Object.fromEntries(Object.entries(cells).filter(([key, value]) => before[key as Key] !== value));
      return { ...(await planner.preceptorship.changePreceptee({ ...of, key: page.row.key, ...changes })), key: null };
    },
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const resetPreceptee = useAct(
    () => planner.preceptorship.resetPreceptee({ trust: trust.code, key: page?.row.key ?? '' }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, start, wte } = form.typed;
    const wrongWte = wte.trim() !== '' && !(Number(wte.replace(',', '.')) > 0);
    const sound = form.judge({
      ...((page === null || page.row.origin === 'own') && name.trim() === '' ? { name: 'Enter the name.' } : {}),
      ...(start === '' ? { start: 'Enter the day of the start.' } : {}),
      ...(wrongWte ? { wte: 'Enter a WTE, such as 0.8.' } : {}),
      ...missingOf(asked, form.typed),
    });
    if (!sound) return;
    save.mutate(undefined, {
      onSuccess: ({ key }) => {
        onClose();
        if (key) onAdded?.(key);
      },
      onError: form.failed,
    });
  };
  return (
    <Dialog title={page ? `Change ${page.row.name}` : 'Add a preceptee'} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields id="preceptee" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
        <HeldBefore id="preceptee" passed={asked} typed={form.typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot
          save={page ? 'Save' : 'Add the preceptee'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={page && { kind: 'preceptee', key: page.row.key }}
        >
          {page && page.edited.length > 0 && (
            <Button onClick={() => resetPreceptee.mutate(undefined, { onSuccess: onClose, onError: form.failed })}>
              Take all as in the log
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
