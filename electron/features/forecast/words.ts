import type { Forecast } from '#contract';
import type { ForecastRules } from '../../contract/forecast-rules.ts';

export const formulas: Forecast['formulas'] = [
  { figure: 'inPost', formula: 'in post before + starters − leavers − retirements + changed hours' },
  {
    figure: 'starters',
    formula:
      'posts of the vacancy plan × how many in a hundred start, newly qualified cohorts, and more starters a month',
  },
  {
    figure: 'available',
    formula:
      'in post − long leave − starters, preceptees and protected hours of preceptors beside the numbers, on average over the month',
  },
  { figure: 'leaverRate', formula: 'WTE that left in twelve months ÷ mean of WTE in post at their start and end' },
  {
    figure: 'required',
    formula:
      'required, or a new report, + what the agreed assessment comes to with the births, uplift, skill mix and specialist share of the month − what it came to then, + women in continuity teams ÷ women for one WTE − what they release',
  },
  { figure: 'reached', formula: 'the first month at whose end in post is at the target or above' },
];

/** How the forecast is worked out, in words. */
export function methodOf(
  { simulation, historyMonths, womenPerContinuityWte }: ForecastRules,
  mode: 'compound' | 'twelfth',
  byAge: boolean,
): string[] {
  return [
    mode === 'compound'
      ? 'A month loses 1 − (1 − yearly rate)^(1/12) of those who are in post at its beginning.'
      : 'A month loses a twelfth of the yearly rate of those who are in post at its beginning.',
    byAge
      ? 'Retirements are apart: by the ages on the staff list, whose mix is taken to stay as it is; the rate of leavers is without them.'
      : 'Retirements are part of the rate of leavers.',
    'Every month, staff group and band is reckoned in hundred-thousandths of a WTE and rounded once, so that bands, groups and months add up.',
    `The range: ${simulation.runs} simulated runs with the fixed seed ${simulation.seed}. Each month of a run draws one month of the trust’s own last ${historyMonths} at most, and as many leave as the rate says times what left then over the average; each post of the plan and each newly qualified starts or does not, by its likelihood. From run ${simulation.low} to run ${simulation.high} of a hundred in order is the range, and the forecast is always within it. Starters that were added by hand and targets do not vary.`,
    'Births change the cases of the areas of the agreed assessment that they drive, and no posts that are on duty whatever happens; uplift, skill mix and specialist share act at their own steps of its chain. Without an agreed assessment births and uplift act on the whole of what is required.',
    `Continuity teams: one WTE for ${womenPerContinuityWte} women a year. There is no national target.`,
  ];
}
