import { Select, Textarea, TextInput } from 'nhsuk-react-components';
import type { VacancyPlan, VacancyPostField } from '#contract';
import { useTrust } from '../../client/trust.ts';
import { fieldTitles } from './words.ts';

interface PostFieldProps {
  field: VacancyPostField;
  plan: VacancyPlan;
  value: string;
  /** What the file says, where a person changed it. */
  file: string | null;
  error: string | undefined;
  onChange: (value: string) => void;
}

type Choice = { key: string; name: string };
const hints: Partial<Record<VacancyPostField, string>> = {
  cohort: 'such as September 2027',
  probability: 'blank: by its stage',
  supernumeraryWeeks: 'blank: by its route',
  expectedStart: 'blank: by its stage',
};
const dates: readonly VacancyPostField[] = [
  'since',
  'approved',
  'advertised',
  'shortlisted',
  'interviewed',
  'offered',
  'cleared',
  'expectedStart',
  'start',
];

/** One field of a post: a choice, a date, a number or words; with the file's own word where it was changed. */
export function PostField({ field, plan, value, file, error, onChange }: PostFieldProps) {
  const trust = useTrust();
  const id = `post-${field}`;
  const hint = [hints[field], file !== null && `the file says: ${file}`].filter(Boolean).join(' · ') || undefined;
  const common = { id, label: fieldTitles[field], hint, error, value };
  const choices = choicesFor(field, plan);
  if (choices) {
    const strange = value !== '' && !choices.some(({ key }) => key === value);
    return (
      <Select {...common} onChange={(event) => onChange(event.target.value)}>
        <Select.Option value="">{field === 'staffGroup' ? 'By the words of the post' : 'Not said'}</Select.Option>
        {strange && <Select.Option value={value}>{value}</Select.Option>}
        {choices.map(({ key, name }) => (
          <Select.Option key={key} value={key}>
            {name}
          </Select.Option>
        ))}
      </Select>
    );
  }
  if (field === 'notes')
    return (
      <div className="post-fields__wide">
        <Textarea {...common} rows={2} onChange={(event) => onChange(event.target.value)} />
      </div>
    );
  return (
    <>
      <TextInput
        {...common}
        type={dates.includes(field) ? 'date' : 'text'}
        inputMode={field === 'wte' ? 'decimal' : undefined}
        autoComplete="off"
        list={field === 'unit' ? 'post-units' : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {field === 'unit' && (
        <datalist id="post-units">
          {trust.units.map(({ id: unit, name }) => (
            <option key={unit} value={name}>
              {name}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

function choicesFor(field: VacancyPostField, plan: VacancyPlan): readonly Choice[] | null {
  switch (field) {
    case 'stage':
      return plan.stages.filter(({ key }) => key !== '');
    case 'route':
      return plan.routes;
    case 'staffGroup':
      return plan.groups;
    case 'band':
      return plan.bands;
    default:
      return null;
  }
}
