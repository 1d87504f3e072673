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
import { type Disclosure, protect } from '../../../core/small-numbers.ts';

type Shared = Pick<
  LaterCareers,
  'all' | 'unit' | 'band' | 'talkedTo' | 'withPlan' | 'census' | 'conversationMonths' | 'formulas'
>;

const titles = { unit: 'Unit', band: 'Band' } as const;
const shares = { talkedTo: 'talked to', withPlan: 'with a plan' } as const;

/** Columns that are sums of age bands. */
const ageColumns = { over55: 'all', some: 'some' } as const;

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

/**
 * Everything that the file tells, as one system with what `beside` goes to the same readers: heads of the newest staff list
 * stand with its leavers too, by unit and band, and by age band.
 */
export function agesPublished(data: Shared, beside: PublishedTables): PublishedTables {
  const lines = linesPublished(linesOf(data));
  const counts = new Map([...beside.counts, ...lines.counts]);
  const sums = [...beside.sums, ...lines.sums];
  const tie = (own: string, other: string) => {
    if (counts.has(own) && counts.get(own) === beside.counts.get(other)) sums.push({ total: own, parts: [other] });
  };
  tie(lineKey('heads'), '0 together all heads end');
  for (const column of ['unit', 'band'] as const)
    for (const { key } of data[column])
      tie(lineKey('heads', titles[column], key), `0 together ${column} ${key} heads end`);
  const ages = [...beside.counts.keys()].filter((key) => /^0 together age .* heads end$/.test(key));
  for (const [column, what] of Object.entries(ageColumns)) {
    const parts = ages.filter((key) => isOver55(key.slice('0 together age '.length, -' heads end'.length)) === what);
    const sum = parts.reduce((all, key) => all + (beside.counts.get(key) ?? 0), 0);
    if (parts.length > 0 && sum === counts.get(lineKey(column))) sums.push({ total: lineKey(column), parts });
  }
  for (const [of, name] of Object.entries(shares) as [keyof typeof shares, string][]) {
    const { numerator, denominator } = data[of];
    counts
      .set(name, numerator)
      .set(`${name} not`, denominator - numerator)
      .set(`${name} of`, denominator);
    sums.push({ total: `${name} of`, parts: [name, `${name} not`] });
    if (denominator === data.all.over55) sums.push({ total: `${name} of`, parts: [lineKey('over55')] });
  }
  return { counts, sums };
}

/** Who is 55 and over as it may leave the trust: no person, no small number, nothing that tells one. */
export function agesShared(
  data: Shared,
  trust: string,
  profile: Disclosure & { readonly name: string },
  tables: PublishedTables,
): ExportTable {
  const shown = protect(tables, profile);
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
      { kind: 'group', values: ['Of those 55 and over for certain', null, null, null, null, null] },
      share(`Talked to in ${data.conversationMonths} months`, shares.talkedTo),
      share('With a plan', shares.withPlan),
    ],
    definitions: [
      ...data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
      notShownMeans(profile),
    ],
  };
}
