import { useState } from 'react';
import type { AgreedLevel, AgreedLevelInputs, AgreedLevels } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Choose } from '../../../components/Choose.tsx';
import { announce } from '../../../components/announce.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { dateText } from '../../../components/numbers.ts';
import { amountText } from './amounts.ts';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { type FieldKind, readField } from './field-entry.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

interface AgreedLevelDialogProps extends Pick<AgreedLevels, 'professions' | 'tiers' | 'reviewMonths'> {
  readonly level: AgreedLevel;
  readonly onClose: () => void;
}

const kinds: Partial<Record<keyof AgreedLevelInputs, FieldKind>> = {
  required: 'wte',
  funded: 'wte',
  inPost: 'wte',
  freedHours: 'amount',
  unit: 'unit',
  date: 'date',
  reviewDate: 'date',
};

/** What was agreed for a profession; each field is saved when it is left. */
export function AgreedLevelDialog({ level, professions, tiers, reviewMonths, onClose }: AgreedLevelDialogProps) {
  const trust = useTrust();
  const set = useAct(
    (change: Partial<AgreedLevelInputs>) =>
      planner.establishment.changeAgreedLevel({ trust: trust.code, id: level.id, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.establishment.removeAgreedLevel({ trust: trust.code, id: level.id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const adopt = useAct(
    (band: string) => planner.establishment.adoptAgreedLevel({ trust: trust.code, id: level.id, band }),
    ({ label }) => (label ? `${label}: done. Undo takes it back.` : 'The establishment says so already.'),
  );
  const [band, setBand] = useState('-');
  const known = professions.find(({ key }) => key === level.profession);
  const own = known ? [] : [{ value: level.profession, name: level.profession }];
  const number = (key: 'required' | 'funded' | 'inPost', label: string): FormField => ({
    key,
    label,
    text: amountText(level[key]),
    kind: 'number',
    after: 'WTE',
  });
  const fields: FormField[] = [
    {
      key: 'profession',
      label: 'Profession',
      text: level.profession,
      options: [...professions.map(({ key, name }) => ({ value: key, name })), ...own],
    },
    {
      key: 'role',
      label: 'Role',
      text: level.role,
      hint: known && known.roles.length > 0 ? `Usual: ${known.roles.join(', ')}` : undefined,
    },
    {
      key: 'unit',
      label: 'Unit',
      text: level.unit === null ? '' : String(level.unit),
      options: [{ value: '', name: 'All units' }, ...trust.units.map(({ id, name }) => ({ value: String(id), name }))],
    },
    ...(known?.tiers
      ? [
          {
            key: 'tier',
            label: 'Tier of the rota',
            text: level.tier ? `${level.designation}|${level.tier}` : '',
            options: [
              { value: '', name: 'not known' },
              ...tiers.map(({ designation, tier }) => ({
                value: `${designation}|${tier}`,
                name: `${designation}, ${tier}`,
              })),
            ],
          },
        ]
      : []),
    number('required', 'Required'),
    number('funded', 'Funded'),
    number('inPost', 'In post'),
    ...(known?.frees
      ? [
          {
            key: 'freedHours',
            label: 'Frees of clinicians',
            text: amountText(level.freedHours),
            kind: 'number' as const,
            after: 'h/wk',
          },
        ]
      : []),
    { key: 'source', label: 'Source', text: level.source ?? '' },
    { key: 'agreedBy', label: 'Agreed by', text: level.agreedBy ?? '' },
    { key: 'date', label: 'Agreed on', text: level.date ?? '', kind: 'date' },
    { key: 'reviewDate', label: 'To be reviewed on', text: level.reviewDate ?? '', kind: 'date' },
    { key: 'note', label: 'Note', text: level.note },
  ];
  const save = async (key: string, text: string) => {
    if (key === 'tier') {
      const [designation = '', tier = ''] = text.split('|');
      await set.mutateAsync({ designation: (designation || null) as AgreedLevel['designation'], tier: tier || null });
      return null;
    }
    const read = readField(kinds[key as keyof AgreedLevelInputs] ?? 'text', text);
    if ('message' in read) return read.message;
    await set.mutateAsync({ [key]: read.value });
    return null;
  };
  return (
    <Dialog title={[level.professionName, level.role].filter(Boolean).join(', ')} onClose={onClose}>
      <EntryForm fields={fields} onSave={save} />
      {level.asks && (
        <p className="note">
          {level.designation}, {level.tier}: {level.asks}
          {level.least !== null && ` At least ${level.least} on the rota.`}
        </p>
      )}
      {!level.reviewDate && level.reviewOn && (
        <p className="grid-keys">
          Without a day of its own the review is {reviewMonths} months after it was agreed: {dateText(level.reviewOn)}.
        </p>
      )}
      {adopt.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(adopt.error)}
        </p>
      )}
      <p className="grid-tools entries__below">
        <Button disabled={adopt.isPending} onClick={() => adopt.mutate(band)}>
          Use in the establishment
        </Button>
        <Choose title="where no post is funded, on" value={band} choices={trust.bands} onChoose={setBand} />
      </p>
      <DialogFoot onCancel={onClose} cancel="Done" history={{ kind: 'agreed_level', key: String(level.id) }}>
        <Button
          onClick={() =>
            remove.mutate(undefined, { onSuccess: onClose, onError: (error) => announce(sentence(error)) })
          }
        >
          Remove this level
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
