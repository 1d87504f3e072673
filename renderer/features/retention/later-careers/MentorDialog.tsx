import { type FormEvent } from 'react';
import type { LegacyMentor } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { asNamed } from '../../../components/Choose.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { typedOrNull, useForm } from '../../../components/use-form.ts';

type Key = 'name' | 'person' | 'unit' | 'band' | 'appointed' | 'ended' | 'hours' | 'supports';

interface MentorDialogProps {
  bands: { key: string; name: string }[];
  on: string;
  /** Null for a new one. */
  of: LegacyMentor | null;
  onClose: () => void;
}

const hoursPattern = /^\d{1,3}(\.\d{1,2})?$/;

/** A legacy mentor with the time for it and those supported, to be entered or changed. */
export function MentorDialog({ bands, on, of, onClose }: MentorDialogProps) {
  const trust = useTrust();
  const form = useForm<Key>('legacy', 'name', () => ({
    name: of?.name ?? '',
    person: of?.person ?? '',
    unit: of?.unit ?? '',
    band: of?.band ?? '',
    appointed: of?.appointed ?? on,
    ended: of?.ended ?? '',
    hours: of && of.minutes !== null ? String(of.minutes / 60) : '',
    supports: of?.supports.join('\n') ?? '',
  }));
  const save = useAct(
    () => {
      const { name, person, unit, band, appointed, ended, hours, supports } = form.typed;
      const sent = {
        trust: trust.code,
        name,
        person: typedOrNull(person),
        unit: typedOrNull(unit),
        band: typedOrNull(band),
        appointed,
        ended: typedOrNull(ended),
        minutes: hours.trim() === '' ? null : Math.round(Number(hours) * 60),
        supports: supports
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        aboutNoPatient: form.patients.aboutNoPatient,
      };
      return of === null
        ? planner.retention.addLegacyMentor(sent)
        : planner.retention.changeLegacyMentor({ ...sent, id: of.id });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.retention.removeLegacyMentor({ trust: trust.code, id: of?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, appointed, hours } = form.typed;
    const sound = form.judge({
      ...(name.trim() ? {} : { name: 'Enter who it is.' }),
      ...(appointed ? {} : { appointed: 'Enter the day of the appointment.' }),
      ...(hours.trim() === '' || hoursPattern.test(hours.trim()) ? {} : { hours: 'Enter hours, such as 7.5.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={of ? `Legacy mentor: ${of.name}` : 'Appoint a legacy mentor'} record={of?.id} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="legacy"
          fields={[
            { key: 'name', label: 'Name' },
            { key: 'person', label: 'Employee number (optional)' },
            { key: 'band', label: 'Band', choices: bands, none: 'Not said' },
            { key: 'unit', label: 'Unit', choices: asNamed(trust.units.map(({ name }) => name)), open: true },
            { key: 'appointed', label: 'Appointed on', kind: 'date' },
            { key: 'ended', label: 'Until', kind: 'date' },
            { key: 'hours', label: 'Hours a week for it', kind: 'number' },
            { key: 'supports', label: 'Supports', kind: 'words', hint: 'Names, one on each line' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the legacy mentor"
          isSaving={save.isPending}
          onCancel={onClose}
          history={of && { kind: 'legacy_mentor', key: String(of.id) }}
        >
          {of && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the legacy mentor
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
