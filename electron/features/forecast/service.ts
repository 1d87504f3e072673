import type { Forecast, ForecastAssumptions, ForecastCompared, ForecastScenario } from '#contract';
import type { ForecastRules } from '../../contract/forecast-rules.ts';
import type { OrganisationDefaults } from '../../contract/reference.ts';
import { addDays, dateInWords } from '../../core/dates.ts';
import { assessmentShown } from './assessment-shown.ts';
import type { BaseAnswer } from './base-service.ts';
import { withChanges } from './calculations/assumptions.ts';
import { type ForecastBase, groupsOf } from './calculations/base.ts';
import { comparedGroups, neediestBand, type WorkedForecast, workedForecast } from './calculations/forecast.ts';
import type { Level } from './calculations/levels.ts';
import { monthOf, monthsLater } from './calculations/months.ts';
import { chainOf } from './calculations/chain.ts';
import { delayed, likelyOf } from './calculations/starters.ts';
import { formulas, methodOf } from './words.ts';

/** What is asked of a forecast beside its base. */
export interface Asked {
  readonly group: string | null;
  readonly to: string;
  /** What the trust assumes, and what differs. */
  readonly own: ForecastAssumptions;
  readonly changes: ForecastAssumptions;
  /** What is tried out in place of all that the trust assumes. */
  readonly instead?: ForecastAssumptions | undefined;
  readonly scenario: ForecastScenario | null;
}

interface Packs {
  readonly forecast: ForecastRules;
  readonly organisation: OrganisationDefaults;
}

const oneWte = 100_000;

/** The month that a forecast reaches to at least: that of the pack, else a year after the census. */
export function leastHorizon({ horizon }: ForecastRules, census: string): string {
  const year = monthsLater(monthOf(addDays(census, 1)), 11);
  return horizon > year ? horizon : year;
}

/** The forecast as it is shown: levels by month and part, when targets are reached, and what one more starter changes. */
export function forecastShown(
  { base, assessmentName, remarks, sources }: BaseAnswer,
  { forecast: rules, organisation }: Packs,
  { group, to, own, instead, changes, scenario }: Asked,
): Forecast {
  const assumed = withChanges(instead ?? own, changes);
  const simulate = { rules: rules.simulation, leastMonths: rules.leastHistoryMonths };
  const worked = workedForecast(base, assumed, { group, to }, simulate);
  const nameOf = namesOf(organisation);
  const keys = group === null ? worked.groups : bandsOf(base, group, assumed);
  const parts = keys.map((key) => {
    const { now, months } = worked.part((cell) => (group === null ? cell.group : cell.band) === key);
    return {
      key,
      name: group === null ? nameOf(key) : bandName(key),
      now,
      months: months.map(({ inPost, available, funded, required }): Level => ({ inPost, available, funded, required })),
    };
  });
  const compared = comparedGroups(base.cells);
  return {
    census: base.census,
    to,
    group,
    groupName: group === null ? 'All staff groups' : nameOf(group),
    scenario: scenario && { id: scenario.id, name: scenario.name },
    groups: groupsOf(base.cells).map((key) => ({ key, name: nameOf(key), bands: bandsOf(base, key, assumed) })),
    leftOut:
      group === null
        ? groupsOf(base.cells)
            .filter((key) => !compared.includes(key))
            .map(nameOf)
        : [],
    now: worked.now,
    months: worked.totals.map((total, index) => ({
      ...total,
      low: worked.low?.[index] ?? null,
      high: worked.high?.[index] ?? null,
    })),
    parts,
    fundedReached: worked.funded,
    requiredReached: worked.required,
    fundedRange: worked.fundedRange,
    requiredRange: worked.requiredRange,
    oneMore: oneMoreOf(base, assumed, { group, to }, worked, nameOf),
    plan: planOf(base, assumed, worked),
    history: base.history.map(({ months, ...history }) => ({
      ...history,
      name: nameOf(history.group),
      months: months.length,
    })),
    assessment: assessmentShown(base.assessment, assessmentName, assumed, to),
    assumptions: assumed,
    base: own,
    method: methodOf(rules, assumed.leaverMode ?? 'compound', assumed.retirements === 'by_age'),
    formulas,
    remarks: [
      ...remarks.filter(({ code }) => code !== 'required_missing' || !worked.required.known),
      ...remarksOn(base, worked, assumed),
    ],
    sources: [...sources],
  };
}

/** A forecast among others: its levels by month and what it comes to. */
export function comparedShown(
  { base }: BaseAnswer,
  { forecast: rules }: Packs,
  { group, to, own, changes, scenario }: Asked,
): ForecastCompared {
  const assumed = withChanges(own, changes);
  const simulate = { rules: rules.simulation, leastMonths: rules.leastHistoryMonths };
  const { totals, funded, required, low, high } = workedForecast(base, assumed, { group, to }, simulate);
  const sum = (of: (month: (typeof totals)[number]) => number) => totals.reduce((all, month) => all + of(month), 0);
  const last = totals.length - 1;
  return {
    id: scenario?.id ?? null,
    name: scenario?.name ?? 'As assumed',
    assumptions: assumed,
    months: totals.map(({ month, inPost, available, funded: posts, required: needed }) => ({
      month,
      inPost,
      available,
      funded: posts,
      required: needed,
    })),
    fundedReached: funded,
    requiredReached: required,
    starters: sum(({ starters }) => starters.plan + starters.cohorts + starters.more),
    leavers: sum(({ leavers, retirements }) => leavers + retirements),
    inPost: totals[last]?.inPost ?? 0,
    low: low?.[last] ?? null,
    high: high?.[last] ?? null,
  };
}

/** The names of staff groups; one that the reference data does not have is shown by its key. */
export function namesOf({ staffGroups, unmapped }: OrganisationDefaults): (group: string) => string {
  const names = new Map([...staffGroups, unmapped].map(({ key, name }) => [key, name]));
  return (group) => names.get(group) ?? group;
}

const bandName = (band: string) => (band === '-' ? 'No band' : `Band ${band}`);

function bandsOf(base: ForecastBase, group: string, { cohorts = [], starters = [], funded = [] }: ForecastAssumptions) {
  const bands = [...base.cells, ...base.starts, ...cohorts, ...starters, ...funded]
    .filter((one) => one.group === group)
    .map(({ band }) => band);
  return [...new Set(bands)].sort();
}

/** The same forecast with one more WTE starting every month, in the band that lacks the most. */
function oneMoreOf(
  base: ForecastBase,
  assumed: ForecastAssumptions,
  question: { readonly group: string | null; readonly to: string },
  worked: WorkedForecast,
  nameOf: (group: string) => string,
): Forecast['oneMore'] {
  const group = question.group ?? (worked.groups.includes('midwives') ? 'midwives' : (worked.groups[0] ?? ''));
  const known = base.cells.some((cell) => cell.group === group);
  const band = known ? neediestBand(base.cells, group) : '-';
  const starters = [...(assumed.starters ?? []), { group, band, wte: oneWte, from: null, to: null }];
  const more = workedForecast(base, { ...assumed, starters }, question, null);
  const last = ({ totals, now }: WorkedForecast) => totals[totals.length - 1]?.inPost ?? now.inPost;
  return {
    group,
    groupName: nameOf(group),
    band: bandName(band),
    funded: more.funded,
    inPost: last(worked),
    inPostMore: last(more),
  };
}

function planOf(
  base: ForecastBase,
  { delayMonths = 0 }: ForecastAssumptions,
  worked: WorkedForecast,
): Forecast['plan'] {
  const [first] = worked.months;
  return base.starts
    .filter(({ group }) => worked.groups.includes(group))
    .map((start) => {
      const month = monthOf(delayed(start.on, delayMonths));
      const { key, title, group, wte, percent } = start;
      return {
        key,
        title,
        group,
        month: first && month < first.key ? first.key : month,
        wte,
        percent,
        likely: likelyOf(start),
      };
    })
    .sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0));
}

function remarksOn(base: ForecastBase, worked: WorkedForecast, assumed: ForecastAssumptions): Forecast['remarks'] {
  const remarks: Forecast['remarks'] = [];
  const { births, uplift, skillMix, specialist } = assumed;
  if ((births || uplift || skillMix || specialist) && chainOf(base.assessment, assumed) === null)
    remarks.push({
      code: 'no_chain',
      message:
        'There is no agreed assessment whose areas say what births and uplift drive: they act on the whole of what is required, and a specialist share on nothing. Enter the assessment under Required staffing and agree it.',
    });
  if (worked.low === null)
    remarks.push({
      code: 'no_range',
      message: 'There is no range of ordinary variation: it takes the leavers of twelve months or more of every group.',
    });
  const strange = base.starts.filter(({ group }) => group === 'unmapped').length;
  if (strange > 0)
    remarks.push({
      code: 'group_not_said',
      message: `${strange} posts of the plan say no staff group and are in no forecast. Open them in Vacancies and choose one.`,
    });
  if (base.census.slice(8) < '28')
    remarks.push({
      code: 'census_within_month',
      message: `In post is of ${dateInWords(base.census)}: the rest of that month is reckoned as a whole month.`,
    });
  return remarks;
}
