import type { FormEvent } from 'react';
import type { EqualityIndicator, WorkforceEquality } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { useForm } from '../../../components/use-form.ts';

type Group = WorkforceEquality['groups'][number]['key'];
type Key = `${Group} ${'counted' | 'outOf'}`;

interface CountsDialogProps {
  data: WorkforceEquality;
  snapshot: number;
  indicator: EqualityIndicator;
  onClose: () => void;
}

const isCount = (text: string) => /^\d{0,6}$/.test(text.trim());
const countOf = (text: string) => (text.trim() === '' ? null : Number(text));

/** The counts of one indicator by ethnic group: people only, nobody by name. */
export function CountsDialog({ data, snapshot, indicator, onClose }: CountsDialogProps) {
  const trust = useTrust().code;
  const isWorkforce = indicator.kind === 'bands';
  const hasOutOf = !indicator.ofWorkforce;
  const first = (group: Group, of: 'counted' | 'outOf') =>
    String(indicator.now.groups.find((one) => one.group === group)?.[of] ?? '');
  const form = useForm<Key>(
    'count',
    'white counted',
    () =>
      Object.fromEntries(
        data.groups.flatMap(({ key }) => (['counted', 'outOf'] as const).map((of) => [`${key} ${of}`, first(key, of)])),
      ) as Record<Key, string>,
  );
  const save = useAct(
    () =>
      planner.retention.setEqualityCounts({
        trust,
        id: snapshot,
        indicator: indicator.key,
        groups: data.groups.map(({ key }) => ({
          group: key,
          counted: countOf(form.typed[`${key} counted`]),
          outOf: hasOutOf ? countOf(form.typed[`${key} outOf`]) : null,
        })),
      }),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = (Object.keys(form.typed) as Key[]).filter((key) => !isCount(form.typed[key]));
    const problems: Partial<Record<Key, string>> = Object.fromEntries(
      wrong.map((key) => [key, 'Enter a whole number, such as 12, or nothing where it is not known.']),
    );
    if (form.judge(problems)) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={`${indicator.number}. ${indicator.name}`} record={snapshot} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <p>
          {isWorkforce
            ? 'No staff list tells the ethnic origin of staff on this day: enter heads in post by group.'
            : `${indicator.formula}.`}{' '}
          {indicator.ofWorkforce && !isWorkforce && indicator.kind !== 'board' && 'What it is out of is the workforce.'}{' '}
          Leave empty what is not known; 0 is nobody.
        </p>
        {data.groups.map(({ key, name }) => (
          <fieldset className="form__fieldset" key={key}>
            <legend>{name}</legend>
            <Fields
              id="count"
              fields={[
                {
                  key: `${key} counted`,
                  label: isWorkforce ? 'Heads in post' : sentenceCase(indicator.counted),
                  kind: 'number',
                },
                ...(hasOutOf
                  ? [{ key: `${key} outOf`, label: sentenceCase(indicator.outOf), kind: 'number' } as const]
                  : []),
              ]}
              typed={form.typed}
              problems={form.problems}
              onType={form.type}
            />
          </fieldset>
        ))}
        <DialogFoot
          save="Save the counts"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'equality_count', fields: { snapshot_id: snapshot, indicator: indicator.key } }}
        />
      </Form>
    </Dialog>
  );
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
