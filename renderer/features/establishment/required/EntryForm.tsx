import { dateText } from '../../../components/numbers.ts';
import { EntryCell } from '../../../components/EntryCell.tsx';

export interface FormField {
  readonly key: string;
  readonly label: string;
  /** What is stored, as it is typed. */
  readonly text: string;
  readonly kind?: 'date' | 'number';
  readonly options?: readonly { readonly value: string; readonly name: string }[];
  /** Unit of measure, behind the field. */
  readonly after?: string;
  readonly isDefault?: boolean;
  readonly hint?: string | undefined;
}

const plain = (text: string, kind: FormField['kind']) =>
  text === '' ? 'not known' : kind === 'date' ? dateText(text) : text;

interface EntryFormProps {
  readonly fields: readonly FormField[];
  readonly locked?: boolean;
  /** Saves a field when it is left; answers with what is wrong, or null. */
  readonly onSave: (key: string, text: string) => Promise<string | null>;
}

/** Fields one below the other, each saved by itself. */
export function EntryForm({ fields, locked = false, onSave }: EntryFormProps) {
  return (
    <div className="entry-form">
      {fields.map(({ key, label, text, kind, options, after, isDefault = false, hint }) => (
        <div key={key} className="entry-form__row">
          <span className="entry-form__label" aria-hidden="true">
            {label}
          </span>
          {locked ? (
            <span>{options?.find(({ value }) => value === text)?.name ?? plain(text, kind)}</span>
          ) : (
            <EntryCell
              place={key}
              name={after ? `${label}, ${after}` : label}
              stored={text}
              number={kind === 'number'}
              date={kind === 'date'}
              options={options}
              isDefault={isDefault}
              hint={hint}
              onSave={(typed) => onSave(key, typed)}
            />
          )}
          <span className="entry-form__after" aria-hidden="true">
            {after}
          </span>
        </div>
      ))}
    </div>
  );
}
