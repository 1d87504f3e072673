import type { Remark } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import { describeTrust, nameKey, type TrustRow } from '../organisation/repository.ts';
import { besideOn } from '../preceptorship/beside-service.ts';
import { absencesOf, censuses } from '../staff/repository.ts';
import { answerInPost, type InPostAnswer } from '../staff/service.ts';
import { awayReasons } from './calculations/away.ts';
import { type CostCentreUnit, costCentreUnits, type UnitOfGap } from './calculations/cost-centre-units.ts';
import type { Coverage } from './calculations/gap.ts';
import { ownCostCentres } from './cost-centre-repository.ts';
import { linesOfDay } from './earlier-requirements.ts';
import { type Cover, coverOf } from './gap-cover.ts';
import { coverParts, handParts, ledgerParts, type SourcedPart, staffParts } from './gap-parts.ts';
import { ledgerDays } from './ledger-repository.ts';
import { answerLedger, type LedgerAnswer } from './ledger-service.ts';
import { listLines, type StoredLine } from './repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

export interface GapAnswer {
  readonly on: string;
  readonly days: readonly string[];
  readonly ledger: LedgerAnswer | undefined;
  readonly staff: InPostAnswer | undefined;
  readonly cover: Cover | null;
  readonly parts: readonly SourcedPart[];
  readonly coverage: Coverage;
  readonly lines: readonly StoredLine[];
  /** Units in the trust's order, then those that only lists name. */
  readonly units: readonly UnitOfGap[];
  readonly costCentres: readonly CostCentreUnit[];
  readonly otherSources: readonly { readonly of: 'absence' | 'preceptees'; readonly source: SourceBatch }[];
  readonly remarks: readonly Remark[];
}

/** The days of a trust's staff lists and ledgers, the newest first. */
export function gapDays(
  database: World['database'],
  trust: TrustRow,
  lists: readonly string[] = censuses(database, trust.id),
): string[] {
  return [...new Set([...lists, ...ledgerDays(database, trust.id)])].sort().reverse();
}

/** Everything that the gap of a day is made of: what is in force by then. Without a day the newest ledger's or staff list's. */
export function answerGap(world: World, trust: TrustRow, asked?: string): GapAnswer {
  const { database, reference } = world;
  const lists = censuses(database, trust.id);
  const days = gapDays(database, trust, lists);
  const on = asked ?? days[0] ?? world.today();
  const ledger = answerLedger(world, trust, on);
  const staff = ledger ? ledger.staff : lists.some((day) => day <= on) ? answerInPost(world, trust, on) : undefined;
  const { units: own } = describeTrust(database, trust);
  const named = unitsByName(own);
  const given = ownCostCentres(database, trust.id);
  const ownUnits = Object.entries(given).flatMap(([costCentre, id]): [string, UnitOfGap][] => {
    const unit = own.find((each) => each.id === id);
    return unit ? [[costCentre, named(unit.name)]] : [];
  });
  const inPost = staff?.figures.assignments.map(({ entry }) => ({ ...entry, wte: entry.fte })) ?? [];
  const isKnown = (name: string) => {
    const key = nameKey(name);
    return own.some((unit) => nameKey(unit.name) === key) || inPost.some(({ unit }) => nameKey(unit ?? '') === key);
  };
  const costCentres = costCentreUnits(ledger?.lines ?? [], inPost, new Map(ownUnits), named, isKnown);
  const day = staff?.census ?? on;
  const preceptees = besideOn(world, trust, day);
  const absences = absencesOf(database, trust.id, { first: day, last: day });
  const cover = coverOf(database, trust.id, on, reference.gap.weeklyHours);
  const today = listLines(database, trust.id);
  const isPast = days[0] !== undefined && on < days[0];
  const { lines, earlier, later } = isPast
    ? linesOfDay(database, trust.id, today, on)
    : { lines: today, earlier: 0, later: 0 };
  const { staffGroups, unmapped } = reference.organisation;
  const told = staffGroups.map(({ inPostKey }) => inPostKey);
  const parts = [
    ...handParts(lines, named),
    ...(ledger ? ledgerParts(ledger, costCentres, named) : []),
    ...(staff
      ? staffParts(
          staff,
          named,
          awayReasons(absences, new Set(preceptees.flatMap(({ person }) => person ?? [])), { ...reference.gap, day }),
        )
      : []),
    ...(cover ? coverParts(cover, named) : []),
  ];
  const seen = new Set(parts.map(({ unit }) => unit));
  return {
    on,
    days,
    ledger,
    staff,
    cover,
    parts,
    coverage: {
      funded: new Set(ledger?.figures.fundedByGroup.keys() ?? []),
      inPost: new Set(staff ? [...told, unmapped.key] : []),
      minutesOfWte: cover?.minutesOfWte ?? null,
    },
    lines,
    units: named.all().filter(({ key }) => seen.has(key)),
    costCentres: [...costCentres.values()],
    otherSources: otherSources(database, trust, [...absences, ...preceptees]),
    remarks: [...(ledger?.remarks ?? []), ...remarksOf(on, ledger, staff, cover), ...ofRequirement(on, earlier, later)],
  };
}

/** Units by their names, whatever the spelling; one that the trust has not is added as the list spells it. */
function unitsByName(own: readonly { readonly id: number; readonly name: string }[]) {
  const units = new Map<string, UnitOfGap>();
  for (const { id, name } of own) units.set(nameKey(name), { key: nameKey(name), id, name });
  const find = (name: string | null): UnitOfGap => {
    const key = nameKey(name ?? '');
    const unit = units.get(key) ?? { key, id: null, name: key === '' ? 'No unit stated' : (name ?? '') };
    units.set(key, unit);
    return unit;
  };
  return Object.assign(find, { all: () => [...units.values()] });
}

function otherSources(
  database: Context['database'],
  trust: TrustRow,
  rows: readonly { readonly batchId: number | null }[],
): GapAnswer['otherSources'] {
  const used = new Set(rows.map(({ batchId }) => batchId));
  const of = (kind: string, as: 'absence' | 'preceptees') =>
    sourceBatches(database, trust.id, kind, null)
      .filter(({ id }) => used.has(id))
      .map((source) => ({ of: as, source }));
  return [...of('absence', 'absence'), ...of('preceptees', 'preceptees')];
}

function ofRequirement(on: string, earlier: number, later: number): Remark[] {
  const remarks: Remark[] = [];
  const day = dateInWords(on);
  const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
  if (earlier > 0)
    remarks.push({
      code: 'requirement_of_day',
      message: `Required is as it stood on ${day}: of ${lines(earlier)} it has changed since.`,
    });
  if (later > 0)
    remarks.push({
      code: 'requirement_later',
      message: `Of ${lines(later)} the requirement is of a later date than ${day}; none of before was entered.`,
    });
  return remarks;
}

function remarksOf(
  on: string,
  ledger: LedgerAnswer | undefined,
  staff: InPostAnswer | undefined,
  cover: Cover | null,
): Remark[] {
  const remarks: Remark[] = [];
  const say = (code: string, message: string) => remarks.push({ code, message });
  if (ledger === undefined)
    say('ledger_missing', 'No ledger of this day or before: funded is what was entered by hand.');
  if (staff === undefined && ledger === undefined)
    say('staff_list_missing', 'No staff list of this day or before: in post is what was entered by hand.');
  if (staff && !staff.figures.statusKnown)
    say('status_unknown', 'The staff list gives no assignment status, so nobody is taken off as away.');
  if (cover && cover.days < 28)
    say(
      'cover_in_part',
      cover.days === 1
        ? `Bank and agency hours are of one day, ${dateInWords(cover.period.first)}, and are set against the WTE of that day.`
        : `Bank and agency hours are of ${cover.days} days, ${dateInWords(cover.period.first)} to ${dateInWords(cover.period.last)}, and are set against the WTE of those days.`,
    );
  if (cover === null) say('cover_missing', `No bank list and no roster of ${dateInWords(on).replace(/^\d+ /, '')}.`);
  return remarks;
}
