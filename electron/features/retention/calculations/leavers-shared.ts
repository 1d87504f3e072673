import type { ExportTable, LeaverLine, RetentionLeavers } from '#contract';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import { type Disclosure, protect, protectedInWords, protectedRate } from '../../../core/small-numbers.ts';

const dimensions = [
  ['service', 'Length of service'],
  ['age', 'Age band'],
  ['band', 'Band'],
  ['unit', 'Unit'],
] as const;
const columns = ['leavers', 'heads start', 'heads end'] as const;
type Counted = Pick<LeaverLine, 'leavers' | 'headsStart' | 'headsEnd'>;

const countsOf = ({ leavers, headsStart, headsEnd }: Counted): Record<(typeof columns)[number], number> => ({
  leavers,
  'heads start': headsStart,
  'heads end': headsEnd,
});

/** All tables of leavers with what ties them: the same leavers by reason, service, age, band and unit, one by one. */
export function leaversPublished(data: RetentionLeavers): PublishedTables {
  const counts = new Map<string, number | null>();
  const sums: PublishedTables['sums'][number][] = [];
  // What does not add up, since a list says nothing of somebody, tells nothing either.
  const add = (total: string, parts: readonly string[]) => {
    const sum = parts.reduce((some, part) => some + (counts.get(part) ?? 0), 0);
    if (sum === counts.get(total)) sums.push({ total, parts });
  };
  const put = (key: string, one: Counted) => {
    for (const [column, count] of Object.entries(countsOf(one))) counts.set(`${key} ${column}`, count);
  };
  put('all', data);
  counts.set('all voluntary', data.voluntary).set('all not voluntary', data.leavers - data.voluntary);
  add('all leavers', ['all voluntary', 'all not voluntary']);
  for (const [of] of dimensions) {
    for (const line of data[of]) put(`${of} ${line.key}`, line);
    for (const column of columns)
      add(
        `all ${column}`,
        data[of].map(({ key }) => `${of} ${key} ${column}`),
      );
  }
  for (const [index, { leavers, before }] of data.reasons.entries())
    counts.set(`reason ${index}`, leavers).set(`before ${index}`, before);
  const reasons = (isVoluntary: boolean) =>
    data.reasons.flatMap(({ group }, index) => ((group === 'voluntary') === isVoluntary ? [`reason ${index}`] : []));
  add('all voluntary', reasons(true));
  add('all not voluntary', reasons(false));
  return { counts, sums };
}

/** Leavers as they may leave the trust: no person, no small number, and nothing that one could be told from. */
export function leaversShared(
  data: RetentionLeavers,
  trust: string,
  profile: Disclosure & { readonly name: string },
): ExportTable {
  const shown = protect(leaversPublished(data), profile);
  const words = (key: string) => {
    const one = shown(key);
    return one.kind === 'shown' ? one.count : protectedInWords(one, profile.hideBelow);
  };
  const rateOf = (key: string) => {
    const [left, start, end] = [shown(`${key} leavers`), shown(`${key} heads start`), shown(`${key} heads end`)];
    const [rate, other] = [protectedRate(left, start), protectedRate(left, end)];
    if (!rate || !other) return 'not shown';
    return { numerator: 2 * rate.numerator, denominator: rate.denominator + other.denominator };
  };
  const line = (kind: 'row' | 'total', name: string, key: string): ExportTable['rows'][number] => ({
    kind,
    values: [
      name,
      words(`${key} leavers`),
      key === 'all' ? words('all voluntary') : null,
      null,
      words(`${key} heads start`),
      words(`${key} heads end`),
      rateOf(key),
    ],
  });
  const head = (title: string): ExportTable['rows'][number] => ({
    kind: 'group',
    values: [title, null, null, null, null, null, null],
  });
  const { hideBelow, roundTo } = profile;
  const rounded = roundTo > 1 ? `; what is shown is rounded to the nearest ${roundTo}` : '';
  return {
    title: `Leavers of ${trust}, shared`.slice(0, 200),
    subtitle: `${data.period.first} to ${data.period.last} · ${profile.name}: counts from 1 to ${hideBelow - 1}, and what would tell them, are left out${rounded}`,
    columns: [
      { heading: 'Leavers by', kind: 'text' },
      { heading: 'Leavers', kind: 'count' },
      { heading: 'Of them voluntary', kind: 'count' },
      { heading: 'Year before', kind: 'count' },
      { heading: 'Heads at start', kind: 'count' },
      { heading: 'Heads at end', kind: 'count' },
      { heading: 'Leaver rate', kind: 'rate' },
    ],
    rows: [
      line('total', 'All', 'all'),
      head('Reason'),
      ...data.reasons.map(({ reason, group }, index): ExportTable['rows'][number] => ({
        kind: 'row',
        values: [
          reason ?? 'No reason given',
          words(`reason ${index}`),
          group === 'voluntary' ? words(`reason ${index}`) : null,
          words(`before ${index}`),
          null,
          null,
          null,
        ],
      })),
      ...dimensions.flatMap(([of, title]) => [
        head(title),
        ...data[of].map(({ key, name }) => line('row', name, `${of} ${key}`)),
      ]),
    ],
    definitions: [
      ...data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
      {
        term: 'not shown',
        meaning: `Left out since a count from 1 to ${hideBelow - 1} could be worked out from it: from a total, a difference or another table of this file. A percentage is left out with its numerator or its denominator.`,
      },
    ],
  };
}
