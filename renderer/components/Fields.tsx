import { Select, Textarea, TextInput } from 'nhsuk-react-components';
import { type ReactNode, useId } from 'react';
import type { Problem } from './ErrorSummary.tsx';
import { counted } from './numbers.ts';

export interface Field<Key extends string = string> {
  key: Key;
  label: string;
  /** `words` is free text over several lines. */
  kind?: 'line' | 'date' | 'number' | 'words';
  hint?: string;
  /** Of free text: the longest that is kept, in characters; how many are left stands below it. */
  most?: number;
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

/** Said aloud only when few are left. */
const FEW = 20;

/** How many characters may still be typed. */
function Left({ typed, most }: { typed: string; most: number | undefined }): ReactNode {
  if (most === undefined) return null;
  const left = most - typed.trim().length;
  const said = left < 0 ? `${counted(-left, 'character')} too many` : `${counted(left, 'character')} left`;
  return (
    <>
      <p className={`field-left ${left < 0 ? 'field-left--none' : ''}`} aria-hidden="true">
        {said}
      </p>
      <span className="unseen" role="status">
        {left <= FEW ? said : ''}
      </span>
    </>
  );
}

/** What no free text of this part of the planner is for. */
export const freeTextHint = 'Facts for planning only: no reflection, nothing clinical, nothing about patients';

/** Fields of a form side by side; free text over the whole width. */
export function Fields<Key extends string>({ id, fields, typed, problems, onType }: FieldsProps<Key>) {
  const lists = useId();
  return (
    <div className="post-fields">
      {fields.map(({ key, label, kind = 'line', hint, most, choices, open, none }) => {
        const isFree = kind === 'words' || most !== undefined;
        const common = {
          id: `${id}-${key}`,
          label,
          hint: hint ?? (isFree ? freeTextHint : undefined),
          value: typed[key],
          error: problems.find(({ field }) => field === `${id}-${key}`)?.message,
        };
        if (kind === 'words')
          return (
            <div className="post-fields__wide" key={key}>
              <Textarea {...common} rows={2} onChange={({ currentTarget }) => onType(key, currentTarget.value)} />
              <Left typed={typed[key]} most={most} />
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
          <div key={key} className={isFree ? 'post-fields__wide' : undefined}>
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
            <Left typed={typed[key]} most={most} />
          </div>
        );
      })}
    </div>
  );
}
