import { Select, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { fieldProblems, sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary, type Problem } from '../../components/ErrorSummary.tsx';
import { Form } from '../../components/Form.tsx';
import { Page } from '../../components/Page.tsx';
import { unitKinds, usualUnits } from './unit-kinds.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface Answers {
  code: string;
  name: string;
  systemKind: 'LMNS' | 'ICB';
  systemName: string;
  site: string;
  units: { name: string; kind: string }[];
}

/** Code, name, system, site and units of a trust: all that the other screens need to begin. */
export function SetUpTrust({ onCancel }: { onCancel: () => void }) {
  const form = useForm<Answers>({
    defaultValues: { code: '', name: '', systemKind: 'LMNS', systemName: '', site: '', units: usualUnits },
  });
  const units = useFieldArray({ control: form.control, name: 'units' });
  const [problems, setProblems] = useState<Problem[]>([]);
  const add = useAct(planner.organisation.addTrust, (trust) => `${trust.name} is set up`);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const save = form.handleSubmit((answers) => {
    const found = missing(answers);
    setProblems(found);
    if (found.length > 0) return;
    const site = answers.site.trim();
    add.mutate(
      {
        code: answers.code,
        name: answers.name,
        system: answers.systemName.trim() ? { name: answers.systemName, kind: answers.systemKind } : null,
        sites: site ? [site] : [],
        units: answers.units.map((unit) => ({ ...unit, site: site || null })),
      },
      {
        onError: (error) => {
          const fromContract = fieldProblems(error).map(({ field, message }) => ({
            field: field.replaceAll('.', '-'),
            message,
          }));
          setProblems(fromContract.length > 0 ? fromContract : [{ field: 'code', message: sentence(error) }]);
        },
      },
    );
  });

  return (
    <Page title="Set up my trust" subtitle="You can change all of this later under “Trust and units”.">
      <Form
        onSubmit={save}
        className="form"
        called="Set up my trust"
        onDraft={(names) => {
          const last = Math.max(-1, ...names.map((name) => Number(/^units-(\d+)-/.exec(name)?.[1] ?? -1)));
          for (let more = units.fields.length; more <= last; more++) units.append({ name: '', kind: 'other' });
        }}
      >
        <ErrorSummary problems={problems} />
        <TextInput
          id="name"
          label="Name of the trust"
          error={problemOf('name')}
          autoComplete="off"
          {...form.register('name')}
        />
        <TextInput
          id="code"
          label="ODS code"
          hint="The code that national returns use, such as RX1."
          error={problemOf('code')}
          width="5"
          autoComplete="off"
          {...form.register('code')}
        />
        <div className="form__row">
          <TextInput
            id="systemName"
            label="Name of the LMNS or ICB (optional)"
            error={problemOf('systemName')}
            autoComplete="off"
            {...form.register('systemName')}
          />
          <Select id="systemKind" label="It is an" {...form.register('systemKind')}>
            <Select.Option value="LMNS">LMNS</Select.Option>
            <Select.Option value="ICB">ICB</Select.Option>
          </Select>
        </div>
        <TextInput
          id="site"
          label="Main site (optional)"
          hint="Add more sites later."
          autoComplete="off"
          {...form.register('site')}
        />
        <h2>Units</h2>
        <p>Use the names that your rosters use. Imports find a unit by its name, whatever its capitals and spaces.</p>
        {units.fields.map((field, index) => (
          <div className="form__row" key={field.id}>
            <TextInput
              id={`units-${index}-name`}
              label={`Unit ${index + 1}`}
              error={problemOf(`units-${index}-name`)}
              autoComplete="off"
              {...form.register(`units.${index}.name`)}
            />
            <Select id={`units-${index}-kind`} label="Kind" {...form.register(`units.${index}.kind`)}>
              {unitKinds.map(({ key, name }) => (
                <Select.Option key={key} value={key}>
                  {name}
                </Select.Option>
              ))}
            </Select>
            <Button onClick={() => units.remove(index)} aria-label={`Remove unit ${index + 1}`}>
              Remove
            </Button>
          </div>
        ))}
        <Button onClick={() => units.append({ name: '', kind: 'other' })}>Add a unit</Button>
        <DialogFoot save="Save the trust" isSaving={add.isPending} onCancel={onCancel} cancel="Back" />
      </Form>
    </Page>
  );
}

function missing({ name, code, units }: Answers): Problem[] {
  const problems: Problem[] = [];
  if (!name.trim()) problems.push({ field: 'name', message: 'Enter the name of the trust.' });
  if (!/^[a-z0-9]{2,10}$/i.test(code.trim()))
    problems.push({ field: 'code', message: 'Enter the ODS code, such as RX1: 2 to 10 letters and digits.' });
  for (const [index, unit] of units.entries())
    if (!unit.name.trim())
      problems.push({ field: `units-${index}-name`, message: `Enter a name for unit ${index + 1}, or remove it.` });
  return problems;
}
