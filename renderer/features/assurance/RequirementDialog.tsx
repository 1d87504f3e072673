import { useState } from 'react';
import type { IncentiveRequirementShown, IncentiveStatus } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { fieldProblems, sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Status } from '../../components/Status.tsx';
import { Evidence } from './Evidence.tsx';
import { markWords, statusOrder, statusWords } from './scheme-words.ts';
import { TypedField } from './TypedField.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

interface RequirementDialogProps {
  year: number;
  requirement: IncentiveRequirementShown;
  onClose: () => void;
}

/** One requirement: what is asked, what the planner knows, what was entered, its evidence and its status. */
export function RequirementDialog({ year, requirement, onClose }: RequirementDialogProps) {
  const trust = useTrust().code;
  const { reference, fields, figures, threshold } = requirement;
  const at = { trust, year, requirement: reference };
  const act = useAct((work: () => Promise<unknown>) => work());
  const save = (work: () => Promise<unknown>): Promise<string | null> =>
    act.mutateAsync(work).then(
      () => null,
      (error: unknown) => fieldProblems(error)[0]?.message ?? sentence(error),
    );
  const [problem, setProblem] = useState<string | null>(null);
  // Shown as chosen at once; as it was where it could not be saved.
  const [chosen, setChosen] = useState(requirement.status);
  const setStatus = (status: IncentiveStatus | null) => {
    setChosen(status);
    void save(() => planner.assurance.setRequirement({ ...at, status })).then((wrong) => {
      setProblem(wrong);
      if (wrong !== null) setChosen(requirement.status);
    });
  };

  return (
    <Dialog title={`${reference} ${requirement.title}`} wide onClose={onClose}>
      <p>{requirement.asks}</p>
      <p className="table__why">
        {requirement.advisory && 'Taken as advice in this year, not scored: confirm it. '}
        Our wording of year {year}: {markWords[requirement.mark] ?? requirement.mark}. Each entry is saved when its
        field is left.
      </p>
      <div className="line-page">
        <section aria-label="Answer">
          <fieldset className="answer__field">
            <legend className="nhsuk-label">Status</legend>
            <div className="answer__choices">
              {[...statusOrder, null].map((status) => (
                <label className="choice" key={status ?? 'none'}>
                  <input
                    type="radio"
                    name="requirement-status"
                    checked={chosen === status}
                    onChange={() => setStatus(status)}
                  />
                  {status ? <Status {...statusWords[status]} /> : 'No status'}
                </label>
              ))}
            </div>
          </fieldset>
          {problem && (
            <p className="nhsuk-error-message" role="alert">
              {problem}
            </p>
          )}
          <div className="assurance__form">
            {fields.map((field) => (
              <TypedField
                key={field.key}
                label={field.label}
                kind={field.kind}
                value={field.value ?? ''}
                known={field.known}
                save={(text) => save(() => planner.assurance.setField({ ...at, field: field.key, text }))}
              />
            ))}
            <TypedField
              label="Lead, by role"
              kind="text"
              value={requirement.lead}
              save={(lead) => save(() => planner.assurance.setRequirement({ ...at, lead }))}
            />
            <TypedField
              label="Due"
              kind="date"
              value={requirement.due ?? ''}
              save={(due) => save(() => planner.assurance.setRequirement({ ...at, due: due || null }))}
            />
            {threshold && (
              <TypedField
                label={`Wanted, % (default ${threshold.ofPack})`}
                kind="count"
                value={String(threshold.percent)}
                save={(text) =>
                  save(() =>
                    planner.assurance.setRequirement({
                      ...at,
                      threshold: text.trim() === '' || Number(text) === threshold.ofPack ? null : Number(text),
                    }),
                  )
                }
              />
            )}
            <TypedField
              label="Progress and action plan"
              kind="prose"
              value={requirement.note}
              save={(note) => save(() => planner.assurance.setRequirement({ ...at, note }))}
            />
          </div>
        </section>
        <div>
          {figures.map((figure) => (
            <section key={figure.key} className="panel offer">
              <h3>
                {figure.title}: {figure.value ?? 'not known'}
              </h3>
              <p>{figure.sentence}</p>
              <p className="table__why">{figure.of}</p>
            </section>
          ))}
          <Evidence at={at} evidence={requirement.evidence} save={save} />
        </div>
      </div>
      <DialogFoot onCancel={onClose} history={{ kind: 'incentive_answer', fields: { year, requirement: reference } }} />
    </Dialog>
  );
}
