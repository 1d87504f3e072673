import { birthsInAYear, countSum, oneToOneCare } from '../counts.ts';
import { monthTitle } from '../months.ts';
import type { Oversight } from '../oversight.ts';
import {
  type ProtectedCount,
  protectedInWords,
  protectShare,
  type ProtectedTables,
} from '../../../../core/small-numbers.ts';
import { countInWords, counted, percentInWords } from '../../../../core/words.ts';
import { wteInWords } from '../words.ts';
import { type Rate, roundedQuotient } from '../../../../core/rates.ts';
import { peopleShown } from './people.ts';
import { chartOf, note, paragraph, type Section, tableOf } from './parts.ts';
import { lowestOf, percentOfChart } from './shifts.ts';

/** One-to-one care in labour by month. */
export function oneToOneSection(oversight: Oversight): Section {
  const {
    counts,
    months,
    rules: { smallNumber },
  } = oversight;
  const title = 'One-to-one care in labour';
  const all = oneToOneCare(counts, months);
  if (all.denominator === 0)
    return {
      title,
      says: [],
      blocks: [
        note(
          'One-to-one care is not known. Enter women in labour and women with one-to-one care by month on the Assurance screen.',
        ),
      ],
    };
  const byMonth = months.map((month) => oneToOneCare(counts, [month]));
  const known = byMonth.filter(({ denominator }) => denominator > 0).length;
  const shown = peopleShown(oversight);
  const ofAll = careTold(shown, 'all');
  const says = ofAll.isTold
    ? [oneToOneInWords(all, smallNumber)]
    : ['How many women in labour had one-to-one care is not shown, as the numbers are small.'];
  const shares = byMonth.map((rate, index) => {
    const isKnown = rate.denominator > 0 && shown(`without ${months[index]!}`).kind === 'shown';
    return isKnown && careTold(shown, months[index]!).isTold ? percentOfChart(rate) : null;
  });
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      ...(known < months.length
        ? [note(`Counts were entered for ${known} of the ${counted(months.length, 'month')} of the period.`)]
        : []),
      tableOf({
        title: 'One-to-one care by month',
        words: ['Month'],
        figures: ['Women in labour', 'With one-to-one care', 'Share'],
        rows: byMonth.map((rate, index) =>
          careRow(monthTitle(months[index]!), rate, shown, months[index]!, smallNumber),
        ),
        total: careRow('All months', all, shown, 'all', smallNumber),
      }),
      // A line with months left out to protect people would show little and mislead.
      ...(shares.length < 2 || shares.includes(null)
        ? []
        : [
            chartOf(
              {
                type: 'line',
                title: 'Women in labour who had one-to-one care',
                unit: '% of women in labour',
                decimals: 1,
                lowest: lowestOf(shares),
                highest: 100,
                categories: months.map((month) => monthTitle(month, true)),
                series: [{ name: 'One-to-one care', values: shares }],
              },
              (value) => `${value.toFixed(2)} %`,
            ),
          ]),
    ],
  };
}

/** Whether the women in labour may be told, and how many had one-to-one care, be it as all but a few. */
function careTold(shown: ProtectedTables, when: string) {
  const [women, given, without] = [shown(`in labour ${when}`), shown(`one to one ${when}`), shown(`without ${when}`)];
  const isWomen = women.kind === 'shown';
  return { isWomen, isTold: isWomen && (given.kind === 'shown' || without.kind === 'small') };
}

/** Women in labour and those with one-to-one care; so few with or without it that they could be known are not told. */
function careRow(name: string, rate: Rate, shown: ProtectedTables, when: string, smallNumber: number): string[] {
  if (rate.denominator === 0) return [name, 'not known', 'not known', 'not known'];
  const { isWomen, isTold } = careTold(shown, when);
  const women = isWomen ? countInWords(rate.denominator) : 'not shown';
  if (!isTold) return [name, women, 'not shown', 'not shown'];
  const share = protectShare(rate, smallNumber);
  const given = share.atLeast ? `all but fewer than ${smallNumber}` : countInWords(rate.numerator);
  return [name, women, given, `${percentInWords(share.rate)}${share.atLeast ? ' or more' : ''}`];
}

function oneToOneInWords(all: Rate, smallNumber: number): string {
  if (all.numerator === all.denominator)
    return `Every one of ${counted(all.denominator, 'woman', 'women')} in labour had one-to-one care.`;
  const { rate, atLeast } = protectShare(all, smallNumber);
  if (atLeast)
    return `${percentInWords(rate)} or more of ${counted(all.denominator, 'woman', 'women')} in labour had one-to-one care; fewer than ${smallNumber} did not.`;
  return `${percentInWords(all)} of ${counted(all.denominator, 'woman', 'women')} in labour had one-to-one care; ${countInWords(all.denominator - all.numerator)} did not.`;
}

/** Red flags by kind and by month. */
export function redFlagSection(oversight: Oversight): Section {
  const { counts, months, flags, rules } = oversight;
  const title = 'Red flags';
  const keys = flags.map(({ key }) => key);
  const all = countSum(counts, keys, months);
  if (all.count === null)
    return {
      title,
      says: [],
      blocks: [
        note(
          'No red flags were entered. Enter the counts of each unit and month on the Assurance screen; nought where there were none.',
        ),
      ],
    };
  const shown = peopleShown(oversight);
  const inWords = (key: string) => protectedInWords(shown(key), rules.smallNumber);
  const units = oversight.units.filter(({ id }) => shown(`flags of unit ${id}`).kind !== 'not known');
  const total = inWords('flags');
  const says = [
    redFlagsInWords(
      oversight,
      shown('flags'),
      keys.map((key) => shown(`flag ${key}`)),
    ),
  ];
  const missing =
    all.missing > 0
      ? [
          note(
            `${counted(all.missing, 'month')} of a unit that reports red flags ${all.missing === 1 ? 'is' : 'are'} not entered yet.`,
          ),
        ]
      : [];
  const drawn = months.map((month) => {
    const one = shown(`flags of ${month}`);
    return one.kind === 'shown' ? one.count : null;
  });
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      ...missing,
      tableOf({
        title: 'Red flags by kind',
        words: ['Red flag', 'Source'],
        figures: ['Events'],
        rows: flags.map(({ key, name, source }) => [name, source, inWords(`flag ${key}`)]),
        total: ['All red flags', '', total],
      }),
      tableOf({
        title: 'Red flags by month',
        words: ['Month'],
        figures: ['Events'],
        rows: months.map((month) => [monthTitle(month), inWords(`flags of ${month}`)]),
        total: ['All months', total],
      }),
      ...(drawn.filter((value) => value !== null).length < 2
        ? []
        : [
            chartOf(
              {
                type: 'line',
                title: 'Red flags by month',
                unit: 'Events',
                decimals: 0,
                lowest: null,
                highest: null,
                categories: months.map((month) => monthTitle(month, true)),
                series: [{ name: 'All red flags', values: drawn }],
              },
              (value) => countInWords(value),
            ),
          ]),
      ...(units.length < 2
        ? []
        : [
            tableOf({
              title: 'Red flags by unit',
              words: ['Unit'],
              figures: ['Events'],
              rows: units.map(({ id, name }) => [name, inWords(`flags of unit ${id}`)]),
              total: ['All units', total],
            }),
          ]),
    ],
  };
}

/** How many there were and which was the most frequent, as far as the tables show it. */
function redFlagsInWords(
  { flags, rules: { smallNumber } }: Oversight,
  total: ProtectedCount,
  byFlag: readonly ProtectedCount[],
): string {
  if (total.kind === 'small') return `Fewer than ${smallNumber} red flags were reported.`;
  if (total.kind !== 'shown') return 'How many red flags were reported is not shown, as the numbers are small.';
  if (total.count === 0) return 'No red flag was reported.';
  const shown = flags.flatMap(({ name }, index) => {
    const one = byFlag[index];
    return one?.kind === 'shown' && one.count > 0 ? [{ name, count: one.count }] : [];
  });
  const [most] = shown.sort((one, other) => other.count - one.count);
  const often = most ? ` Most often: ${most.name.toLowerCase()} (${countInWords(most.count)}).` : '';
  return `${counted(total.count, 'red flag was', 'red flags were')} reported.${often}`;
}

/** Births to a midwife, by each denominator that can be named. */
export function ratioSection({ counts, months, workforce }: Oversight): Section {
  const title = 'Births to a midwife';
  const pace = birthsInAYear(counts, months);
  if (pace.denominator === 0)
    return { title, says: [], blocks: [note('Births are not known. Enter births by month on the Assurance screen.')] };
  const midwives = workforce.groups.find(({ group }) => group === 'midwives');
  const perWte = (wte: number | null) => birthsPerWte(pace, wte);
  const denominators = [
    ['midwives in post', midwives?.inPost ?? null],
    ['funded midwives', midwives?.funded ?? null],
    ['required midwives', midwives?.required ?? null],
  ] as const;
  const inPost = perWte(midwives?.inPost ?? null);
  const required = perWte(midwives?.required ?? null);
  const says =
    inPost === null
      ? []
      : [
          `There were ${inPost} births a year to each WTE midwife in post${required === null ? '' : `, against ${required} by the requirement`}.`,
        ];
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      tableOf({
        title: 'Births a year to each WTE midwife',
        words: ['Denominator'],
        figures: ['WTE', 'Births to 1 WTE'],
        rows: denominators.map(([name, wte]) => [name, wteInWords(wte), perWte(wte) ?? 'not known']),
        notes: [
          `Births a year: ${countInWords(pace.numerator / 12)} births in ${counted(pace.denominator, 'month')}, at that pace ${countInWords(roundedQuotient(pace.numerator, pace.denominator, 0))} in twelve. Midwives of all bands of the trust, whatever their unit.`,
        ],
      }),
    ],
  };
}

/** "29.34" births a year to 1.00 WTE; null where the WTE is not known or none. */
export function birthsPerWte({ numerator, denominator }: Rate, wte: number | null): string | null {
  if (wte === null || wte <= 0 || denominator === 0) return null;
  return roundedQuotient(numerator * 100_000, denominator * wte).toFixed(2);
}
