import type { ExportTable } from '#contract';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import { notShownMeans, profileInWords, sharedCount } from '../../../core/shared-lines.ts';
import type { Disclosure, ProtectedTables } from '../../../core/small-numbers.ts';

/** Somebody in post, by the primary assignment. */
interface Counted {
  readonly group: string;
  readonly unit: string | null;
  readonly band: string | null;
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Who is in post by a staff list, and by what they are told. */
export interface StaffNumbers {
  readonly census: string;
  readonly people: readonly Counted[];
  readonly groups: readonly Named[];
  /** Groups that are shown by unit and band, and together as one. */
  readonly together: readonly string[];
  readonly bandName: (band: string) => string;
}

/** Of all staff, of a group, and of those shown together. */
export const headsKey = (group: string, of?: 'unit' | 'band', key?: string) =>
  of === undefined ? `heads ${group}` : `heads ${group} ${of} ${key ?? ''}`;
export const TOGETHER = 'together';
export const EVERYBODY = 'all staff';

const kinds = ['unit', 'band'] as const;
const keysOf = (people: readonly Counted[], of: 'unit' | 'band') => [...new Set(people.map((one) => one[of] ?? ''))];

/** Heads of every staff group, by unit and by band, as one system. */
export function staffPublished({ people, groups, together }: StaffNumbers): PublishedTables {
  const counts = new Map<string, number>();
  const sums: PublishedTables['sums'][number][] = [];
  const put = (group: string, own: readonly Counted[]) => {
    counts.set(headsKey(group), own.length);
    for (const of of kinds) {
      const keys = keysOf(people, of);
      for (const key of keys) counts.set(headsKey(group, of, key), own.filter((one) => (one[of] ?? '') === key).length);
      sums.push({ total: headsKey(group), parts: keys.map((key) => headsKey(group, of, key)) });
    }
  };
  for (const { key } of groups)
    put(
      key,
      people.filter(({ group }) => group === key),
    );
  put(
    TOGETHER,
    people.filter(({ group }) => together.includes(group)),
  );
  counts.set(headsKey(EVERYBODY), people.length);
  sums.push({ total: headsKey(EVERYBODY), parts: groups.map(({ key }) => headsKey(key)) });
  const parts = groups.filter(({ key }) => together.includes(key));
  for (const [of, key] of [
    [undefined, undefined] as const,
    ...kinds.flatMap((one) => keysOf(people, one).map((some) => [one, some] as const)),
  ])
    sums.push({ total: headsKey(TOGETHER, of, key), parts: parts.map((one) => headsKey(one.key, of, key)) });
  return { counts, sums };
}

/** Staff in post by unit and band as they may leave the trust: no person, no small number, nothing that tells one. */
export function staffShared(
  { census, people, groups, together, bandName }: StaffNumbers,
  trust: string,
  profile: Disclosure & { readonly name: string },
  shown: ProtectedTables,
): ExportTable {
  const columns = [TOGETHER, ...groups.map(({ key }) => key).filter((key) => together.includes(key))];
  const nameOf = (key: string) => groups.find((one) => one.key === key)?.name ?? key;
  const count = (key: string) => sharedCount(shown, key, profile);
  const inGroups = people.filter(({ group }) => together.includes(group));
  const blanks = columns.map(() => null);
  const lines = (of: 'unit' | 'band', name: (key: string) => string) =>
    keysOf(inGroups, of)
      .sort((one, other) => ((one || '~') < (other || '~') ? -1 : 1))
      .map((key) => ({
        kind: 'row' as const,
        values: [name(key), ...columns.map((group) => count(headsKey(group, of, key)))],
      }));
  return {
    title: `Staff in post of ${trust}, shared`.slice(0, 200),
    subtitle: `heads by the staff list of ${census} · permanent and fixed-term staff · ${profileInWords(profile)}`,
    columns: [
      { heading: 'Of', kind: 'text' },
      ...columns.map((key) => ({
        heading: key === TOGETHER ? 'Midwives and support workers' : nameOf(key),
        kind: 'count' as const,
      })),
    ],
    rows: [
      { kind: 'total', values: ['All', ...columns.map((group) => count(headsKey(group)))] },
      { kind: 'group', values: ['Unit', ...blanks] },
      ...lines('unit', (unit) => unit || 'Not stated'),
      { kind: 'group', values: ['Band', ...blanks] },
      ...lines('band', (band) => (band === '' ? 'No band' : bandName(band))),
      { kind: 'group', values: ['Staff group', ...blanks] },
      ...groups.map(({ key, name }) => ({
        kind: 'row' as const,
        values: [name, count(headsKey(key)), ...blanks.slice(1)],
      })),
      { kind: 'total', values: ['All staff', count(headsKey(EVERYBODY)), ...blanks.slice(1)] },
    ],
    definitions: [
      {
        term: 'heads',
        meaning: 'People in post on the day of the staff list, each once by the primary assignment; no bank staff.',
      },
      notShownMeans(profile),
    ],
  };
}
