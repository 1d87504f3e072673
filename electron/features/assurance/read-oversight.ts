import type { VacancyPost } from '#contract';
import type { Context } from '../../context.ts';
import { type DatePeriod, dateInWords, datesOf } from '../../core/dates.ts';
import { type Disclosure, disclosureFor } from '../../core/small-numbers.ts';
import { sharedSystem } from '../retention/shared-system.ts';
import { filesBehind } from '../../imports/files-behind.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { answerCare } from '../rosters/service.ts';
import type { UnitFill } from '../rosters/calculations/shift-fill.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { absenceBatches, censuses, leaversOf } from '../staff/repository.ts';
import { answerLeavers, answerSickness, twelveMonthsTo } from '../staff/service.ts';
import { isOffered } from '../vacancies/calculations/stages.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import { monthsOf } from './calculations/months.ts';
import type { GroupRates, Oversight, RosterOversight, UnitHours, VacancyPlan } from './calculations/oversight.ts';
import { countedThings } from './counted.ts';
import { readAssessment } from './read-assessment.ts';
import { readNeonatal } from './read-neonatal.ts';
import { readWorkforce } from './read-workforce.ts';
import { countsOf, redFlagActionsOf } from './repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Everything that the planner knows of the safety of midwifery staffing over some whole months. */
export function readOversight(
  world: World,
  trust: TrustRow,
  period: DatePeriod,
  profile: Disclosure = disclosureFor(world.reference.smallNumbers, 'lmns'),
): Oversight {
  const { database, reference } = world;
  const months = monthsOf(period);
  const { units } = describeTrust(database, trust);
  const flags = countedThings(world, trust.id).flags;
  const flagNames = new Map(flags.map(({ key, name }) => [key, name]));
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const rates = ratesPeriod(world, trust, period);
  return {
    trust: trust.name,
    period,
    months,
    workforce: readWorkforce(world, trust, period.last),
    assessment: readAssessment(world, trust, period.last),
    neonatal: readNeonatal(world, trust),
    vacancies: vacancyPlan(world, trust, period.last),
    leavers: rates && leaverRates(world, trust, rates),
    shared: { profile, staff: rates && staffShared(world, trust, rates) },
    sickness: rates && sicknessRates(world, trust, rates),
    rosters: rosterOversight(world, trust, period),
    counts: countsOf(database, trust.id, months),
    units: units.map(({ id, name }) => ({ id, name })),
    flags,
    actions: redFlagActionsOf(database, trust.id, months).map(({ flag, unitId, ...action }) => ({
      ...action,
      flag: flag === null ? null : (flagNames.get(flag) ?? flag),
      unit: unitId === null ? null : (unitNames.get(unitId) ?? null),
    })),
    sources: importedSources(world, trust, period),
    rules: {
      smallNumber: profile.hideBelow,
      assessmentYears: reference.theme2Return.assessmentYears,
      acuityEntries: reference.redFlags.acuityEntries,
      definitions: reference.redFlags.definitions,
    },
  };
}

const groupNames: Readonly<Record<string, string>> = { midwives: 'Midwives', support: 'Maternity support workers' };
const groupsOfRates = Object.entries(maternityGroups).filter(([key]) => key in groupNames);

/** Rates are of twelve months: to the end of the period, or to the newest staff list where that is earlier. */
function ratesPeriod({ database }: World, trust: TrustRow, { last }: DatePeriod): DatePeriod | null {
  const days = censuses(database, trust.id);
  const newest = days[days.length - 1];
  return newest === undefined ? null : twelveMonthsTo(newest < last ? newest : last);
}

/** Files of leavers and of the list, where a year of theirs is that of the report. */
function staffShared(world: World, trust: TrustRow, { first, last }: DatePeriod) {
  const days = censuses(world.database, trust.id);
  if (days[days.length - 1] !== last) return null;
  const { leavers, published } = sharedSystem(world, trust);
  return leavers?.some(({ data }) => data.period.first === first && data.period.last === last) ? published : null;
}

function leaverRates(world: World, trust: TrustRow, period: DatePeriod): Oversight['leavers'] {
  if (leaversOf(world.database, trust.id).length === 0) return null;
  const answer = answerLeavers(world, trust, period);
  if (!answer) return null;
  const groups = groupsOfRates.map(([key, some]): GroupRates => {
    const { leavers, headsStart, headsEnd, stayed } = answer.figures.of(some);
    return {
      key,
      name: groupNames[key] ?? key,
      leavers,
      leaverRate: { numerator: 2 * leavers, denominator: headsStart + headsEnd },
      stability: { numerator: stayed, denominator: headsStart },
    };
  });
  return { period, groups };
}

function sicknessRates(world: World, trust: TrustRow, period: DatePeriod): Oversight['sickness'] {
  if (absenceBatches(world.database, trust.id).length === 0) return null;
  const answer = answerSickness(world, trust, period);
  if (!answer) return null;
  const groups = groupsOfRates.map(([key, some]) => ({ name: groupNames[key] ?? key, days: answer.figures.of(some) }));
  return { period, groups };
}

/** The plan at the end of a period: posts by stage, and those with an offer by route; null without a post. */
function vacancyPlan(world: World, trust: TrustRow, last: string): VacancyPlan | null {
  const day = last < world.today() ? last : world.today();
  const { trackerDay, posts } = answerPlan(world, trust, day);
  if (posts.length === 0) return null;
  const { stages, routes } = world.reference.recruitment;
  const sum = (some: readonly VacancyPost[]) => some.reduce((total, { wte }) => total + wte, 0);
  const by = (
    some: readonly VacancyPost[],
    nameOf: (post: VacancyPost) => string,
    order: readonly { name: string }[],
  ) => {
    const place = (name: string) => {
      const found = order.findIndex((one) => one.name === name);
      return found === -1 ? order.length : found;
    };
    return [...new Set(some.map(nameOf))]
      .sort((one, other) => place(one) - place(other))
      .map((name) => some.filter((post) => nameOf(post) === name))
      .map((own) => ({ name: own[0] ? nameOf(own[0]) : '', posts: own.length, wte: sum(own) }));
  };
  const live = posts.filter((post) => post.live);
  const offered = posts.filter(({ stage }) => isOffered(stage));
  return {
    day: trackerDay ?? day,
    livePosts: live.length,
    liveWte: sum(live),
    offeredWte: sum(offered),
    stages: by(posts, ({ stageName }) => stageName, stages).map((one) => ({
      ...one,
      isOffered: offered.some(({ stageName }) => stageName === one.name),
    })),
    routes: by(offered, ({ routeName }) => routeName, routes),
  };
}

function rosterOversight({ database }: World, trust: TrustRow, period: DatePeriod): RosterOversight | null {
  const answer = answerCare(database, trust, period);
  if (!answer) return null;
  const days = datesOf(period);
  const covered = new Set(days.filter((day) => answer.sources.some(({ first, last }) => first <= day && day <= last)));
  const { units, all } = answer;
  return {
    days: days.length,
    daysCovered: covered.size,
    units: units.filter(({ total }) => total.planned > 0 || total.actual > 0).map(hoursOf),
    all: hoursOf(all),
    coordinators: answer.coordinators.map(({ unit, slots }) => ({
      unit,
      shifts: slots
        .filter(({ date }) => covered.has(date))
        .map(({ date, rostered, actual }) => ({ date, rostered, actual })),
    })),
  };
}

function hoursOf({ unit, cells, total }: UnitFill): UnitHours {
  return {
    unit,
    registeredDay: cells.registered.day,
    registeredNight: cells.registered.night,
    supportDay: cells.support.day,
    supportNight: cells.support.night,
    total,
  };
}

const kinds: Readonly<Record<string, string>> = {
  duty_roster: 'Duty roster',
  staff_list: 'Staff list',
  leavers: 'Leavers',
  absence: 'Absence',
  ledger: 'Finance ledger',
  vacancy_tracker: 'Vacancy tracker',
};

/** The imports that figures of the period come from, with their days: of rosters those with a row in it, of lists the newest by its end. */
function importedSources(world: World, trust: TrustRow, { first, last }: DatePeriod): string[] {
  return Object.entries(kinds).flatMap(([kind, name]) => {
    const files = filesBehind(world, trust.id, { kind, last, first: kind === 'duty_roster' ? first : null });
    const shown = kind === 'duty_roster' ? [...files].reverse() : files.slice(0, 1);
    return shown.map(({ fileName, period, committedAt }) => {
      const days = period && (period.first === period.last ? [period.first] : [period.first, period.last]);
      const of = days === null ? '' : `, of ${days.map(dateInWords).join(' to ')}`;
      return `${name}: ${fileName}${of}, imported on ${dateInWords(committedAt.slice(0, 10))}.`;
    });
  });
}
