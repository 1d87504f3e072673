import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PreceptorReason, PreceptorSuggestion } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const kindOf = ({ good }: PreceptorReason) => (good === null ? 'blue' : good ? 'green' : 'amber');
const FIRST = 6;

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
  const [all, setAll] = useState(false);
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
              <DrawnTable
                caption="Preceptors"
                className="table table--dense"
                definitions={[
                  {
                    term: 'Suits',
                    meaning: 'Whether anything speaks against the preceptor. The planner proposes; you choose.',
                  },
                  {
                    term: 'Why',
                    meaning: 'Band, unit, people already supported, and shifts together by the rosters that are held.',
                  },
                ]}
              >
                <thead>
                  <tr>
                    <th scope="col">Preceptor</th>
                    <th scope="col">Suits</th>
                    <th scope="col">Why</th>
                  </tr>
                </thead>
                <tbody>
                  {(all ? suggestions : suggestions.slice(0, FIRST)).map((one, place) => (
                    <tr key={one.id} aria-selected={one.id === (chosen ?? suggestions[0]?.id)}>
                      <th scope="row">
                        <label className="choice">
                          <input
                            type="radio"
                            name="preceptor"
                            checked={chosen === null ? place === 0 : chosen === one.id}
                            onChange={() => setChosen(one.id)}
                          />
                          {one.name}
                        </label>
                      </th>
                      <td>
                        <Status kind={one.suits ? 'green' : 'amber'} word={one.suits ? 'Suits' : 'Look first'} />
                      </td>
                      <td>
                        <span className="reasons">
                          {one.reasons.map((reason) => (
                            <Status key={reason.kind} kind={kindOf(reason)} word={reason.words} />
                          ))}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </DrawnTable>
            )}
            {!all && suggestions.length > FIRST && (
              <p className="below-table">
                <Button onClick={() => setAll(true)}>Show all {suggestions.length} preceptors</Button>
              </p>
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
