import type { Remark } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import { keeper } from '../../database/kept.ts';
import type { Rate } from '../../core/rates.ts';
import { type GapLine, gapLines, type Measure } from '../establishment/calculations/gap.ts';
import { listAssessments } from '../establishment/assessment-repository.ts';
import { assessmentName } from '../establishment/assessment-words.ts';
import { answerGap } from '../establishment/gap-service.ts';
import type { LedgerAnswer } from '../establishment/ledger-service.ts';
import type { StoredLine } from '../establishment/repository.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { besideByPerson } from '../preceptorship/beside-service.ts';
import { noBand } from '../staff/calculations/in-post.ts';
import { assignmentsAt, censuses, leaversOf } from '../staff/repository.ts';
import type { InPostAnswer } from '../staff/service.ts';
import { answerPlan } from '../vacancies/plan-service.ts';
import { titleOf } from '../vacancies/plan-figures.ts';
import type { Cell, ForecastBase, PlannedStart } from './calculations/base.ts';
import { historyOf } from './calculations/history.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** What a forecast starts from, with what is to be said of it and where it comes from. */
export interface BaseAnswer {
  readonly base: ForecastBase;
  /** What the agreed assessment of the base is called. */
  readonly assessmentName: string | null;
  readonly remarks: readonly Remark[];
  readonly sources: readonly string[];
}

/** The last bases: one is asked for at every key that is pressed. */
const kept = keeper(8);

/** The base of a trust as the store stands; undefined where nobody is known to be in post. */
export function forecastBase(world: World, trust: TrustRow): BaseAnswer | undefined {
  const { database, reference, today } = world;
  return kept(database, `${trust.id} ${today()}`, () => readBase(world, trust), reference);
}

function readBase(world: World, trust: TrustRow): BaseAnswer | undefined {
  const { database, reference, today } = world;
  const gap = answerGap(world, trust);
  const { staff, ledger, lines } = gap;
  const known = gapLines(gap.parts, gap.coverage);
  const cells = cellsOf(known);
  if (cells.length === 0) return undefined;
  const census = staff?.census ?? today();
  const plan = answerPlan(world, trust);
  const starts = plan.posts.flatMap((post): PlannedStart[] => {
    if (post.startsOn === null || post.likely === 0) return [];
    // Whoever started by the census is in post already.
    if (post.stage === 'started' && post.startsOn <= census) return [];
    return [
      {
        key: post.key,
        title: titleOf(post),
        group: post.group ?? reference.organisation.unmapped.key,
        band: post.band ?? noBand,
        wte: post.wte,
        percent: post.likely,
        on: post.startsOn,
        besideDays: (post.supernumerary?.weeks ?? 0) * 7,
      },
    ];
  });
  const assessment = listAssessments(database, trust.id).find(({ status }) => status === 'agreed');
  const newlyQualified = reference.recruitment.routes.find(({ key }) => key === 'newly_qualified');
  return {
    base: {
      census,
      cells,
      starts: starts.sort((one, other) => (one.key < other.key ? -1 : 1)),
      history: staff
        ? historyOf(pastOf(database, trust, staff), staff.rules, reference.forecast).map((own) => ({
            ...own,
            away: awayOf(known, own.group, staff.figures.statusKnown),
          }))
        : [],
      besideNow: besideOf(staff?.figures.assignments ?? [], besideByPerson(world, trust)),
      cohortBesideDays: (newlyQualified?.supernumeraryWeeks ?? 0) * 7,
      womenPerContinuityWte: reference.forecast.womenPerContinuityWte,
      assessment: assessment ?? null,
    },
    assessmentName: assessment ? assessmentName(assessment) : null,
    remarks: remarksOn({ staff, ledger, lines, leavers: staff ? leaversOf(database, trust.id).length : 0 }),
    sources: [
      staff ? `staff list of ${dateInWords(staff.census)}` : 'in post as entered',
      ledger ? `ledger of ${dateInWords(ledger.census)}` : 'funded as entered',
      'required as entered',
      plan.trackerDay ? `vacancy tracker of ${dateInWords(plan.trackerDay)}` : 'vacancies by hand',
    ],
  };
}

/** Who is beside the numbers now, by the assignments that they are available in: the WTE of a month is shared among those of one person. */
function besideOf(
  assignments: InPostAnswer['figures']['assignments'],
  beside: ReturnType<typeof besideByPerson>,
): ForecastBase['besideNow'] {
  const left = new Map([...beside].map(([person, months]) => [person, new Map(months)]));
  return assignments.flatMap(({ entry, group, available }) => {
    const months = available ? left.get(entry.person) : undefined;
    return [...(months ?? [])].map(([month, wte]) => {
      const taken = Math.min(wte, entry.fte);
      months?.set(month, wte - taken);
      return { group, band: entry.band ?? noBand, month, wte: taken };
    });
  });
}

function pastOf(database: Database, trust: TrustRow, staff: InPostAnswer) {
  const before = censuses(database, trust.id).filter((day) => day < staff.census);
  const earlier = before[before.length - 1];
  return {
    census: staff.census,
    list: staff.rows,
    earlier: earlier === undefined ? null : { census: earlier, list: assignmentsAt(database, trust.id, earlier) },
    leavers: leaversOf(database, trust.id),
  };
}

/** Each group and band over all units, as the gap of the newest day has them: imports first, then what was entered. */
function cellsOf(lines: readonly GapLine[]): Cell[] {
  const cells = new Map<string, { group: string; band: string } & Record<Measure, number | null>>();
  for (const line of lines) {
    const { group, band } = line;
    const key = `${group}\t${band}`;
    const cell = cells.get(key) ?? { group, band, required: null, funded: null, inPost: null };
    for (const measure of ['required', 'funded', 'inPost'] as const)
      if (line[measure] !== null) cell[measure] = (cell[measure] ?? 0) + line[measure];
    cells.set(key, cell);
  }
  const known = new Set([...cells.values()].filter(({ inPost }) => inPost !== null).map(({ group }) => group));
  return [...cells]
    .filter(([, { group }]) => known.has(group))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, cell]) => ({ ...cell, inPost: cell.inPost ?? 0 }));
}

/** Share of a group that is away for long; those beside the numbers are reckoned apart. Null where no status is given. */
function awayOf(lines: readonly GapLine[], group: string, statusKnown: boolean): Rate | null {
  const own = lines.filter((line) => line.group === group);
  const inPost = own.reduce((sum, line) => sum + (line.inPost ?? 0), 0);
  const away = own.reduce((sum, line) => {
    const { supernumerary: _, ...reasons } = line.away;
    return Object.values(reasons).reduce((total, some) => total + some, sum);
  }, 0);
  return statusKnown && inPost > 0 ? { numerator: away, denominator: inPost } : null;
}

function remarksOn(known: {
  staff: InPostAnswer | undefined;
  ledger: LedgerAnswer | undefined;
  lines: readonly StoredLine[];
  leavers: number;
}): Remark[] {
  const remarks: Remark[] = [];
  const say = (code: string, message: string) => remarks.push({ code, message });
  if (!known.staff)
    say(
      'staff_list_missing',
      'No staff list was imported: in post is as entered, and the rate of leavers is not known.',
    );
  if (known.staff && known.leavers === 0)
    say(
      'leavers_missing',
      'No leavers were imported: nobody leaves unless you set a rate. Import the list of leavers.',
    );
  if (!known.ledger && known.lines.every(({ funded }) => funded === null))
    say('funded_missing', 'Funded posts are not known. Import the ledger, or enter them in the establishment.');
  if (known.lines.every(({ required }) => required === null))
    say(
      'required_missing',
      'What is required is not known. Enter it in the establishment, or as a new report in a scenario.',
    );
  return remarks;
}
