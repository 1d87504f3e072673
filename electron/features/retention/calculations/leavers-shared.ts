import { type ExportTable, type LeaverLine, leaverColumns, type Period, type RetentionLeavers } from '#contract';
import type { PublishedTables } from '../../../core/protected-tables.ts';
import { profileInWords } from '../../../core/shared-lines.ts';
import { type Disclosure, type ProtectedTables, protectedInWords, protectedRate } from '../../../core/small-numbers.ts';

const dimensions = [
  ['service', 'Length of service'],
  ['age', 'Age band'],
  ['band', 'Band'],
  ['unit', 'Unit'],
] as const;
const columns = ['leavers', 'heads start', 'heads end'] as const;
type Sum = PublishedTables['sums'][number];
type Counted = Pick<LeaverLine, 'leavers' | 'headsStart' | 'headsEnd'>;

const countsOf = ({ leavers, headsStart, headsEnd }: Counted): Record<(typeof columns)[number], number> => ({
  leavers,
  'heads start': headsStart,
  'heads end': headsEnd,
});

const reasonKey = ({ reason }: { readonly reason: string | null }) => reason ?? '(none given)';

/** All tables of leavers with what ties them: the same leavers by reason, service, age, band and unit, one by one. */
function tablesOf({ data, group: ofGroup }: LeaversFile): PublishedTables {
  const counts = new Map<string, number | null>();
  const sums: Sum[] = [];
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
  for (const one of data.reasons)
    counts.set(`reason ${reasonKey(one)}`, one.leavers).set(`before ${reasonKey(one)}`, one.before);
  if (ofGroup !== null) {
    // Of stability and the mean of heads, as the report to the board tells them of each group in the same twelve months.
    counts
      .set('all stayed', data.stayed)
      .set('all gone', data.headsStart - data.stayed)
      .set('all both days', data.headsStart + data.headsEnd);
    add('all heads start', ['all stayed', 'all gone']);
    add('all both days', ['all heads start', 'all heads end']);
  }
  const reasons = (isVoluntary: boolean) =>
    data.reasons
      .filter(({ group }) => (group === 'voluntary') === isVoluntary)
      .map((one) => `reason ${reasonKey(one)}`);
  add('all voluntary', reasons(true));
  add('all not voluntary', reasons(false));
  return { counts, sums };
}

/** Leavers of one year and one choice of staff groups, of which a file can be made. */
export interface LeaversFile {
  /** Years back from the newest list. */
  readonly back: number;
  /** The staff group; null for those that are shown together. */
  readonly group: string | null;
  readonly data: RetentionLeavers;
}

/** By the days of the year, so that a file of it is known again when it is shared later. */
export const leaversPlace = ({ first, last }: Period, group: string | null) =>
  `leavers ${first} ${last} ${group ?? 'together'}`;
const placeOf = ({ group, data }: Pick<LeaversFile, 'group' | 'data'>) => leaversPlace(data.period, group);

/**
 * The tables of all files that can be made, as one: of each year and staff group, which the same readers could put side
 * by side. `together` are the groups that are shown as one. The year before stands in two files, and so do the heads
 * at the end of a year that are those of the start of the next.
 */
export function leaversPublished(files: readonly LeaversFile[], together: readonly string[]): PublishedTables {
  const counts = new Map<string, number | null>();
  const sums: Sum[] = [];
  const named = files.map((file) => ({ file, place: placeOf(file), tables: tablesOf(file) }));
  for (const { place, tables } of named) {
    for (const [key, count] of tables.counts) counts.set(`${place} ${key}`, count);
    for (const { total, parts } of tables.sums)
      sums.push({ total: `${place} ${total}`, parts: parts.map((part) => `${place} ${part}`) });
  }
  const tie = (total: string, parts: readonly string[]) => {
    const known = parts.filter((part) => counts.has(part));
    const isSum = known.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0) === counts.get(total);
    if (isSum && known.length > 0 && !known.some((part) => counts.get(part) === null))
      sums.push({ total, parts: known });
  };
  for (const { file, place, tables } of named) {
    const parts = named.filter(
      ({ file: { back, group } }) => back === file.back && group !== null && together.includes(group),
    );
    const earlier = named.find((one) => one.file.back === file.back + 1 && one.file.group === file.group)?.place;
    for (const key of tables.counts.keys()) {
      if (file.group === null && parts.length === together.length)
        tie(
          `${place} ${key}`,
          parts.map((part) => `${part.place} ${key}`),
        );
      if (key.startsWith('before ')) tie(`${place} ${key}`, [`${earlier} reason ${key.slice('before '.length)}`]);
      if (key.endsWith(' heads start'))
        tie(`${place} ${key}`, [`${earlier} ${key.slice(0, -' heads start'.length)} heads end`]);
    }
  }
  return { counts, sums };
}

/** Leavers as they may leave the trust: no person, no small number, and nothing that one could be told from. */
export function leaversShared(
  file: LeaversFile,
  trust: string,
  profile: Disclosure & { readonly name: string },
  all: ProtectedTables,
): ExportTable {
  const { data } = file;
  const shown = (key: string) => all(`${placeOf(file)} ${key}`);
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
  const { hideBelow } = profile;
  return {
    title: `Leavers of ${trust}, shared`.slice(0, 200),
    subtitle: `${data.period.first} to ${data.period.last} · ${profileInWords(profile)}`,
    columns: [...leaverColumns],
    rows: [
      line('total', 'All', 'all'),
      head('Reason'),
      ...data.reasons.map((one): ExportTable['rows'][number] => ({
        kind: 'row',
        values: [
          one.reason ?? 'No reason given',
          words(`reason ${reasonKey(one)}`),
          one.group === 'voluntary' ? words(`reason ${reasonKey(one)}`) : null,
          words(`before ${reasonKey(one)}`),
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
        meaning: `Left out since a count from 1 to ${hideBelow - 1} could be worked out from it: from a total, a difference, another table of this file, or the file of another year or staff group. A percentage is left out with its numerator or its denominator.`,
      },
    ],
  };
}
