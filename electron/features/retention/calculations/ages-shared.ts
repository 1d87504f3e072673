import type { AgeLine, ExportTable, LaterCareers } from '#contract';
import { isOver55 } from '../../staff/calculations/profile.ts';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import {
  lineKey,
  linesPublished,
  notShownMeans,
  profileInWords,
  sharedCount,
  type SharedLines,
  sharedRows,
  sharedShare,
} from '../../../core/shared-lines.ts';
import type { Disclosure, ProtectedTables } from '../../../core/small-numbers.ts';

type Shared = Pick<
  LaterCareers,
  | 'all'
  | 'unit'
  | 'band'
  | 'talkedTo'
  | 'withPlan'
  | 'census'
  | 'conversationMonths'
  | 'formulas'
  | 'plans'
  | 'seminars'
  | 'retired'
  | 'mentorsActive'
  | 'supported'
>;

const titles = { unit: 'Unit', band: 'Band' } as const;
const shares = { talkedTo: 'talked to', withPlan: 'with a plan' } as const;

const countsOf = ({ heads, over55, some, notStated }: AgeLine) => ({
  heads,
  over55,
  some,
  'not stated': notStated,
  stated: heads - notStated,
  under55: heads - notStated - over55 - some,
});

/** Heads by what their age bands say of 55, all and by unit and band. */
function linesOf(data: Shared): SharedLines {
  return {
    sums: [
      { total: 'heads', parts: ['stated', 'not stated'] },
      { total: 'stated', parts: ['over55', 'some', 'under55'] },
    ],
    all: countsOf(data.all),
    by: (Object.keys(titles) as (keyof typeof titles)[]).map((of) => ({
      title: titles[of],
      lines: data[of].map((line) => ({ key: line.key, name: line.name, counts: countsOf(line) })),
    })),
  };
}

/** Everything that the file tells, as one system; `heads` are those of all and by unit and band. */
export function agesPublished(data: Shared): PublishedTables {
  const lines = linesPublished(linesOf(data));
  const counts = new Map(lines.counts);
  const sums = [...lines.sums];
  for (const [of, name] of Object.entries(shares) as [keyof typeof shares, string][]) {
    const { numerator, denominator } = data[of];
    counts
      .set(name, numerator)
      .set(`${name} not`, denominator - numerator)
      .set(`${name} of`, denominator);
    sums.push({ total: `${name} of`, parts: [name, `${name} not`] });
    if (denominator === data.all.over55) sums.push({ total: `${name} of`, parts: [lineKey('over55')] });
  }
  putPlans(data, counts, sums);
  return { counts, sums };
}

const planKey = (key: string) => `plan ${key}`;

/** What people plan, who came back after retiring, and legacy mentors. Somebody with a plan may be below 55. */
function putPlans(
  { plans, withPlan, seminars, retired, mentorsActive, supported }: Shared,
  counts: Map<string, number | null>,
  sums: PublishedTables['sums'][number][],
) {
  for (const { key, people } of plans) counts.set(planKey(key), people);
  const decided = plans.filter(({ key }) => key !== 'undecided');
  const rest = decided.reduce((sum, { people }) => sum + people, 0) - withPlan.numerator;
  if (rest >= 0) {
    counts.set('plans decided', withPlan.numerator + rest).set('plans of others', rest);
    sums.push({ total: 'plans decided', parts: decided.map(({ key }) => planKey(key)) });
    sums.push({ total: 'plans decided', parts: [shares.withPlan, 'plans of others'] });
  }
  counts.set('seminars', seminars).set('mentors', mentorsActive).set('supported', supported);
  if (retired === null) return;
  counts
    .set('returned', retired.numerator)
    .set('retired', retired.denominator)
    .set('not returned', retired.denominator - retired.numerator);
  sums.push({ total: 'retired', parts: ['returned', 'not returned'] });
}

/** The age bands of leavers' files that each column is a sum of. */
export const columnOfAge = (band: string): string =>
  lineKey(isOver55(band) === 'all' ? 'over55' : (isOver55(band) ?? ''));

/** Who is 55 and over as it may leave the trust: no person, no small number, nothing that tells one. */
export function agesShared(
  data: Shared,
  trust: string,
  profile: Disclosure & { readonly name: string },
  shown: ProtectedTables,
): ExportTable {
  const line = (name: string, key: string): ExportTable['rows'][number] => ({
    kind: 'row',
    values: [name, sharedCount(shown, key, profile), null, null, null, null],
  });
  const head = (title: string): ExportTable['rows'][number] => ({
    kind: 'group',
    values: [title, null, null, null, null, null],
  });
  const share = (title: string, name: string): ExportTable['rows'][number] => ({
    kind: 'row',
    values: [title, sharedCount(shown, name, profile), null, null, null, sharedShare(shown, name, `${name} of`)],
  });
  return {
    title: `55 and over in ${trust}, shared`.slice(0, 200),
    subtitle: `staff list of ${data.census ?? '–'} · midwives and support workers · ${profileInWords(profile)}`,
    columns: [
      { heading: 'Of', kind: 'text' },
      { heading: 'Heads', kind: 'count' },
      { heading: '55 and over', kind: 'count' },
      { heading: 'In a band that 55 lies in', kind: 'count' },
      { heading: 'Not stated', kind: 'count' },
      { heading: 'Share', kind: 'rate' },
    ],
    rows: [
      ...sharedRows(linesOf(data), shown, profile, ['heads', 'over55', 'some', 'not stated'], {
        of: 'over55',
        outOf: 'stated',
      }),
      head('Of those 55 and over for certain'),
      share(`Talked to in ${data.conversationMonths} months`, shares.talkedTo),
      share('With a plan', shares.withPlan),
      head('Plans of those 55 and over, and of others who were entered'),
      ...data.plans.map(({ key, name }) => line(name, planKey(key))),
      line('Went to a pension seminar or had advice', 'seminars'),
      ...(data.retired === null
        ? []
        : [
            head('Retired in the twelve months to the staff list'),
            line('Left for retirement or a pension', 'retired'),
            line('Of them back in post', 'returned'),
          ]),
      head('Legacy mentors'),
      line('In the role today', 'mentors'),
      line('People whom they support', 'supported'),
    ],
    definitions: [
      ...data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
      notShownMeans(profile),
    ],
  };
}
