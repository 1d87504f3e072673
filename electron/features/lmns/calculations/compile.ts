import type { CompileWarning, MeasureDefinition, ReturnDocument, SystemCompile } from '#contract';
import { basisWarnings, editionWarnings } from './basis-warnings.ts';
import { systemGaps } from './gaps.ts';
import { heatMap, type PeriodStandings } from './heat-map.ts';
import { measureTables, type WorkedTable } from './measure-tables.ts';
import type { CompileOptions } from './options.ts';
import { restatementsOf } from './restatements.ts';
import { interning, type Returned, returnedOf } from './returned.ts';
import { type Standing, standingOf } from './standing-values.ts';
import { saidWithoutNumbers } from './untold.ts';

/** Takes returns one at a time, in any order, so that their documents need not be held together. */
export interface Compiler {
  add(document: ReturnDocument): void;
  /** Periods that returns were added for, the oldest first. */
  periods(): string[];
  compile(options: CompileOptions): SystemCompile;
}

/** The compile of many returns, of many trusts and periods. */
export function compiler(): Compiler {
  const intern = interning();
  /** By period, then by the code of the trust. */
  const added = new Map<string, Map<string, Returned[]>>();
  const firstDays = new Map<string, string>();
  return {
    add(document) {
      const returned = returnedOf(document, intern);
      const trusts = added.get(returned.period) ?? new Map<string, Returned[]>();
      added.set(returned.period, trusts);
      trusts.set(returned.code, [...(trusts.get(returned.code) ?? []), returned]);
      firstDays.set(returned.period, returned.first);
    },
    periods: () =>
      [...added.keys()].sort((one, other) => ((firstDays.get(one) ?? '') < (firstDays.get(other) ?? '') ? -1 : 1)),
    compile(options) {
      return compiled(added, firstDays, options);
    },
  };
}

const isMonth = (period: string) => !period.includes('Q');

function compiled(
  added: ReadonlyMap<string, ReadonlyMap<string, readonly Returned[]>>,
  firstDays: ReadonlyMap<string, string>,
  options: CompileOptions,
): SystemCompile {
  const { period } = options;
  const first = firstDays.get(period) ?? '9999';
  const earlier = [...added.keys()]
    .filter((one) => isMonth(one) === isMonth(period) && (one === period || (firstDays.get(one) ?? '') < first))
    .sort((one, other) => ((firstDays.get(one) ?? '') < (firstDays.get(other) ?? '') ? -1 : 1));
  const names = [...(earlier.includes(period) ? earlier : [...earlier, period])];
  const trusts = trustsOf(added, names, options);
  const codes = trusts.map(({ code }) => code);
  const periods = names.map((name): PeriodStandings => {
    const sent = added.get(name);
    const standings = codes.map((code): Standing | undefined => {
      const its = sent?.get(code);
      return its ? standingOf(its) : undefined;
    });
    return { period: name, title: standings.find(Boolean)?.latest.title ?? name, standings };
  });
  const now = periods[periods.length - 1]?.standings ?? [];
  const worked = definitionsOf(periods).map((definition) => {
    const groups = groupsOf(definition, periods);
    const byPeriod = periods.map((one) => measureTables(definition, groups, { ...one, codes, options }));
    return { definition, groups, byPeriod };
  });
  const measures = worked.map(({ definition, groups, byPeriod }) => ({
    definition,
    groups: groups.map((group, index) => ({ group, tables: byPeriod.flatMap((tables) => tableAt(tables, index)) })),
  }));
  const restatements = periods.flatMap((one, index) => {
    const own = worked.map(({ definition, byPeriod }) => ({ definition, tables: byPeriod[index] ?? [] }));
    return restatementsOf(one, codes, own, options.hideBelow);
  });
  return {
    period,
    title: periods[periods.length - 1]?.title ?? period,
    system: now.find((standing) => standing?.latest.system)?.latest.system ?? null,
    periods: periods.map(({ period: name, title, standings }) => ({
      period: name,
      title,
      returned: standings.filter(Boolean).length,
    })),
    trusts: trusts.map(({ code, name }, place) => trustOf(code, name, now[place])),
    missing: codes.filter((_, place) => !now[place]),
    lines: heatMap(periods, codes),
    measures,
    gaps: systemGaps(now, codes),
    warnings: [...missingWarning(now, trusts), ...basisWarnings(now, codes, options), ...editionWarnings(now, codes)],
    restatements: saidWithoutNumbers(restatements, measures),
    hideBelow: options.hideBelow,
  };
}

const tableAt = (tables: readonly WorkedTable[], index: number) => {
  const worked = tables[index];
  return worked ? [worked.table] : [];
};

function trustsOf(
  added: ReadonlyMap<string, ReadonlyMap<string, readonly Returned[]>>,
  periods: readonly string[],
  { trusts }: CompileOptions,
): { code: string; name: string }[] {
  const found = new Map<string, string>();
  for (const period of periods)
    for (const [code, its] of added.get(period) ?? []) found.set(code, its[its.length - 1]?.name ?? code);
  const others = [...found]
    .filter(([code]) => trusts.every((one) => one.code !== code))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return [...trusts.map(({ code, name }) => ({ code, name })), ...others.map(([code, name]) => ({ code, name }))];
}

function trustOf(code: string, name: string, standing: Standing | undefined): SystemCompile['trusts'][number] {
  const latest = standing?.latest;
  const restated =
    standing !== undefined &&
    (standing.corrected.size > 0 ||
      [...standing.values.values()].some(({ first }) => first !== null) ||
      standing.latest.restatements.length > 0);
  return {
    code,
    name,
    returned: standing !== undefined,
    madeAt: latest?.madeAt ?? null,
    submittedAt: latest?.submittedAt ?? null,
    appVersion: latest?.appVersion ?? null,
    received: standing?.sent.length ?? 0,
    restated,
  };
}

/** Each measure once, as the latest return that has it defines it, in the order in which returns list them. */
function definitionsOf(periods: readonly PeriodStandings[]): MeasureDefinition[] {
  const found = new Map<string, MeasureDefinition>();
  for (const { standings } of [...periods].reverse())
    for (const standing of standings)
      for (const definition of standing?.latest.definitions ?? [])
        if (!found.has(definition.id)) found.set(definition.id, definition);
  return [...found.values()];
}

function groupsOf({ id }: MeasureDefinition, periods: readonly PeriodStandings[]): (string | null)[] {
  const groups = new Set<string | null>();
  for (const { standings } of [...periods].reverse())
    for (const standing of standings)
      for (const { value } of standing?.values.values() ?? []) if (value.measure === id) groups.add(value.group);
  return [...groups];
}

function missingWarning(
  standings: readonly (Standing | undefined)[],
  trusts: readonly { readonly code: string; readonly name: string }[],
): CompileWarning[] {
  const missing = trusts.filter((_, place) => !standings[place]);
  if (missing.length === 0) return [];
  return [
    {
      kind: 'missing',
      sentence: `No return came from ${missing.map(({ name }) => name).join(', ')}.`,
      trusts: missing.map(({ code, name }) => ({ trust: code, value: name })),
    },
  ];
}
