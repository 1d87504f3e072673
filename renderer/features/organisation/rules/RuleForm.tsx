import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { RulePack, RuleShown } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { fieldProblems, sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Choose } from '../../../components/Choose.tsx';
import { Button } from '../../../components/Button.tsx';
import { Form } from '../../../components/Form.tsx';
import { markWords, valueOf, valueText } from './words.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

interface RuleFormProps {
  pack: RulePack;
  rule: RuleShown;
  onDone: () => void;
}

const yesOrNo = [
  { key: 'yes', name: 'yes' },
  { key: 'no', name: 'no' },
];

/** The trust's own value in place of a published one, with who agreed it and why. */
export function RuleForm({ pack, rule, onDone }: RuleFormProps) {
  const trust = useTrust().code;
  const { own, published, kind, unit, choices } = rule;
  const options = choices ?? (kind === 'yes_no' ? yesOrNo : null);
  const [typed, setTyped] = useState(() => {
    const value = own?.value ?? published;
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  });
  const [agreedBy, setAgreedBy] = useState(own?.agreedBy ?? '');
  const [why, setWhy] = useState(own?.why ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const failed = (error: Error) => setProblem(fieldProblems(error)[0]?.message ?? sentence(error));
  const set = useAct(
    (value: RuleShown['published']) =>
      planner.organisation.setRule({ trust, pack: pack.id, path: rule.path, value, agreedBy, why }),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const reset = useAct(
    () => planner.organisation.resetRule({ trust, pack: pack.id, path: rule.path }),
    ({ label }) => `Saved: ${label ?? rule.name}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = valueOf(typed, kind);
    if (value === null) return setProblem(kind === 'number' ? 'Enter a number.' : 'Enter a value.');
    setProblem(null);
    set.mutate(value, { onSuccess: onDone, onError: failed });
  };
  return (
    <Form onSubmit={submit}>
      <p>
        Published: <strong>{`${valueText(published, rule)} ${unit}`}</strong> · {markWords[rule.mark].toLowerCase()} ·{' '}
        {pack.source.title}, {pack.source.publisher}
      </p>
      {options ? (
        <Choose title="Own value" value={typed} choices={options} onChoose={setTyped} />
      ) : (
        <TextInput
          id="rule-value"
          label={`Own value${unit && kind !== 'date' ? `, ${unit}` : ''}`}
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          width="10"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={problem ?? undefined}
          autoComplete="off"
        />
      )}
      <TextInput
        id="rule-agreed-by"
        label="Agreed by"
        hint="A person or a meeting"
        value={agreedBy}
        onChange={(event) => setAgreedBy(event.target.value)}
        autoComplete="off"
      />
      <TextInput
        id="rule-why"
        label="Why"
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        autoComplete="off"
      />
      {own && own.publishedThen !== published && (
        <p className="note">
          When this value was set, {valueText(own.publishedThen, rule)} {unit} was published. Check that it still holds.
        </p>
      )}
      <DialogFoot
        save="Use this value"
        isSaving={set.isPending}
        onCancel={onDone}
        history={{ kind: 'rule_value', fields: { pack: pack.id, path: rule.path } }}
      >
        {own && (
          <Button onClick={() => reset.mutate(undefined, { onSuccess: onDone, onError: failed })}>
            Use the published value
          </Button>
        )}
      </DialogFoot>
    </Form>
  );
}
