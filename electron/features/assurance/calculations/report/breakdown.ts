import { casemixCategories } from '../../../../contract/assessment-shapes.ts';
import { roundedExact } from '../../../../contract/exact.ts';
import { dateInWords } from '../../../../core/dates.ts';
import type { AssessmentOversight, Oversight } from '../oversight.ts';
import { notKnown, wteInWords } from '../words.ts';
import { peopleShown } from './people.ts';
import { note, paragraph, type Section, tableOf } from './parts.ts';

type Exact = string | null;

/** An exact figure in words, with so many decimals and thousands in threes. */
const inWords = (value: Exact, decimals = 2): string =>
  value === null
    ? notKnown
    : roundedExact(value, decimals)
        .replace('-', '−')
        .replace(/\B(?=(\d{3})+(\.|$))/g, ',');
/** "9.00 %" of a share of one. */
function shareInWords(value: Exact): string {
  if (value === null) return notKnown;
  const [above = '0', below = '1'] = value.split('/');
  return `${roundedExact(`${BigInt(above) * 100n}/${below}`, 2)} %`;
}

/** The agreed assessment by area, its casemix, skill mix and specialist share, its ratios, and what is funded against it. */
export function breakdownSection(oversight: Oversight): Section {
  const title = 'Birthrate+ by area, and what is funded against it';
  const { assessment } = oversight;
  if (assessment === null)
    return {
      title,
      says: [],
      blocks: [
        note(
          'No agreed Birthrate+ assessment is entered, so its areas, casemix and skill mix are not known. Enter it under Required staffing and agree it.',
        ),
      ],
    };
  const says = [totalInWords(assessment), ...specialistInWords(assessment)];
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      areaTable(assessment),
      ...casemixBlocks(oversight, assessment),
      fundedTable(oversight, assessment),
      ratioTable(assessment),
    ],
  };
}

function totalInWords({ name, date, result }: AssessmentOversight): string {
  const of = `The agreed assessment ${name}${date === null ? '' : ` of ${dateInWords(date)}`}`;
  if (result.total === null) return `${of} has no total yet: something that it needs is not entered.`;
  return `${of} recommends ${inWords(result.total)} WTE: ${inWords(result.midwives)} midwives and ${inWords(result.support)} support workers.`;
}

/** The specialist and management share, and whether it is below what is usual. */
export function specialistInWords({ result, usual }: AssessmentOversight): string[] {
  const { specialist, specialistOfClinical, specialistOfTotal } = result;
  if (specialist === null || specialistOfClinical === null) return [];
  const [above = '0', below = '1'] = specialistOfClinical.split('/');
  // Both as hundred-thousandths of a percent, in whole numbers.
  const share = (BigInt(above) * 10_000_000n) / BigInt(below);
  const range = `${usual.low / 100_000} to ${usual.high / 100_000} %`;
  const judged =
    share < BigInt(usual.low)
      ? `below the usual ${range}: say what makes up for it`
      : share > BigInt(usual.high)
        ? `above the usual ${range}`
        : `within the usual ${range}`;
  return [
    `Specialist and management posts are ${inWords(specialist)} WTE, ${shareInWords(specialistOfClinical)} of the clinical total (${shareInWords(specialistOfTotal)} of the whole), ${judged}.`,
  ];
}

function areaTable({ result, areas, basis, notes }: AssessmentOversight) {
  const { clinical, clinicalMidwives, support, specialist, total, midwives } = result;
  // A report's WTE are not made of the hours that stand beside them.
  const hours = (value: Exact | '') =>
    basis === 'report' ? [] : [value === '' ? '' : value === null ? '–' : inWords(value, 0)];
  return tableOf({
    title: 'Birthrate+ by area (WTE)',
    words: ['Area'],
    figures: [...(basis === 'report' ? [] : ['Hours a year']), 'WTE', 'Midwives', 'Support'],
    rows: [
      ...result.areas.map((area, index) => [
        areas[index] ?? '',
        ...hours(area.hoursWithTravel),
        inWords(area.wte),
        inWords(area.midwives),
        inWords(area.support),
      ]),
      ['Clinical total', ...hours(''), inWords(clinical), inWords(clinicalMidwives), inWords(support)],
      ['Specialist and management', ...hours(''), inWords(specialist), inWords(specialist), '–'],
    ],
    total: ['Recommended total', ...hours(''), inWords(total), inWords(midwives), inWords(support)],
    notes: [...notes],
  });
}

/** Shares of the sample by category; so few women that they could be known are not told. */
function casemixBlocks(oversight: Oversight, { result, casemix, sample }: AssessmentOversight): Section['blocks'] {
  const shown = peopleShown(oversight);
  const known = result.casemix.flatMap((mix, index) =>
    mix.sample === null || mix.shares.some((share) => share === null) || (casemix[index] ?? [null]).includes(null)
      ? []
      : [{ ...mix, index }],
  );
  if (known.length === 0) return [note('The casemix of the assessment is not entered.')];
  return [
    tableOf({
      title: 'Casemix of the sample',
      words: ['Setting'],
      figures: ['Women', ...casemixCategories.map((category) => `Category ${category}`)],
      rows: known.map(({ setting, sample: women, shares, index }) => {
        const isAll = shown(`casemix ${index}`).kind === 'shown';
        const isTold = (category: number) => isAll && shown(`casemix ${index} ${category}`).kind === 'shown';
        return [
          setting,
          isAll ? inWords(String(women), 0) : 'not shown',
          ...shares.map((share, category) => (isTold(category) ? shareInWords(share) : 'not shown')),
        ];
      }),
      notes: [
        'Categories I and II need the least, V the most: women by outcome, as counted in the sample.',
        ...(sample === null ? [] : [sample]),
      ],
    }),
  ];
}

function fundedTable({ workforce }: Oversight, { result }: AssessmentOversight) {
  const rows = [
    { key: 'midwives', name: 'Midwives, specialist posts included', recommended: result.midwives },
    { key: 'support', name: 'Maternity support workers', recommended: result.support },
  ].map(({ key, name, recommended }) => {
    const group = workforce.groups.find((one) => one.group === key);
    const less = (wte: number | null) =>
      recommended === null || wte === null ? notKnown : inWords(differenceOf(recommended, wte));
    return [
      name,
      inWords(recommended),
      wteInWords(group?.funded ?? null),
      less(group?.funded ?? null),
      wteInWords(group?.inPost ?? null),
      less(group?.inPost ?? null),
    ];
  });
  return tableOf({
    title: 'Birthrate+ against funded and in post (WTE)',
    words: ['Staff group'],
    figures: ['Birthrate+', 'Funded', 'Birthrate+ −\u00a0funded', 'In post', 'Birthrate+ −\u00a0in\u00a0post'],
    rows,
    notes: [
      'Above nought is a shortfall. Both of all units of the trust, so that a unit which the assessment leaves out stands on one side only.',
    ],
  });
}

/** An exact WTE less hundred-thousandths. */
function differenceOf(recommended: string, wte: number): string {
  const [above = '0', below = '1'] = recommended.split('/');
  return `${BigInt(above) * 100_000n - BigInt(wte) * BigInt(below)}/${BigInt(below) * 100_000n}`;
}

function ratioTable({ result }: AssessmentOversight) {
  return tableOf({
    title: 'Births a year to 1 WTE by the assessment',
    words: ['WTE that births are divided by'],
    figures: ['Births to 1 WTE'],
    rows: result.ratios.map(({ denominator, value }) => [denominator, inWords(value)]),
    notes: [`Births a year: ${inWords(result.births, 0)}. Ratios with different denominators are not compared.`],
  });
}
