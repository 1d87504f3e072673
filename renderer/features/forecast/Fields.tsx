import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { bandText } from './words.ts';

interface NumberFieldProps {
  label: string;
  hint?: string | undefined;
  /** What stands in the field; null where nothing is set. */
  value: number | null;
  /** Whole units of the store for 1 as it is typed: 100,000 for a WTE, 100 for a percentage, 1 for a count. */
  scale: number;
  signed?: boolean;
  /** Hides the label, which a heading above the column says. */
  quiet?: boolean;
  onChange: (value: number | null) => void;
}

/** A number that takes effect as it is typed; what cannot be understood is said and changes nothing. */
export function NumberField({ label, hint, value, scale, signed = false, quiet = false, onChange }: NumberFieldProps) {
  const id = useId();
  const shown = value === null ? '' : String(value / scale);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText((before) => (read(before, scale, signed) === value ? before : shown));
    setWrong(false);
  }, [value, shown, scale, signed]);
  return (
    <span className="assume__field">
      <label htmlFor={id} className={quiet ? 'unseen' : undefined}>
        {label}
      </label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        className={wrong ? 'assume__wrong' : undefined}
        value={text}
        aria-invalid={wrong}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => {
          setText(target.value);
          const number = read(target.value, scale, signed);
          setWrong(number === undefined);
          if (number !== undefined && number !== value) onChange(number);
        }}
      />
      {(hint || wrong) && (
        <small id={`${id}-hint`}>{wrong ? `Enter a number, such as ${scale === 1 ? '4000' : '1.5'}` : hint}</small>
      )}
    </span>
  );
}

function read(text: string, scale: number, signed: boolean): number | null | undefined {
  const plain = text
    .trim()
    .replace(',', scale === 1 ? '' : '.')
    .replace('−', '-');
  if (plain === '') return null;
  if (!/^-?\d{1,6}(\.\d*)?$/.test(plain) || (!signed && plain.startsWith('-'))) return undefined;
  return Math.round(Number(plain) * scale);
}

/** A month, such as 2027-04. */
export function MonthField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const id = useId();
  return (
    <span className="assume__field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="month" value={value ?? ''} onChange={({ target }) => onChange(target.value || null)} />
    </span>
  );
}

/** One of several. */
export function ChoiceField({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string;
  choices: readonly (readonly [key: string, name: string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="assume__field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** A band of those given. */
export function BandField({
  value,
  bands,
  onChange,
}: {
  value: string;
  bands: readonly string[];
  onChange: (value: string) => void;
}) {
  const all = bands.includes(value) ? bands : [value, ...bands];
  return (
    <ChoiceField label="Band" value={value} choices={all.map((band) => [band, bandText(band)])} onChange={onChange} />
  );
}

interface RowsProps<Row> {
  rows: readonly Row[];
  /** What a new row says. */
  blank: Row;
  add: string;
  /** Names a row to a screen reader, by its place from 1. */
  title: string;
  onChange: (rows: Row[]) => void;
  children: (row: Row, set: (part: Partial<Row>) => void) => ReactNode;
}

/** Several of the same kind, one below the other, that are added and removed. */
export function Rows<Row extends object>({ rows, blank, add, title, onChange, children }: RowsProps<Row>) {
  return (
    <>
      {rows.map((row, place) => (
        // Rows have no name of their own: their place is what tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="assume__row" key={place} role="group" aria-label={`${title} ${place + 1}`}>
          {children(row, (part) => onChange(rows.map((one, at) => (at === place ? { ...one, ...part } : one))))}
          <button
            type="button"
            className="link"
            aria-label={`Remove ${title.toLowerCase()} ${place + 1}`}
            onClick={() => onChange(rows.filter((_, at) => at !== place))}
          >
            Remove
          </button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, blank])}>{add}</Button>
    </>
  );
}
