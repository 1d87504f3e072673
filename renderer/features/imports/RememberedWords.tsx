import { useState } from 'react';
import { useTrust } from '../../client/trust.ts';
import { Choose, titled } from '../../components/Choose.tsx';
import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';

type Codes = Record<string, Record<string, string>>;
type Sets = Record<string, { title: string; meanings: { code: string; title: string }[] }>;

interface Pair {
  readonly name: string;
  readonly said: string;
  readonly code: string;
}

/** Words that files say and what they mean: each can be changed, forgotten, or added before a file comes that says it. */
export function RememberedWords({
  sets,
  codes,
  onChange,
}: {
  sets: Sets;
  codes: Codes;
  onChange: (codes: Codes) => void;
}) {
  const units = useTrust().units.map(({ name }) => ({ code: name, title: name }));
  const all: Sets = { ...sets, unit: { title: 'Unit', meanings: units } };
  const [set, setSet] = useState(Object.keys(codes)[0] ?? Object.keys(sets)[0] ?? 'unit');
  const [word, setWord] = useState('');
  const put = (name: string, said: string, code: string) =>
    onChange({ ...codes, [name]: { ...codes[name], [said]: code } });
  const forget = (name: string, said: string) => {
    const { [said]: _gone, ...others } = codes[name] ?? {};
    const { [name]: _set, ...rest } = codes;
    onChange(Object.keys(others).length > 0 ? { ...rest, [name]: others } : rest);
  };
  const pairs = Object.entries(codes).flatMap(([name, said]) =>
    Object.entries(said).map(([one, code]): Pair => ({ name, said: one, code })),
  );
  const meaningsOf = (name: string) => all[name]?.meanings ?? [];
  const columns: Column<Pair>[] = [
    { key: 'field', title: 'Field', value: ({ name }) => all[name]?.title ?? name },
    {
      key: 'said',
      title: 'The file says',
      header: true,
      value: ({ said }) => said,
      means: 'The word as the file has it.',
    },
    {
      key: 'means',
      title: 'It means',
      value: ({ name, code }) => meaningsOf(name).find((one) => one.code === code)?.title ?? code,
      show: ({ name, said, code }) => (
        <Meaning
          label={`What ${said} means`}
          meanings={meaningsOf(name)}
          value={code}
          onChange={(meant) => put(name, said, meant)}
        />
      ),
      means: 'What the planner takes the word of the file for.',
    },
    {
      key: 'forget',
      title: 'Forget',
      acts: true,
      value: () => null,
      show: ({ name, said }) => (
        <Button onClick={() => forget(name, said)} aria-label={`Forget ${said}`}>
          Forget
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption="Words and what they mean"
        columns={columns}
        rows={pairs}
        rowKey={({ name, said }) => `${name} ${said}`}
        steady
      />
      <h3>Add a word</h3>
      <Form className="problem__filters" called="Add a word" onSubmit={(event) => event.preventDefault()}>
        <Choose title="Field" value={set} choices={titled(all)} onChoose={setSet} />
        <label className="filter">
          The file says
          <input value={word} onChange={(event) => setWord(event.target.value)} autoComplete="off" />
        </label>
        <span className="filter">
          It means
          <Meaning
            label="What the new word means"
            meanings={all[set]?.meanings ?? []}
            value=""
            disabled={word.trim() === ''}
            onChange={(code) => {
              put(set, word.trim(), code);
              setWord('');
            }}
          />
        </span>
      </Form>
    </>
  );
}

interface MeaningProps {
  label: string;
  meanings: readonly { code: string; title: string }[];
  value: string;
  disabled?: boolean;
  onChange: (code: string) => void;
}

function Meaning({ label, meanings, value, disabled, onChange }: MeaningProps) {
  const isOther = value !== '' && !meanings.some(({ code }) => code === value);
  return (
    <select
      className="cell-choice"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => event.target.value && onChange(event.target.value)}
    >
      {value === '' && <option value="">Choose…</option>}
      {isOther && <option value={value}>{value}</option>}
      {meanings.map(({ code, title }) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </select>
  );
}
