import type { EqualityIndicator, WorkforceEquality } from '#contract';
import type { EqualityIndicatorRule } from '../../contract/equality-rules.ts';
import type { Context } from '../../context.ts';
import { daysBetween } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { isInPost } from '../staff/calculations/in-post.ts';
import { assignmentsAt, censuses } from '../staff/repository.ts';
import type { ByGroup } from './calculations/ethnic-groups.ts';
import {
  enteredWorkforce,
  standingOf,
  type WorkforceByGroup,
  workforceByGroup,
} from './calculations/workforce-equality.ts';
import { checksOf, countsOf, snapshotsOf, type StoredSnapshot } from './equality-repository.ts';

export type EqualityWorld = Pick<Context, 'database' | 'reference'>;

/** Staff of a list by band and ethnic group. */
export interface ListedWorkforce extends WorkforceByGroup {
  readonly census: string;
}

/**
 * Heads in post by band and ethnic group, by the newest staff list of a day or before it. Undefined without one, and where
 * the list says no ethnic origin of anybody: then the heads are entered.
 */
export function listedWorkforce(
  { database, reference }: EqualityWorld,
  trustId: number,
  day: string,
): ListedWorkforce | undefined {
  const census = censuses(database, trustId)
    .filter((one) => one <= day)
    .pop();
  if (census === undefined) return undefined;
  const inPost = assignmentsAt(database, trustId, census).filter((entry) => isInPost(entry, census));
  if (inPost.every(({ ethnicOrigin }) => ethnicOrigin === null)) return undefined;
  return { census, ...workforceByGroup(inPost, reference.equality) };
}

const groupNames = { white: 'White', bme: 'Black and minority ethnic' };

function formulaOf({ kind, counted, outOf, above }: EqualityIndicatorRule): string {
  switch (kind) {
    case 'bands':
      return `heads of a group in a band ÷ ${outOf}; a person counts once, by the primary assignment, no bank staff`;
    case 'relative': {
      const [top, under] = above === 'bme' ? (['bme', 'white'] as const) : (['white', 'bme'] as const);
      return `(${groupNames[top]}: ${counted} ÷ ${outOf}) ÷ (${groupNames[under]}: ${counted} ÷ ${outOf}); unknown left out`;
    }
    case 'survey':
      return `${counted} ÷ ${outOf}, of each group`;
    default:
      return `share of a group among ${counted} − its share in the ${outOf}; unknown counts in both`;
  }
}

/** So many earlier snapshots stand beside. */
const EARLIER = 3;

/** All indicators of a snapshot, beside those of earlier ones. */
export function equalityShown(
  world: EqualityWorld,
  trust: TrustRow,
  id: number | undefined,
): WorkforceEquality | undefined {
  const { database, reference } = world;
  const rules = reference.equality;
  const snapshots = snapshotsOf(database, trust.id);
  const shown = id === undefined ? snapshots[0] : snapshots.find((one) => one.id === id);
  if (id !== undefined && !shown) return undefined;
  const place = shown ? snapshots.indexOf(shown) + 1 : 0;
  const earlier = shown ? snapshots.slice(place, place + EARLIER) : [];
  const list = shown && listedWorkforce(world, trust.id, shown.day);
  const now = shown && standingsOf(world, shown, list?.all);
  const then = earlier.map((one) => standingsOf(world, one, listedWorkforce(world, trust.id, one.day)?.all));
  const checks = checksOf(database, trust.id);
  return {
    snapshots,
    shown: shown ?? null,
    earlier,
    list: list && shown ? listShown(list, shown, rules.listWithinDays) : null,
    bands: list ? [...list.bands] : [],
    indicators: now
      ? rules.indicators.map(
          (rule): EqualityIndicator => ({
            ...rule,
            formula: formulaOf(rule),
            now: now(rule),
            earlier: then.map((standing) => standing(rule)),
          }),
        )
      : [],
    groups: rules.groups,
    fair: { from: rules.fairFrom, to: rules.fairTo },
    checklist: rules.checklist.map((line) => {
      const { state = null, evidence = null, lead = null, day = null } = checks.get(line.key) ?? {};
      return { ...line, state, evidence, lead, day };
    }),
    states: rules.states,
    pack: { title: rules.title, version: rules.version },
  };
}

const listShown = ({ census, people, strange }: ListedWorkforce, { day }: StoredSnapshot, withinDays: number) => {
  const daysBefore = daysBetween(census, day);
  return { census, daysBefore, isOld: daysBefore > withinDays, people, strange: [...strange] };
};

function standingsOf(
  { database, reference }: EqualityWorld,
  snapshot: StoredSnapshot,
  listed: ByGroup<number> | undefined,
) {
  const entered = countsOf(database, snapshot.id);
  const workforce = listed ?? enteredWorkforce(entered.get('workforce') ?? {});
  return (rule: EqualityIndicatorRule) => standingOf(rule, entered.get(rule.key) ?? {}, workforce, reference.equality);
}
