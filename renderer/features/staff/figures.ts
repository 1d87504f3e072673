import type { Rate, StaffInPostShown } from '#contract';
import { asOn, formulaOf, input, type Making } from '../../components/making.ts';
import { dateText, daysText, wteText } from '../../components/numbers.ts';

type Inputs = Making['inputs'];

const wte = (title: string, value: number, on?: string) => input(title, `${wteText(value)} WTE`, on);

/** The headlines of a staff list. */
export function staffMade(figures: StaffInPostShown) {
  const { census, formulas, groups, staffGroups } = figures;
  const inPost = formulaOf(formulas, 'wte');
  const made = (formula: string, ...inputs: Inputs): Making => ({
    formula,
    inputs,
    on: asOn(census),
    imports: [{ kind: 'staff_list', last: census }],
    entered: ['Staff in post: groups of occupation codes that are the trust’s own'],
    packs: ['organisation'],
  });
  const all = [input('People', figures.people), input('Assignments', figures.assignments)];
  const heads = (group: string) => input('Heads', groups.find((one) => one.group === group)?.heads ?? 0);
  return {
    inPost: made(inPost, ...all, ...groups.map(({ groupName, wte: own }) => wte(groupName, own))),
    active: made(
      `${inPost}; ${formulaOf(formulas, 'available')}`,
      wte('In post', figures.wte),
      ...(figures.available === null ? [] : [wte('Away', figures.wte - figures.available)]),
    ),
    support: made(
      `of occupation codes that are maternity support: ${inPost}`,
      heads('support'),
      ...staffGroups
        .filter(({ group }) => group === 'support')
        .map((one) => wte(`NHS staff group ${one.staffGroup ?? 'not given'}`, one.wte)),
    ),
    unmapped: made(
      `of occupation codes that no group has: ${inPost}`,
      heads('unmapped'),
      wte('In post in all', figures.wte),
    ),
  };
}

interface Left {
  readonly leavers: number;
  readonly leaversFte: number;
  readonly voluntary: number;
  readonly headsStart: number;
  readonly headsEnd: number;
  readonly fteStart: number;
  readonly fteEnd: number;
  readonly stayed: number;
}
type Formulas = readonly { readonly figure: string; readonly formula: string }[];

/** Leaver rates, stability and sickness of a period. */
export function ratesMade(
  period: { readonly first: string; readonly last: string },
  left: {
    readonly own: Left | undefined;
    readonly formulas: Formulas;
    readonly startCensus: string | null;
    readonly census: string | null;
  },
  sick: { readonly days: Rate | undefined; readonly formulas: Formulas },
) {
  const { own } = left;
  const none = [input('Leavers', 'not known')];
  const made = (formula: string, kind: 'leavers' | 'absence', inputs: Inputs, packs: readonly string[]): Making => ({
    formula,
    inputs,
    on: daysText(period),
    imports: [
      { kind, ...period },
      { kind: 'staff_list', last: left.census ?? period.last },
    ],
    packs: ['organisation', ...packs],
  });
  const start = left.startCensus === null ? asOn(period.first) : `at the close of ${dateText(left.startCensus)}`;
  const end = asOn(period.last);
  const ofLeavers = (figure: string, inputs: Inputs, packs: readonly string[] = []) =>
    made(formulaOf(left.formulas, figure), 'leavers', own ? inputs : none, packs);
  return {
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
        ? [wte('Leavers', own.leaversFte), wte('At the start', own.fteStart, start), wte('At the end', own.fteEnd, end)]
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
