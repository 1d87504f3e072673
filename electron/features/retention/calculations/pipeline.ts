import type { EqualityBand, Pipeline, PipelinePeople } from '#contract';
import type { EqualityGroup } from '../../../contract/equality-rules.ts';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import { type Disclosure, type ProtectedTables, protectedInWords, protectedRate } from '../../../core/small-numbers.ts';
import { groupKeys } from './ethnic-groups.ts';

/** Somebody who could follow in a role: by number or name, with the role's band group, readiness and ethnic group. */
export interface InPipeline {
  readonly who: string;
  /** Place of the band group, from the lowest on. */
  readonly band: number;
  /** Place of the readiness, from the soonest on. */
  readonly readiness: number;
  readonly group: EqualityGroup;
}

/** Everybody once: in the highest band group and at the soonest readiness of the roles that they could follow in. */
export function eachOnce(people: readonly InPipeline[]): InPipeline[] {
  const found = new Map<string, InPipeline>();
  for (const one of people) {
    const known = found.get(one.who);
    if (!known) found.set(one.who, one);
    else
      found.set(one.who, {
        who: one.who,
        band: Math.max(known.band, one.band),
        readiness: Math.min(known.readiness, one.readiness),
        group: known.group === 'unknown' ? one.group : known.group,
      });
  }
  return [...found.values()];
}

interface Named {
  readonly key: string;
  readonly name: string;
}

export interface PipelineParts {
  readonly bands: readonly Named[];
  readonly readiness: readonly Named[];
  readonly people: readonly InPipeline[];
  /** Staff in post by the band group that each band is of; null without a staff list that tells ethnic origins. */
  readonly workforce: readonly (Omit<EqualityBand, 'key' | 'name'> & { readonly band: number })[] | null;
}

/** Workforce and pipeline by band group, and the pipeline by readiness: one system, for they share their totals. */
export function pipelinePublished({ bands, readiness, people, workforce }: PipelineParts): PublishedTables {
  const counts = new Map<string, number | null>();
  const sums: PublishedTables['sums'][number][] = [];
  const table = (title: string, rows: readonly Named[], of: (row: number, group: EqualityGroup) => number | null) => {
    const add = (total: string, parts: readonly string[]) => {
      const known = parts.map((part) => counts.get(part) ?? null);
      const isKnown = !known.includes(null);
      counts.set(total, isKnown ? known.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null);
      if (isKnown) sums.push({ total, parts });
    };
    for (const [index, { key }] of rows.entries()) {
      for (const group of groupKeys) counts.set(`${title} ${key} ${group}`, of(index, group));
      add(
        `${title} ${key} all`,
        groupKeys.map((group) => `${title} ${key} ${group}`),
      );
    }
    const whole = title === 'readiness' ? 'pipeline' : title;
    for (const group of [...groupKeys, 'all'])
      add(
        `${whole} total ${group}`,
        rows.map(({ key }) => `${title} ${key} ${group}`),
      );
    sums.push({ total: `${whole} total all`, parts: groupKeys.map((group) => `${whole} total ${group}`) });
  };
  const many = (has: (one: InPipeline) => boolean) => people.filter(has).length;
  table('workforce', bands, (row, group) =>
    workforce === null ? null : workforce.filter(({ band }) => band === row).reduce((sum, one) => sum + one[group], 0),
  );
  table('pipeline', bands, (row, group) => many((one) => one.band === row && one.group === group));
  table('readiness', readiness, (row, group) => many((one) => one.readiness === row && one.group === group));
  return { counts, sums };
}

/** The report as a profile shows it, by the counts as they may be shown. */
export function pipelineTold(
  parts: PipelineParts,
  { hideBelow }: Disclosure,
  shown: ProtectedTables,
): Pick<Pipeline, 'bands' | 'readiness'> {
  const people = (key: string) => peopleTold(shown, key, hideBelow);
  const all = { key: 'total', name: 'All' };
  return {
    bands: [...parts.bands, all].map(({ key, name }) => ({
      key,
      name,
      workforce: people(`workforce ${key}`),
      pipeline: people(`pipeline ${key}`),
    })),
    readiness: parts.readiness.map(({ key, name }) => ({ key, name, pipeline: people(`readiness ${key}`) })),
  };
}

function peopleTold(shown: ProtectedTables, key: string, hideBelow: number): PipelinePeople {
  const told = (of: string) => {
    const one = shown(`${key} ${of}`);
    return one.kind === 'shown' ? one.count : protectedInWords(one, hideBelow);
  };
  const [part, whole] = [shown(`${key} bme`), shown(`${key} all`)];
  const isKnown = part.kind !== 'not known' && whole.kind !== 'not known';
  return {
    white: told('white'),
    bme: told('bme'),
    unknown: told('unknown'),
    all: told('all'),
    share: protectedRate(part, whole) ?? (isKnown ? 'not shown' : 'not known'),
  };
}
