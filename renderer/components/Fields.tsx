import { Select, Textarea, TextInput } from 'nhsuk-react-components';
import { useId } from 'react';
import type { Problem } from './ErrorSummary.tsx';

export interface Field<Key extends string = string> {
  key: Key;
  label: string;
  /** `words` is free text over several lines. */
  kind?: 'line' | 'date' | 'number' | 'words';
  hint?: string;
  /** One of these, or with `open` anything else too. */
  choices?: readonly { key: string; name: string }[];
  open?: boolean;
  /** What a choice without a key is called; without it one must be chosen. */
  none?: string;
}

interface FieldsProps<Key extends string> {
  /** Before the keys, in the ids of the fields. */
  id: string;
  fields: readonly Field<Key>[];
  typed: Readonly<Record<Key, string>>;
  problems: readonly Problem[];
  onType: (key: Key, value: string) => void;
}

/** What no free text of this part of the planner is for. */
export const freeTextHint = 'Facts for planning only: no reflection, nothing clinical, nothing about patients';

/** Fields of a form side by side; free text over the whole width. */
export function Fields<Key extends string>({ id, fields, typed, problems, onType }: FieldsProps<Key>) {
  const lists = useId();
  return (
    <div className="post-fields">
      {fields.map(({ key, label, kind = 'line', hint, choices, open, none }) => {
        const common = {
          id: `${id}-${key}`,
          label,
          hint: hint ?? (kind === 'words' ? freeTextHint : undefined),
          value: typed[key],
          error: problems.find(({ field }) => field === `${id}-${key}`)?.message,
        };
        if (kind === 'words')
          return (
            <div className="post-fields__wide" key={key}>
              <Textarea {...common} rows={2} onChange={({ currentTarget }) => onType(key, currentTarget.value)} />
            </div>
          );
        if (choices && !open)
          return (
            <Select {...common} key={key} onChange={({ currentTarget }) => onType(key, currentTarget.value)}>
              {none !== undefined && <Select.Option value="">{none}</Select.Option>}
              {typed[key] !== '' && !choices.some((choice) => choice.key === typed[key]) && (
                <Select.Option value={typed[key]}>{typed[key]}</Select.Option>
              )}
              {choices.map((choice) => (
                <Select.Option key={choice.key} value={choice.key}>
                  {choice.name}
                </Select.Option>
              ))}
            </Select>
          );
        return (
          <div key={key}>
            <TextInput
              {...common}
              type={kind === 'date' ? 'date' : 'text'}
              inputMode={kind === 'number' ? 'numeric' : undefined}
              autoComplete="off"
              list={choices ? `${lists}-${key}` : undefined}
              onChange={({ currentTarget }) => onType(key, currentTarget.value)}
            />
            {choices && (
              <datalist id={`${lists}-${key}`}>
                {choices.map((choice) => (
                  <option key={choice.key} value={choice.name}>
                    {choice.name}
                  </option>
                ))}
              </datalist>
            )}
          </div>
        );
      })}
    </div>
  );
}
