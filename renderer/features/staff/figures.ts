import type { LeaversShown, Rate, StaffInPostShown, StaffProfile, StaffTrend, VacancyPlan } from '#contract';
import {
  asOn,
  formulaOf,
  type Formulas,
  input,
  type MadeInput,
  type Making,
  makings,
  ownCodes,
  wteInput,
} from '../../components/making.ts';
import { dateText, daysText, wteText } from '../../components/numbers.ts';

/** Figures of one staff list. */
const ofList = (census: string) =>
  makings({
    on: asOn(census),
    imports: [{ kind: 'staff_list', last: census }],
    entered: [ownCodes],
    packs: ['organisation'],
  });

/** The headlines of a staff list. */
export function staffMade(figures: StaffInPostShown) {
  const { census, formulas, groups, staffGroups } = figures;
  const inPost = formulaOf(formulas, 'wte');
  const made = ofList(census);
  const all = [input('People', figures.people), input('Assignments', figures.assignments)];
  const heads = (group: string) => input('Heads', groups.find((one) => one.group === group)?.heads ?? 0);
  return {
    inPost: made(inPost, ...all, ...groups.map(({ groupName, wte: own }) => wteInput(groupName, own))),
    active: made(
      `${inPost}; ${formulaOf(formulas, 'available')}`,
      wteInput('In post', figures.wte),
      ...(figures.available === null ? [] : [wteInput('Away', figures.wte - figures.available)]),
    ),
    support: made(
      `of occupation codes that are maternity support: ${inPost}`,
      heads('support'),
      ...staffGroups
        .filter(({ group }) => group === 'support')
        .map((one) => wteInput(`NHS staff group ${one.staffGroup ?? 'not given'}`, one.wte)),
    ),
    unmapped: made(
      `of occupation codes that no group has: ${inPost}`,
      heads('unmapped'),
      wteInput('In post in all', figures.wte),
    ),
  };
}

/** WTE in post, or active, of one line of the table. */
export const sumMade = (
  { census, formulas }: StaffInPostShown,
  row: { readonly assignments: number; readonly wte: number; readonly available: number | null },
  which: 'in_post' | 'available',
): Making =>
  ofList(census)(
    formulaOf(formulas, which === 'in_post' ? 'wte' : 'available'),
    input('Assignments in post', row.assignments),
    wteInput('In post', row.wte),
    ...(which === 'available' && row.available !== null ? [wteInput('Away', row.wte - row.available)] : []),
  );

/** WTE in post of one staff list. */
export const listMade = (
  { keys }: StaffTrend,
  { census, parts }: StaffTrend['months'][number],
  formulas: Formulas,
): Making => ofList(census)(formulaOf(formulas, 'wte'), ...keys.map(({ name }, at) => wteInput(name, parts[at] ?? 0)));

/** People of one band of age or service. */
export const profileMade = (
  { census, formulas, heads, wte }: StaffProfile,
  of: 'service' | 'age',
  band: StaffProfile['age'][number],
): Making =>
  ofList(census)(
    `WTE of people in post; ${formulaOf(formulas, of)}`,
    input('Heads', band.heads),
    input('Heads in post in all', heads),
    wteInput('In post in all', wte),
  );

/** Live posts that have been vacant for so long. */
export const vacantMade = ({ on, trackerDay, pack }: VacancyPlan, posts: number, live: number): Making => ({
  formula:
    'WTE of live posts; days: today less the day on which the post fell vacant, else its approval, else its advert',
  inputs: [input('Such posts', posts), input('Live posts of the vacancy plan', live)],
  on: asOn(on),
  imports: [{ kind: 'vacancy_tracker', last: trackerDay }],
  entered: ['Vacancies: posts, stages and dates'],
  packs: [pack.title],
});

/** Leaver rates, stability and sickness of a period. */
export function ratesMade(
  period: { readonly first: string; readonly last: string },
  left: {
    readonly own: LeaversShown['groups'][number] | undefined;
    readonly formulas: Formulas;
    readonly startCensus: string | null;
    readonly census: string | null;
  },
  sick: { readonly days: Rate | undefined; readonly formulas: Formulas },
) {
  const { own } = left;
  const none = [input('Leavers', 'not known')];
  const made = (
    formula: string,
    kind: 'leavers' | 'absence',
    inputs: MadeInput[],
    packs: readonly string[],
  ): Making => ({
    formula,
    inputs,
    on: daysText(period),
    imports: [
      { kind, ...period },
      { kind: 'staff_list', last: left.census ?? period.last },
    ],
    entered: [ownCodes],
    packs: ['organisation', ...packs],
  });
  const start = left.startCensus === null ? asOn(period.first) : `at the close of ${dateText(left.startCensus)}`;
  const end = asOn(period.last);
  const ofLeavers = (figure: string, inputs: MadeInput[], packs: readonly string[] = []) =>
    made(formulaOf(left.formulas, figure), 'leavers', own ? inputs : none, packs);
  return {
    headsStart: ofLeavers('headsStart', own ? [input('Heads at the start', own.headsStart, start)] : []),
    headsEnd: ofLeavers('headsEnd', own ? [input('Heads at the end', own.headsEnd, end)] : []),
    heads: ofLeavers(
      'leaverRate',
      own
        ? [
            input('Leavers', own.leavers),
            input('Of them voluntary', own.voluntary),
            input('Heads at the start', own.headsStart, start),
            input('Heads at the end', own.headsEnd, end),
          ]
        : [],
      ['leaving-reasons'],
    ),
    wte: ofLeavers(
      'leaverRateFte',
      own
        ? [
            wteInput('Leavers', own.leaversFte),
            wteInput('At the start', own.fteStart, start),
            wteInput('At the end', own.fteEnd, end),
          ]
        : [],
    ),
    stability: ofLeavers(
      'stability',
      own ? [input('Still in post', own.stayed, end), input('Heads at the start', own.headsStart, start)] : [],
    ),
    sickness: made(
      formulaOf(sick.formulas, 'days'),
      'absence',
      sick.days
        ? [
            input('WTE days lost', wteText(sick.days.numerator)),
            input('WTE calendar days in post', wteText(sick.days.denominator)),
          ]
        : [input('Days lost', 'not known')],
      [],
    ),
  };
}
