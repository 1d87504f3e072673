import type { PrecepteeCells, PrecepteeField } from '#contract';
import type { Context } from '../../context.ts';
import { groupedBy } from '../../core/grouped.ts';
import { keeper } from '../../database/kept.ts';
import { describeTrust, nameKey, type TrustRow } from '../organisation/repository.ts';
import type { DatedMinutes } from './calculations/hours.ts';
import { assess } from './calculations/assess.ts';
import { happened, withoutPreceptor } from './calculations/course.ts';
import {
  cellsOfEntry,
  contractOf,
  courseOf,
  type HandRecord,
  type Living,
  loggedOf,
  nothingByHand,
  preceptorOn,
  withEdits,
} from './calculations/living.ts';
import {
  editsByKey,
  handRecords,
  leavings,
  newestEntries,
  type OwnPreceptee,
  ownPreceptees,
  supernumeraryShifts,
} from './living-repository.ts';
import { keyOfName } from './calculations/preceptors.ts';
import { isSameTime, timeOf } from './calculations/times.ts';
import { preceptorsOf } from './preceptor-repository.ts';
import { programmesOf, usualProgramme } from './programmes.ts';
import type { StoredPreceptee } from './repository.ts';
import { type Preceptee, workedOut } from './worked-out.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** The preceptees of a trust as they stand today, and whose records no log has any more. */
export interface LivingAnswer {
  readonly preceptees: readonly Preceptee[];
  readonly withoutLog: readonly { readonly key: string; readonly records: number }[];
}

/**
 * Everybody on a log, by the newest one that has them, with what was changed and recorded by hand; then those entered by
 * hand. Somebody of both, by the employee number, is one, and what stands in the entry by hand wins.
 */
export function livingPreceptees(world: World, trust: TrustRow): LivingAnswer {
  const { database, reference, today } = world;
  return kept(database, `${trust.id} ${today()}`, () => readPreceptees(world, trust), reference);
}

/** The last answers: screens ask for them one after the other. */
const kept = keeper(8);

function readPreceptees(world: World, trust: TrustRow): LivingAnswer {
  const { database, today } = world;
  const build = builder(world, trust);
  const edits = editsByKey(database, trust.id);
  const hand = handRecords(database, trust.id);
  const own = ownPreceptees(database, trust.id);
  const ownOf = groupedBy(
    own.filter(({ person }) => person !== null),
    ({ person }) => person,
  );
  const longest = world.reference.preceptorship.longestMonths;
  const entries = keyed(newestEntries(database, trust.id, longest));
  const merged = new Map<number, StoredPreceptee>();
  const known = new Set<string>();
  const make = (key: string, person: string | null, file: StoredPreceptee | null, row: OwnPreceptee | null) => {
    known.add(key);
    return build(key, person, file, row, edits.get(key) ?? new Map(), hand.get(key) ?? nothingByHand);
  };
  const logged: Living[] = [];
  for (const [key, entry] of entries) {
    const byHand = ownOf
      .get(entry.person)
      ?.find(
        (row) =>
          !merged.has(row.id) &&
          isSameTime({ start: row.start, ended: endedByHand(hand.get(`own:${row.id}`)) }, timeOf(entry), longest),
      );
    if (byHand !== undefined) merged.set(byHand.id, entry);
    else logged.push(make(key, entry.person, entry, null));
  }
  const all = [...logged, ...own.map((row) => make(`own:${row.id}`, row.person, merged.get(row.id) ?? null, row))];
  const isCommunity = communityUnits(database, trust);
  const day = today();
  return {
    preceptees: all.map((living) => workedOut(living, isOver(living, day), () => assess(living, day, isCommunity))),
    withoutLog: [...new Set([...edits.keys(), ...hand.keys()])]
      .filter((key) => !known.has(key))
      .map((key) => ({ key, records: countOf(hand.get(key)) + (edits.get(key)?.size ?? 0) })),
  };
}

const isOver = ({ course: { completed, left } }: Living, day: string) =>
  happened(completed, day) !== null || happened(left, day) !== null;

/** The first day on which somebody was signed off or gone, by events; null where none says so. */
const endedByHand = ({ events }: HandRecord = nothingByHand): string | null =>
  events.flatMap(({ kind, from }) => (kind === 'completed' || kind === 'left' ? [from] : [])).sort()[0] ?? null;

const countOf = (record: HandRecord = nothingByHand) =>
  record.meetings.length +
  record.events.length +
  record.hours.length +
  record.told.length +
  Object.keys(record.answers).length;

/** Rows with their keys: of a second time in a programme the start is part of the key. */
function keyed(rows: readonly StoredPreceptee[]): [string, StoredPreceptee][] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const key = row.person === null ? `name:${nameKey(row.name ?? '')}` : `person:${row.person}`;
    const free = [key, `${key}@${row.start}`].find((one) => !taken.has(one)) ?? `${key}@${row.start}#${row.row}`;
    taken.add(free);
    return [free, row];
  });
}

function builder({ database, reference, today }: World, trust: TrustRow) {
  const day = today();
  const gone = new Map(
    preceptorsOf(database, trust.id).flatMap(({ name, until }) =>
      until !== null && until < day ? [[keyOfName(name), until] as const] : [],
    ),
  );
  const programmes = programmesOf(reference);
  const usual = usualProgramme(database, trust.id);
  const left = leavings(database, trust.id);
  const shifts = new Map<string, DatedMinutes[]>();
  for (const { person, day: on, minutes } of supernumeraryShifts(database, trust.id)) {
    const own = shifts.get(person) ?? [];
    own.push({ kind: 'supernumerary', day: on, minutes, entered: null });
    shifts.set(person, own);
  }
  return (
    key: string,
    person: string | null,
    file: StoredPreceptee | null,
    own: OwnPreceptee | null,
    edits: ReadonlyMap<string, string | null>,
    hand: HandRecord,
  ): Living => {
    const fromFile = file === null ? null : cellsOfEntry(file);
    const base = own === null ? fromFile : { ...(fromFile ?? blankCells), ...ownCells(own, fromFile) };
    const cells = withEdits(base ?? blankCells, edits);
    const edited = fromFile === null ? [] : fields.filter((field) => cells[field] !== fromFile[field]);
    const listed = person === null ? undefined : left.get(person);
    const leaving = listed !== undefined && listed.on > cells.start ? listed : null;
    return {
      key,
      person,
      cells,
      file: file === null || fromFile === null ? null : { cells: fromFile, entry: file, batchId: file.batchId },
      own: own !== null,
      edited,
      programme: programmes.find(cells.programme ?? usual, cells.start),
      hand,
      shifts: person === null ? [] : (shifts.get(person) ?? []),
      logged: file === null ? null : loggedOf(file),
      course: withoutPreceptor(
        courseOf(cells, hand, file?.meetings ?? {}, leaving?.on ?? null),
        gone.get(keyOfName(preceptorOn(cells, hand.events, day) ?? '')),
      ),
      contract: contractOf(cells, hand.events),
      leftByList: hand.events.some(({ kind }) => kind === 'left') ? null : leaving,
    };
  };
}

/** Of somebody nothing is known of yet. */
export const blankCells: PrecepteeCells = {
  name: null,
  programme: null,
  cohort: null,
  unit: null,
  start: '0001-01-01',
  registered: null,
  wte: null,
  preceptor: null,
  preceptorNamedOn: null,
  pauseStart: null,
  pauseEnd: null,
  pauseReason: null,
  extendedTo: null,
  extensionReason: null,
  signedOff: null,
  notes: null,
};
const fields = Object.keys(blankCells) as PrecepteeField[];

/** The cells of an entry by hand; what it leaves open a log may say. */
function ownCells(own: OwnPreceptee, file: PrecepteeCells | null): Partial<PrecepteeCells> {
  const { id: _id, person: _person, ...cells } = own;
  return {
    ...cells,
    unit: cells.unit ?? file?.unit ?? null,
    registered: cells.registered ?? file?.registered ?? null,
    wte: cells.wte ?? file?.wte ?? null,
    notes: cells.notes ?? file?.notes ?? null,
  };
}

/** Tells units outside the hospital by the trust's own kinds of units, and by the name where the kind says nothing. */
export function communityUnits(database: Context['database'], trust: TrustRow): (unit: string) => boolean {
  const kinds = new Map(describeTrust(database, trust).units.map(({ name, kind }) => [nameKey(name), kind]));
  return (unit) => {
    const kind = kinds.get(nameKey(unit)) ?? 'other';
    return kind === 'community' || (kind === 'other' && /\bcommunity\b/iu.test(unit));
  };
}
