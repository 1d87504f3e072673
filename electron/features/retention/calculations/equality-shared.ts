import type { EqualityIndicator, ExportTable, WorkforceEquality } from '#contract';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import {
  type Disclosure,
  type ProtectedCount,
  type ProtectedTables,
  protectedInWords,
  protectedRate,
} from '../../../core/small-numbers.ts';
import { byGroup, groupKeys } from './ethnic-groups.ts';
import { relativeOf } from './workforce-equality.ts';

/** Bands, indicators of the workforce and the board: one system, since they are counted out of the same people. */
export function equalityPublished({ bands, indicators }: WorkforceEquality): PublishedTables {
  const counts = new Map<string, number | null>();
  const sums: PublishedTables['sums'][number][] = [];
  const total = (key: string, parts: readonly string[]) => {
    const known = parts.map((part) => counts.get(part) ?? null);
    // With a part that is not known the total is not known either.
    const isKnown = !known.includes(null);
    counts.set(key, isKnown ? known.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null);
    if (isKnown) sums.push({ total: key, parts });
  };
  for (const group of groupKeys) {
    for (const { key, ...band } of bands) counts.set(`band ${key} ${group}`, band[group]);
    const workforce = indicators.find(({ kind }) => kind === 'bands')?.now.groups.find((one) => one.group === group);
    counts.set(`workforce ${group}`, workforce?.counted ?? null);
    if (bands.length > 0)
      sums.push({ total: `workforce ${group}`, parts: bands.map(({ key }) => `band ${key} ${group}`) });
  }
  for (const { key } of bands)
    total(
      `band ${key} all`,
      groupKeys.map((group) => `band ${key} ${group}`),
    );
  total(
    'workforce all',
    groupKeys.map((group) => `workforce ${group}`),
  );
  for (const indicator of indicators.filter(({ kind }) => kind !== 'bands')) put(indicator, counts, sums, total);
  return { counts, sums };
}

function put(
  { key, ofWorkforce, kind, now }: EqualityIndicator,
  counts: Map<string, number | null>,
  sums: PublishedTables['sums'][number][],
  total: (key: string, parts: readonly string[]) => void,
) {
  for (const { group, counted, outOf } of now.groups) {
    counts.set(`${key} ${group}`, counted);
    if (!ofWorkforce) counts.set(`${key} of ${group}`, outOf);
    // Members of a board are not taken out of the workforce.
    if (kind === 'board' || counted === null || outOf === null || counted > outOf) continue;
    counts.set(`${key} rest ${group}`, outOf - counted);
    sums.push({
      total: ofWorkforce ? `workforce ${group}` : `${key} of ${group}`,
      parts: [`${key} ${group}`, `${key} rest ${group}`],
    });
  }
  total(
    `${key} all`,
    groupKeys.map((group) => `${key} ${group}`),
  );
  if (!ofWorkforce)
    total(
      `${key} of all`,
      groupKeys.map((group) => `${key} of ${group}`),
    );
}

const ofKey = ({ key, ofWorkforce }: EqualityIndicator, group: string) =>
  ofWorkforce ? `workforce ${group}` : `${key} of ${group}`;

/**
 * A snapshot as it may leave the trust. Answers of a survey have a rule of their own, the stricter of the two. `shownAs`
 * protects its counts with all that is published with them.
 */
export function equalityShared(
  data: WorkforceEquality,
  trust: string,
  profile: Disclosure & { readonly name: string },
  survey: Disclosure,
  shownAs: (disclosure: Disclosure) => ProtectedTables,
): ExportTable {
  const shown = shownAs(profile);
  const strict = { ...profile, hideBelow: Math.max(profile.hideBelow, survey.hideBelow) };
  const ofSurvey = shownAs(strict);
  const groups = data.groups.map(({ name }) => name);
  const head = (title: string): ExportTable['rows'][number] => ({
    kind: 'group',
    values: [title, ...groups.flatMap(() => [null, null, null]), null],
  });
  const rowOf = (name: string, cells: readonly Cell[], relative: ExportTable['rows'][number]['values'][number]) => ({
    kind: 'row' as const,
    values: [name, ...cells.flatMap(({ counted, outOf, rate }) => [counted, outOf, rate]), relative],
  });
  return {
    title: `Workforce equality of ${trust}, shared`.slice(0, 200),
    subtitle: `Snapshot of ${data.shown?.day ?? ''} · ${profile.name}: counts from 1 to ${profile.hideBelow - 1}, of survey answers to ${strict.hideBelow - 1}, and what would tell them, are left out`,
    columns: [
      { heading: 'Indicator', kind: 'text' },
      ...groups.flatMap((name): ExportTable['columns'] => [
        { heading: name, kind: 'count' },
        { heading: `${name}: out of`, kind: 'count' },
        { heading: `${name}: share`, kind: 'rate' },
      ]),
      { heading: 'Relative likelihood', kind: 'figure' },
    ],
    rows: [
      ...(data.bands.length > 0 ? [head('Staff by band')] : []),
      ...data.bands.map(({ key, name }) =>
        rowOf(
          name,
          groupKeys.map((group) => cellOf(shown, `band ${key} ${group}`, `band ${key} all`, profile.hideBelow)),
          null,
        ),
      ),
      head('Indicators'),
      ...data.indicators.map((indicator) => {
        const [of, hideBelow] = indicator.kind === 'survey' ? [ofSurvey, strict.hideBelow] : [shown, profile.hideBelow];
        const counted = (group: string) =>
          indicator.kind === 'bands' ? `workforce ${group}` : `${indicator.key} ${group}`;
        const outOf = (group: string) =>
          indicator.kind === 'bands'
            ? 'workforce all'
            : indicator.kind === 'board'
              ? `${indicator.key} all`
              : ofKey(indicator, group);
        return rowOf(
          `${indicator.number}. ${indicator.name}`,
          groupKeys.map((group) => cellOf(of, counted(group), outOf(group), hideBelow)),
          indicator.kind === 'relative' ? (relativeShared(indicator, of) ?? 'not shown') : null,
        );
      }),
    ],
    definitions: [
      ...data.indicators.map(({ number, name, formula }) => ({ term: `${number}. ${name}`, meaning: formula })),
      {
        term: 'not shown',
        meaning: 'Left out since a small count could be worked out from it. A ratio goes with any of its counts.',
      },
    ],
  };
}

type Value = ExportTable['rows'][number]['values'][number];
interface Cell {
  readonly counted: Value;
  readonly outOf: Value;
  readonly rate: Value;
}

function cellOf(shown: ProtectedTables, counted: string, outOf: string, hideBelow: number): Cell {
  const [one, all] = [shown(counted), shown(outOf)];
  const words = (count: ProtectedCount) => (count.kind === 'shown' ? count.count : protectedInWords(count, hideBelow));
  const isKnown = one.kind !== 'not known' && all.kind !== 'not known';
  return {
    counted: words(one),
    outOf: words(all),
    rate: protectedRate(one, all) ?? (isKnown ? 'not shown' : 'not known'),
  };
}

function relativeShared(indicator: EqualityIndicator, shown: ProtectedTables) {
  const count = (key: string) => {
    const one = shown(key);
    return one.kind === 'shown' ? one.count : null;
  };
  const groups = byGroup((group) => ({
    group,
    counted: count(`${indicator.key} ${group}`),
    outOf: count(ofKey(indicator, group)),
  }));
  return indicator.above === 'white' || indicator.above === 'bme'
    ? relativeOf(Object.values(groups), indicator.above)
    : null;
}
