import { Select, TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { Page } from '../../components/Page.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Sets up the LMNS or ICB that this PC compiles returns for, and shows its side. */
export function SetUpLmns({ start = '', onCancel }: { start?: string; onCancel: () => void }) {
  const [name, setName] = useState(start);
  const [kind, setKind] = useState<'LMNS' | 'ICB'>('LMNS');
  const [problem, setProblem] = useState<string>();
  const setUp = useAct(
    () => planner.lmns.setUp({ name, kind }),
    (made) => `${made.name} is set up`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(name.trim() ? undefined : 'Enter the name of the LMNS or ICB.');
    if (name.trim()) setUp.mutate(undefined, { onError: (error) => setProblem(sentence(error)) });
  };
  return (
    <Page
      title="Set up an LMNS or ICB"
      subtitle="For those who receive the returns of trusts. What trusts keep in their own planners is not seen here."
    >
      <Form onSubmit={submit} className="form" called="Set up an LMNS or ICB">
        <ErrorSummary problems={problem ? [{ field: 'lmns-name', message: problem }] : []} />
        <div className="form__row">
          <TextInput
            id="lmns-name"
            label="Name of the LMNS or ICB"
            value={name}
            error={problem}
            autoComplete="off"
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Select
            id="lmns-kind"
            label="It is an"
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value as 'LMNS' | 'ICB')}
          >
            <Select.Option value="LMNS">LMNS</Select.Option>
            <Select.Option value="ICB">ICB</Select.Option>
          </Select>
        </div>
        <DialogFoot save="Set it up" isSaving={setUp.isPending} onCancel={onCancel} cancel="Back" />
      </Form>
    </Page>
  );
}
