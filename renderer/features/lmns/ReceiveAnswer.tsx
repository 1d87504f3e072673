import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { ReceiveOutcome, TypedDifference } from '#contract';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import type { Told } from './ReceiveFiles.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';

interface ReceiveAnswerProps {
  id: string;
  outcome: ReceiveOutcome;
  isBusy: boolean;
  onTold: (told: Told) => void;
}

/** What a file asks before it can be received: its passphrase, what to take over, whether its trust belongs here. */
export function ReceiveAnswer({ id, outcome, isBusy, onTold }: ReceiveAnswerProps) {
  switch (outcome.kind) {
    case 'sealed':
      return <Passphrase id={id} isBusy={isBusy} onTold={onTold} />;
    case 'typed in':
      return <Differences id={id} differences={outcome.differences} isBusy={isBusy} onTold={onTold} />;
    case 'not expected':
      return (
        <Button disabled={isBusy} onClick={() => onTold({ addTrust: true })}>
          Expect returns from {outcome.name} and receive it
        </Button>
      );
    case 'names somebody':
      return (
        <Button disabled={isBusy} onClick={() => onTold({ namesNobody: true })}>
          These are nobody’s names: receive it
        </Button>
      );
    case 'received':
    case 'known':
    case 'refused':
      return null;
  }
}

function Passphrase({ id, isBusy, onTold }: Pick<ReceiveAnswerProps, 'id' | 'isBusy' | 'onTold'>) {
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase) onTold({ passphrase });
  };
  return (
    <Form secret className="form__row" onSubmit={submit}>
      <TextInput
        id={`${id}-passphrase`}
        label="Passphrase"
        type="password"
        value={passphrase}
        autoComplete="off"
        onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
      />
      <Button type="submit" disabled={isBusy || passphrase === ''}>
        Open the bundle
      </Button>
    </Form>
  );
}

interface DifferencesProps extends Pick<ReceiveAnswerProps, 'id' | 'isBusy' | 'onTold'> {
  differences: readonly TypedDifference[];
}

/** Each cell that somebody typed into, taken over or not. */
function Differences({ id, differences, isBusy, onTold }: DifferencesProps) {
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const toggle = (place: string, on: boolean) =>
    setAccepted(on ? [...accepted, place] : accepted.filter((one) => one !== place));
  const columns: Column<TypedDifference>[] = [
    {
      key: 'take',
      title: 'Take over',
      value: ({ place, path }) =>
        path.length === 0 ? 'for your eyes only' : accepted.includes(place) ? 'taken over' : 'left as made',
      show: ({ place, typed, path }) =>
        path.length > 0 ? (
          <input
            type="checkbox"
            id={`${id}-${place}`}
            aria-label={`Take over ${place}: ${typed}`}
            checked={accepted.includes(place)}
            onChange={({ target }) => toggle(place, target.checked)}
          />
        ) : (
          'for your eyes only'
        ),
      means: 'Ticked where what was typed is to count in place of what the planner made.',
    },
    { key: 'place', title: 'Where', header: true, value: ({ place }) => place },
    { key: 'made', title: 'As made', value: ({ made }) => made, means: 'What the planner of the trust wrote.' },
    { key: 'typed', title: 'As typed', value: ({ typed }) => typed, means: 'What stands in the workbook that came.' },
  ];
  return (
    <>
      <DataTable
        caption="What somebody typed into the workbook"
        columns={columns}
        rows={differences}
        rowKey={({ place }) => place}
      />
      <Button disabled={isBusy} onClick={() => onTold({ accepted: [...accepted] })}>
        {accepted.length === 0 ? 'Receive it as it was made' : `Receive it with ${accepted.length} taken over`}
      </Button>
    </>
  );
}
