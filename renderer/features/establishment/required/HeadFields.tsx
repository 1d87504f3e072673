import type { AssessmentHead, AssessmentShown } from '#contract';
import { amountText, exactShown } from './amounts.ts';
import type { AssessmentEntry } from './assessment-entry.ts';
import { headText, putPart, readHead } from './assessment-fields.ts';
import { EntryForm, type FormField } from './EntryForm.tsx';
import { EntryTable } from '../../../components/EntryTable.tsx';

interface HeadFieldsProps {
  readonly shown: AssessmentShown;
  readonly entry: AssessmentEntry;
}

type Field = Pick<FormField, 'label' | 'kind' | 'options' | 'after'> & { readonly field: keyof AssessmentHead };

const report: Field[] = [
  { field: 'provider', label: 'Provider' },
  { field: 'reference', label: 'Reference of the report' },
  { field: 'date', label: 'Date of the report', kind: 'date' },
  { field: 'studyFirst', label: 'Study from', kind: 'date' },
  { field: 'studyLast', label: 'Study to', kind: 'date' },
  { field: 'sampleFirst', label: 'Casemix sample from', kind: 'date' },
  { field: 'sampleLast', label: 'Casemix sample to', kind: 'date' },
  { field: 'sampleSize', label: 'Women in the sample', kind: 'number' },
];
const assumptions: Field[] = [
  { field: 'uplift', label: 'Uplift', kind: 'number', after: '%' },
  {
    field: 'upliftMode',
    label: 'Uplift is',
    options: [
      { value: 'add_on', name: 'added on, × (1 + uplift)' },
      { value: 'divisor', name: 'a divisor, ÷ (1 − uplift)' },
    ],
  },
  { field: 'travel', label: 'Travel', kind: 'number', after: '%' },
  { field: 'supportShare', label: 'Support share of the skill mix', kind: 'number', after: '%' },
  { field: 'specialistShare', label: 'Specialist and management', kind: 'number', after: '%' },
  {
    field: 'specialistBase',
    label: 'which is a share',
    options: [
      { value: 'clinical', name: 'of the clinical total' },
      { value: 'total', name: 'of the recommended total' },
    ],
  },
  { field: 'weeklyHours', label: 'Weekly hours of one WTE', kind: 'number' },
  { field: 'weeksPerYear', label: 'Weeks a year', kind: 'number' },
];
const printed: Field[] = [
  { field: 'printedClinical', label: 'Clinical total as printed', kind: 'number', after: 'WTE' },
  { field: 'printedSpecialist', label: 'Specialist and management as printed', kind: 'number', after: 'WTE' },
  { field: 'printedTotal', label: 'Total as printed', kind: 'number', after: 'WTE' },
];

/** What the report is, and what it assumes throughout; a value that is still the default of the pack is marked. */
export function HeadFields({ shown, entry }: HeadFieldsProps) {
  const { head, defaults, upliftParts, result } = shown;
  const isDefault = (field: keyof AssessmentHead) =>
    field in defaults.head && defaults.head[field as keyof typeof defaults.head] === head[field];
  const fieldsOf = (fields: readonly Field[]) =>
    fields.map(
      ({ field, ...more }): FormField => ({
        ...more,
        key: field,
        text: headText(head, field),
        isDefault: isDefault(field),
        hint: field === 'uplift' && result.upliftOf === 'parts' ? exactShown(result.uplift, 2) : undefined,
      }),
    );
  const save = async (key: string, text: string) => {
    const read = readHead(key as keyof AssessmentHead, text);
    if (typeof read === 'string') return read;
    await entry.send({ head: read });
    return null;
  };
  const form = (fields: readonly Field[]) => (
    <EntryForm fields={fieldsOf(fields)} locked={entry.locked} onSave={save} />
  );
  return (
    <div className="columns">
      <section className="panel">
        <h2>The report</h2>
        {form(report)}
        {head.basis === 'report' && (
          <>
            <h3>Totals as the report prints them, to check</h3>
            {form(printed)}
          </>
        )}
      </section>
      <section className="panel">
        <h2>What it assumes</h2>
        {form(assumptions)}
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Parts of the uplift{result.uplift !== null && `: ${exactShown(result.uplift, 2)} % is used`}
            </span>
          </summary>
          <div className="entries__parts">
            <EntryTable
              caption="Parts of the uplift"
              columns={[
                { key: 'name', title: 'Part', wide: true, text: ({ part }) => part.name },
                {
                  key: 'share',
                  title: 'Share',
                  means: 'Share of paid time that the part of the uplift takes.',
                  unit: '%',
                  number: true,
                  text: ({ part }) => amountText(part.share),
                },
              ]}
              rows={upliftParts.map((part, index) => ({ part, index }))}
              rowKey={({ index }) => String(index)}
              rowName={({ part }) => part.name}
              recordOf={({ index }) => ({
                kind: 'assessment_uplift_part',
                fields: { assessment_id: shown.id, position: index },
              })}
              locked={entry.locked}
              onEnter={entry.enter('upliftParts', putPart)}
            />
            <p className="grid-keys">
              The sum of the parts is used where no uplift is entered above. Leave maternity leave out if the report
              does.
            </p>
          </div>
        </details>
        <p className="grid-keys">Values marked “default” come from: {defaults.pack}.</p>
      </section>
    </div>
  );
}
