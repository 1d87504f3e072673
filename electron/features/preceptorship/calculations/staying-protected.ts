import type { StayingGroup, SharedStayingGroup } from '#contract';
import { type Rate, roundedPercent } from '../../../core/rates.ts';
import { named, type PublishedTables } from '../../../core/protected-tables.ts';
import {
  type Disclosure,
  protect,
  type ProtectedTables,
  protectedInWords,
  protectedRate,
} from '../../../core/small-numbers.ts';

/** Who stayed, of some groups, as it may leave the planner. */
interface SharedStaying {
  readonly rows: SharedStayingGroup[];
  readonly all: SharedStayingGroup;
}

interface Grouped {
  readonly rows: readonly StayingGroup[];
  readonly all: StayingGroup;
}

const withheld = 'not shown';
const nothing = '–';
const times = ['at12', 'at24'] as const;
/** Each share, and its counts: those of whom it is so, the others, and all. */
const shares = [...times, 'meetings', 'supernumerary'] as const;
type Share = (typeof shares)[number];

const rateOf = (row: StayingGroup, share: Share): Rate =>
  share === 'at12' || share === 'at24' ? row[share].rate : row[share];
const shareKeys = (key: string, share: Share) =>
  [`${key} ${share} so`, `${key} ${share} not`, `${key} ${share} of`] as const;

/**
 * The same people in several groupings, each beside the total of all, as one system. A share goes with its counts: one of
 * meetings with those that were late, one of hours, in minutes, with those still owed; and all go with the people.
 */
export function stayingPublished(
  groupings: readonly Grouped[],
  beside: PublishedTables = { counts: new Map(), sums: [] },
): PublishedTables {
  const counts = new Map(beside.counts);
  const goWith = new Map<string, readonly string[]>();
  const put = (key: string, row: StayingGroup) => {
    counts.set(`${key} people`, row.people);
    for (const name of shares) {
      const { numerator, denominator } = rateOf(row, name);
      const share = shareKeys(key, name);
      counts
        .set(share[0], numerator)
        .set(share[1], denominator - numerator)
        .set(share[2], denominator);
      for (const one of share) goWith.set(one, share);
      goWith.set(`${key} people`, [...(goWith.get(`${key} people`) ?? []), ...share]);
    }
  };
  const [first] = groupings;
  if (first) put('all', first.all);
  for (const [index, { rows }] of groupings.entries())
    for (const [at, row] of rows.entries()) put(`${index}/${at}`, row);
  const columns = ['people', ...shares.flatMap((share) => [`${share} so`, `${share} not`, `${share} of`])];
  const keys = [...groupings.flatMap(({ rows }, index) => rows.map((_, at) => `${index}/${at}`)), 'all'];
  return {
    counts,
    goWith,
    sums: [
      ...beside.sums,
      ...groupings.flatMap(({ rows }, index) =>
        columns.map((column) => ({ total: `all ${column}`, parts: rows.map((_, at) => `${index}/${at} ${column}`) })),
      ),
      ...keys.flatMap((key) =>
        shares.map((share) => {
          const [so, not, of] = shareKeys(key, share);
          return { total: of, parts: [so, not] };
        }),
      ),
    ],
  };
}

/**
 * Who stayed, without what a small count could be told from: not from the total, nor from another grouping. Groups of few
 * people show nothing; a share is shown only with its counts. What is published beside them may name `all people`,
 * everybody who has started. `about` says
 * what they are of, so that they are known again.
 */
export function protectStaying(
  groupings: readonly Grouped[],
  profile: Disclosure,
  about: string,
  beside?: PublishedTables,
): { readonly groupings: readonly SharedStaying[]; readonly shown: ProtectedTables } {
  const { hideBelow } = profile;
  const keyOf = (key: string) => `${about}: ${key}`;
  const published = protect(named(stayingPublished(groupings, beside), keyOf), profile);
  const shown = (key: string) => published(keyOf(key));
  return {
    groupings: groupings.map(({ rows, all }, index) => ({
      rows: rows.map((row, at) => inWords(row, `${index}/${at}`, shown, hideBelow)),
      all: inWords(all, 'all', shown, hideBelow),
    })),
    shown,
  };
}

function inWords(row: StayingGroup, key: string, shown: ProtectedTables, hideBelow: number): SharedStayingGroup {
  const people = shown(`${key} people`);
  const told = (share: Share) => {
    const [so, , of] = shareKeys(key, share);
    return people.kind === 'shown' ? protectedRate(shown(so), shown(of)) : null;
  };
  const share = (time: (typeof times)[number]) => {
    const rate = told(time);
    if (rate === null) return withheld;
    return rate.denominator === 0 ? nothing : `${percent(rate)} (${rate.numerator} of ${rate.denominator})`;
  };
  const given = (name: Share) => {
    const rate = told(name);
    return rate === null ? withheld : percent(rate);
  };
  return {
    name: row.name,
    people: protectedInWords(people, hideBelow),
    at12: share('at12'),
    at24: share('at24'),
    meetings: given('meetings'),
    supernumerary: given('supernumerary'),
  };
}

/** One decimal, as reports have it. */
function percent(rate: Rate): string {
  const value = roundedPercent(rate, 1);
  return value === null ? nothing : `${value.toFixed(1)} %`;
}

/** So many people are at one place of their programme. */
export interface StateCount {
  readonly name: string;
  readonly people: number;
}

/** People by state; under `open` and `over` those in a programme or before it, and the others; and all who have started. */
export function statesPublished(states: readonly StateCount[], started: number): PublishedTables {
  const isOver = (name: string) => name === 'Signed off' || name === 'Left';
  const sum = (some: readonly StateCount[]) => some.reduce((total, { people }) => total + people, 0);
  const sumOf = (total: string, some: readonly StateCount[]) => ({ total, parts: some.map(({ name }) => name) });
  const over = states.filter(({ name }) => isOver(name));
  const open = states.filter(({ name }) => !isOver(name));
  const begun = states.filter(({ name }) => name !== 'Not started');
  return {
    counts: new Map([
      ...states.map(({ name, people }): [string, number] => [name, people]),
      ['open', sum(open)],
      ['over', sum(over)],
      ['all states', sum(states)],
    ]),
    sums: [
      sumOf('open', open),
      sumOf('over', over),
      { total: 'all states', parts: ['open', 'over'] },
      ...(sum(begun) === started ? [sumOf('all people', begun)] : []),
    ],
  };
}
