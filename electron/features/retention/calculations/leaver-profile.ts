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

/**
 * Leavers of some groups beside the heads at the start and at the end, by length of service, age band, band and unit. A
 * person counts by the primary assignment; service is that on the day that is counted, of a leaver on the day of leaving.
 */
export function leaverProfile(
  spells: readonly Spell[],
  traits: ReadonlyMap<string, Traits>,
  leavers: readonly ProfiledLeaver[],
  groups: readonly string[],
  { startCensus, last }: { readonly startCensus: string; readonly last: string },
): Record<keyof typeof dimensions, ProfileLine[]> {
  const headsAt = (day: string) =>
    [...inPostAt(spells, day).values()]
      .map(primaryOf)
      .filter(({ group }) => groups.includes(group))
      .flatMap((spell) => traits.get(keyOf(spell)) ?? []);
  const [atStart, atEnd] = [headsAt(startCensus), headsAt(last)];
  const lines = (of: keyof typeof dimensions): ProfileLine[] => {
    const keyAt = dimensions[of];
    const gone = leavers.map((leaver) => ({ key: keyAt(leaver, leaver.leaving), leaver }));
    const starts = atStart.map((one) => keyAt(one, startCensus));
    const ends = atEnd.map((one) => keyAt(one, last));
    const keys = [...new Set([...starts, ...ends, ...gone.map(({ key }) => key)])];
    const order = (key: string) =>
      of === 'service' ? String(serviceBands.findIndex((band) => band.key === key)) : key || '~';
    return keys
      .sort((one, other) => (order(one) < order(other) ? -1 : 1))
      .map((key) => {
        const ofKey = gone.filter((one) => one.key === key);
        return {
          key,
          name: nameOf(of, key),
          leavers: ofKey.length,
          voluntary: ofKey.filter(({ leaver }) => leaver.isVoluntary).length,
          headsStart: starts.filter((one) => one === key).length,
          headsEnd: ends.filter((one) => one === key).length,
        };
      });
  };
  return { service: lines('service'), age: lines('age'), band: lines('band'), unit: lines('unit') };
}
