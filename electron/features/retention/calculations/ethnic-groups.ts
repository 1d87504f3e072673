import type { EqualityGroup, EqualityRules } from '../../../contract/equality-rules.ts';

export type ByGroup<Value> = Readonly<Record<EqualityGroup, Value>>;
export const groupKeys: readonly EqualityGroup[] = ['white', 'bme', 'unknown'];

/** The same of each ethnic group. */
export const byGroup = <Value>(of: (group: EqualityGroup) => Value): ByGroup<Value> => ({
  white: of('white'),
  bme: of('bme'),
  unknown: of('unknown'),
});

/**
 * Tells the group of an ethnic origin as staff lists print it: by its letter, which may have a second one ("CB Scottish"),
 * else by the category's name. Blank is unknown; what no category knows is undefined.
 */
export function groupReader({ categories }: EqualityRules): (origin: string | null) => EqualityGroup | undefined {
  const byLetter = new Map(categories.map(({ key, group }) => [key, group]));
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/&/g, 'and')
      .replace(/[^a-z]+/g, ' ')
      .trim();
  const byName = new Map(categories.map(({ name, group }) => [plain(name), group]));
  return (origin) => {
    if (origin === null || origin.trim() === '') return 'unknown';
    const letter = /^\s*([A-Z])[A-Z]?(?![A-Za-z])/.exec(origin)?.[1];
    return byLetter.get(letter ?? '') ?? byName.get(plain(origin)) ?? byName.get(plain(origin.slice(1)));
  };
}
