import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PreceptorReason, PreceptorSuggestion } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const suitsText = (suits: boolean) => (suits ? 'Suits' : 'Look first');
const kindOf = ({ good }: PreceptorReason) => (good === null ? 'blue' : good ? 'green' : 'amber');

/** The register, of which one is chosen. */
const columnsOf = (chosen: number | undefined, onChoose: (id: number) => void): Column<PreceptorSuggestion>[] => [
  {
    key: 'name',
    title: 'Preceptor',
    header: true,
    value: ({ name }) => name,
    show: ({ id, name }) => (
      <label className="choice">
        <input type="radio" name="preceptor" checked={id === chosen} onChange={() => onChoose(id)} />
        {name}
      </label>
    ),
  },
  {
    key: 'suits',
    title: 'Suits',
    value: ({ suits }) => suitsText(suits),
    inOrder: [suitsText(true), suitsText(false)],
    show: ({ suits }) => <Status kind={suits ? 'green' : 'amber'} word={suitsText(suits)} />,
    means: 'Whether anything speaks against the preceptor. The planner proposes; you choose.',
  },
  {
    key: 'why',
    title: 'Why',
    value: ({ reasons }) => reasons.map(({ words }) => words).join('; '),
    show: ({ reasons }) => (
      <span className="reasons">
        {reasons.map((reason) => (
          <Status key={reason.kind} kind={kindOf(reason)} word={reason.words} />
        ))}
      </span>
    ),
    means: 'Band, unit, people already supported, and shifts together by the rosters that are held.',
  },
];

interface SuggestDialogProps {
  /** Key of the preceptee. */
  preceptee: string;
  /** The day to begin with. */
  on?: string;
  onClose: () => void;
}

/** Who may support a preceptee: everybody on the register, those who suit best first, with the reasons. */
export function SuggestDialog({ preceptee, on = '', onClose }: SuggestDialogProps) {
  const trust = useTrust().code;
  const [chosen, setChosen] = useState<number | null>(null);
  const form = useForm<'from'>('suggest', 'from', () => ({ from: on }));
  const query = useQuery({
    queryKey: ['preceptorship', trust, 'suggestions', preceptee],
    queryFn: () => planner.preceptorship.suggestPreceptors({ trust, key: preceptee }),
  });
  const name = useAct(
    ({ preceptor, from }: { preceptor: string; from: string }) =>
      planner.preceptorship.recordEvent({ trust, key: preceptee, event: { kind: 'preceptor', from, preceptor } }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (suggestions: PreceptorSuggestion[]) => (event: FormEvent) => {
    event.preventDefault();
    const preceptor = suggestions.find(({ id }) => id === (chosen ?? suggestions[0]?.id));
    const sound = form.judge(form.typed.from ? {} : { from: 'Enter the day from which this is the preceptor.' });
    if (sound && preceptor)
      name.mutate({ preceptor: preceptor.name, from: form.typed.from }, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title="Name a preceptor" wide onClose={onClose}>
      <Answered query={query}>
        {({ preceptee: who, suggestions, roster }) => (
          <Form onSubmit={submit(suggestions)}>
            <ErrorSummary problems={form.problems} />
            <p className="post-facts">
              For {who.name}
              {who.unit && `, ${who.unit}`}, started {dateText(who.start)} · best suited first
              {roster
                ? ` · shifts together on rosters from ${dateText(roster.first)} to ${dateText(roster.last)}`
                : ' · no roster is held, so shifts together are not known'}
            </p>
            {suggestions.length === 0 ? (
              <p className="note">The register has nobody yet. Close this and add a preceptor first.</p>
            ) : (
              <div className="suggestions">
                <DataTable
                  caption="Preceptors"
                  className="table--dense"
                  columns={columnsOf(chosen ?? suggestions[0]?.id, setChosen)}
                  rows={suggestions}
                  rowKey={({ id }) => id}
                />
              </div>
            )}
            {suggestions.length > 0 && (
              <Fields
                id="suggest"
                fields={[{ key: 'from', label: 'Named on', kind: 'date' }]}
                typed={form.typed}
                problems={form.problems}
                onType={form.type}
              />
            )}
            <DialogFoot
              save={
                suggestions.length > 0 &&
                `Name ${suggestions.find(({ id }) => id === (chosen ?? suggestions[0]?.id))?.name ?? 'the preceptor'}`
              }
              isSaving={name.isPending}
              onCancel={onClose}
            />
          </Form>
        )}
      </Answered>
    </Dialog>
  );
}
