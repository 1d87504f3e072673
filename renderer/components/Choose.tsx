import { dateText } from './numbers.ts';

interface ChooseProps<Key extends string | number> {
  title: string;
  /** '' where everything is chosen. */
  value: Key | '';
  choices: readonly { readonly key: Key; readonly name: string }[];
  /** What the choice of everything is called; a list without it has none. */
  all?: string;
  onChoose: (key: Key) => void;
}

/** A filter above a table: its name, and a list to choose from. Everything is chosen as ''. */
export function Choose<Key extends string | number>({ title, value, choices, all, onChoose }: ChooseProps<Key>) {
  const keyOf = (text: string) => choices.find(({ key }) => String(key) === text)?.key ?? ('' as Key);
  return (
    <label className="filter">
      {title}
      <select value={value} onChange={({ target }) => onChoose(keyOf(target.value))}>
        {all !== undefined && <option value="">{all}</option>}
        {choices.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Choices from a table of names by key, in its order. */
export const named = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.entries(names) as [Key, string][]).map(([key, name]) => ({ key, name }));

/** The same where the names go on a sentence. */
export const inSentence = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  named(names).map(({ key, name }) => ({ key, name: name.toLowerCase() }));

/** Choices from a table of titles by key, in its order. */
export function titled<Key extends string>(shows: Readonly<Record<Key, { readonly title: string }>>) {
  return (Object.keys(shows) as Key[]).map((key) => ({ key, name: shows[key].title }));
}

/** Choices that are days. */
export const asDays = (days: readonly string[]) => days.map((day) => ({ key: day, name: dateText(day) }));

/** Choices that are called what they are. */
export const asNamed = <const Name extends string>(names: readonly Name[]) =>
  names.map((name) => ({ key: name, name }));
