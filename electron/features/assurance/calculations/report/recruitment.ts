import { dateInWords } from '../../../../core/dates.ts';
import type { GroupRates, Oversight, VacancyPlan } from '../oversight.ts';
import { protectCounts, protectedInWords } from '../../../../core/small-numbers.ts';
import { counted, percentInWords, wteInWords } from '../words.ts';
import { note, paragraph, type Section, tableOf } from './parts.ts';

/** The vacancy plan: posts by stage and by route. */
export function vacancySection({ vacancies, rules: { smallNumber } }: Oversight): Section {
  const title = 'Vacancy plan';
  if (vacancies === null)
    return {
      title,
      says: [],
      blocks: [
        note('There is no vacancy plan. Import the vacancy tracker, or enter the posts on the Vacancies screen.'),
      ],
    };
  const says = [vacanciesInWords(vacancies)];
  // A stage is of posts; a route is of people who were offered one, of whom few could be known.
  const {
    tables: [people = []],
  } = protectCounts([vacancies.routes.map(({ posts }) => posts)], smallNumber);
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      tableOf({
        title: `Posts by stage on ${dateInWords(vacancies.day)}`,
        words: ['Stage'],
        figures: ['Posts', 'WTE'],
        rows: vacancies.stages.map(({ name, posts, wte }) => [name, String(posts), wteInWords(wte)]),
      }),
      ...(vacancies.routes.length === 0
        ? []
        : [
            tableOf({
              title: 'Offered and not started, by route',
              words: ['Route'],
              figures: ['People', 'WTE'],
              rows: vacancies.routes.map(({ name, wte }, index) => [
                name,
                protectedInWords(people[index]!, smallNumber),
                people[index]?.kind === 'shown' ? wteInWords(wte) : 'not shown',
              ]),
            }),
          ]),
    ],
  };
}

function vacanciesInWords({ day, livePosts, liveWte, offeredWte }: VacancyPlan): string {
  const posts = `${counted(livePosts, 'post')} (${wteInWords(liveWte)} WTE) ${livePosts === 1 ? 'was' : 'were'}`;
  return `On ${dateInWords(day)}, ${posts} being recruited to, of which ${wteInWords(offeredWte)} WTE had an offer and had not started.`;
}

/** Leavers and stability, and sickness, of midwives and support. */
export function ratesSection({ leavers, sickness, rules: { smallNumber } }: Oversight): Section {
  const title = 'Leavers, stability and sickness';
  const says: string[] = [];
  const blocks: Section['blocks'][number][] = [];
  if (leavers === null)
    blocks.push(note('Leavers are not known. Import the list of leavers of the last twelve months and a staff list.'));
  else {
    const shown = leaverRows(leavers.groups, smallNumber);
    says.push(...shown.says);
    blocks.push(
      ...shown.says.map(paragraph),
      tableOf({
        title: `Leavers from ${dateInWords(leavers.period.first)} to ${dateInWords(leavers.period.last)}`,
        words: ['Staff group'],
        figures: ['Leavers', 'Leaver rate', 'Stability'],
        rows: shown.rows,
        notes: [
          'Leaver rate: leavers ÷ mean of headcount at start and end. Stability: those there at the start who are still there ÷ headcount at the start.',
        ],
      }),
    );
  }
  if (sickness === null) blocks.push(note('Sickness is not known. Import the list of absence and a staff list.'));
  else {
    const sick = sickness.groups.map(({ name, days }) => `${name} ${percentInWords(days)}`);
    const said = `From ${dateInWords(sickness.period.first)} to ${dateInWords(sickness.period.last)}, sickness took of the days of staff in post: ${sick.join('; ')}.`;
    says.push(said);
    blocks.push(
      paragraph(said),
      tableOf({
        title: `Sickness from ${dateInWords(sickness.period.first)} to ${dateInWords(sickness.period.last)}`,
        words: ['Staff group'],
        figures: ['FTE days lost', 'FTE days available', 'Sickness'],
        rows: sickness.groups.map(({ name, days }) => [
          name,
          wteInWords(days.numerator),
          wteInWords(days.denominator),
          percentInWords(days),
        ]),
        notes: ['FTE calendar days lost ÷ FTE calendar days available, bank staff left out.'],
      }),
    );
  }
  return { title, says, blocks };
}

/** The rows of leavers; where a group has so few that they could be known, its count and its rates are not told. */
function leaverRows(groups: readonly GroupRates[], smallNumber: number): { rows: string[][]; says: string[] } {
  const {
    tables: [counts = []],
  } = protectCounts([groups.map(({ leavers }) => leavers)], smallNumber);
  const rows = groups.map(({ name, leaverRate, stability }, index) => {
    const count = counts[index]!;
    const told = count.kind === 'shown';
    return [
      name,
      protectedInWords(count, smallNumber),
      told ? percentInWords(leaverRate) : 'not shown',
      told ? percentInWords(stability) : 'not shown',
    ];
  });
  const says = groups.flatMap(({ name, leaverRate, stability }, index) =>
    counts[index]?.kind === 'shown'
      ? [
          `${name}: ${percentInWords(leaverRate)} left within the twelve months, and stability was ${percentInWords(stability)}.`,
        ]
      : [],
  );
  return { rows, says };
}
