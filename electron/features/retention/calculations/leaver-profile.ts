import { serviceBandOf, serviceBands } from '../../staff/calculations/profile.ts';
import { primaryOf } from '../../staff/calculations/people.ts';
import { inPostAt, type Spell } from '../../staff/calculations/spells.ts';

/** What is known of an assignment beside its spell. */
export interface Traits {
  readonly unit: string | null;
  readonly band: string | null;
  readonly ageBand: string | null;
  readonly start: string;
}

/** A leaver as a profile counts one. */
export interface ProfiledLeaver extends Traits {
  readonly leaving: string;
  readonly isVoluntary: boolean;
}

export interface ProfileLine {
  readonly key: string;
  readonly name: string;
  readonly leavers: number;
  readonly voluntary: number;
  readonly headsStart: number;
  readonly headsEnd: number;
}

const keyOf = ({ person, assignment }: { readonly person: string; readonly assignment: string }) =>
  `${person} ${assignment}`;

/** Traits by assignment, of the staff list where it has it, else of the leavers' own rows. */
export function traitsOf(
  list: readonly (Traits & { readonly person: string; readonly assignment: string })[],
  leavers: readonly (Traits & { readonly person: string; readonly assignment: string })[],
): ReadonlyMap<string, Traits> {
  return new Map([...leavers, ...list].map((row) => [keyOf(row), row]));
}

type Dimension = (traits: Traits, day: string) => string;
const dimensions: Readonly<Record<'service' | 'age' | 'band' | 'unit', Dimension>> = {
  service: ({ start }, day) => serviceBandOf({ start }, day),
  age: ({ ageBand }) => ageBand ?? '',
  band: ({ band }) => band ?? '',
  unit: ({ unit }) => unit ?? '',
};

const bandName = (band: string) => (band === '' ? 'No band' : `Band ${band}`);
const nameOf = (of: keyof typeof dimensions, key: string): string => {
  if (of === 'service') return serviceBands.find((band) => band.key === key)?.name ?? key;
  if (of === 'band') return bandName(key);
  return key || 'Not stated';
};

/** Somebody in post on a day, by the primary assignment, with the line of each dimension. */
export interface ProfiledHead {
  readonly group: string;
  readonly keys: Readonly<Record<keyof typeof dimensions, string>>;
}

/** Everybody in post at the close of a day whose traits are known, whichever staff group: service is that on the day. */
export function headsProfiled(
  spells: readonly Spell[],
  traits: ReadonlyMap<string, Traits>,
  day: string,
): readonly ProfiledHead[] {
  return [...inPostAt(spells, day).values()].flatMap((held) => {
    const spell = primaryOf(held);
    const known = traits.get(keyOf(spell));
    return known ? [{ group: spell.group, keys: keysOf(known, day) }] : [];
  });
}

const keysOf = (traits: Traits, day: string): ProfiledHead['keys'] => ({
  service: dimensions.service(traits, day),
  age: dimensions.age(traits, day),
  band: dimensions.band(traits, day),
  unit: dimensions.unit(traits, day),
});

/**
 * Leavers of some groups beside the heads at the start and at the end, by length of service, age band, band and unit. A
 * person counts by the primary assignment; service is that on the day that is counted, of a leaver on the day of leaving.
 */
export function leaverProfile(
  heads: { readonly start: readonly ProfiledHead[]; readonly end: readonly ProfiledHead[] },
  leavers: readonly ProfiledLeaver[],
  groups: readonly string[],
): Record<keyof typeof dimensions, ProfileLine[]> {
  const own = ({ group }: ProfiledHead) => groups.includes(group);
  const [atStart, atEnd] = [heads.start.filter(own), heads.end.filter(own)];
  const gone = leavers.map((leaver) => ({ keys: keysOf(leaver, leaver.leaving), leaver }));
  const lines = (of: keyof typeof dimensions): ProfileLine[] => {
    const found = new Map<string, { -readonly [Part in keyof ProfileLine]: ProfileLine[Part] }>();
    const line = (key: string) => {
      const known = found.get(key);
      if (known) return known;
      const made = { key, name: nameOf(of, key), leavers: 0, voluntary: 0, headsStart: 0, headsEnd: 0 };
      found.set(key, made);
      return made;
    };
    for (const { keys } of atStart) line(keys[of]).headsStart += 1;
    for (const { keys } of atEnd) line(keys[of]).headsEnd += 1;
    for (const { keys, leaver } of gone) {
      line(keys[of]).leavers += 1;
      if (leaver.isVoluntary) line(keys[of]).voluntary += 1;
    }
    const order = ({ key }: ProfileLine) =>
      of === 'service' ? String(serviceBands.findIndex((band) => band.key === key)) : key || '~';
    return [...found.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
  };
  return { service: lines('service'), age: lines('age'), band: lines('band'), unit: lines('unit') };
}
