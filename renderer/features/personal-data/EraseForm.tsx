import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Form } from '../../components/Form.tsx';
import { counted } from '../../components/numbers.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface EraseFormProps {
  whose: { trust: string; person: string | null; name: string | null };
  /** What has to be typed. */
  confirm: string;
  /** Whether the law keeps some of it. */
  hasKept: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** Erases a person for good, once their number or name has been typed again. */
export function EraseForm({ whose, confirm, hasKept, onDone, onCancel }: EraseFormProps) {
  const [typed, setTyped] = useState('');
  const [alsoKept, setAlsoKept] = useState(false);
  const erase = useAct(
    () => planner.personalData.erase({ ...whose, typed, alsoKept }),
    ({ rows, kept }) =>
      `Erased from ${counted(rows, 'row')}${kept > 0 ? `; ${counted(kept, 'row')} kept as the schedule says` : ''}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <Form onSubmit={submit}>
      <p className="note note--wrong">
        This is for good: no undo brings it back. Make a backup first if you are not sure.
      </p>
      {hasKept && (
        <label className="filter">
          <input type="checkbox" checked={alsoKept} onChange={({ target }) => setAlsoKept(target.checked)} />
          Erase what the schedule keeps, too: your information governance team has agreed
        </label>
      )}
      <TextInput
        id="erase-typed"
        label={`Type ${confirm} to erase`}
        autoComplete="off"
        value={typed}
        error={erase.isError ? sentence(erase.error) : undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <DialogFoot save="Erase for good" isSaving={erase.isPending} removes onCancel={onCancel} />
    </Form>
  );
}
