import type {
  EnteredEvent,
  PrecepteeCells,
  PrecepteeEvent,
  PrecepteeField,
} from '../../../contract/preceptorship-shapes.ts';
import type { PreceptorshipProgramme } from '../../../contract/preceptorship-rules.ts';
import type { PrecepteeEntry } from '../entries.ts';
import type { Course, StepAnswer } from './course.ts';
import type { DatedMinutes, LoggedMinutes } from './hours.ts';
import type { WteFrom } from './owed.ts';
import { mergedPauses, type Pause } from './pauses.ts';

/** A meeting or step as it was entered by hand. */
export interface MeetingRow {
  readonly id: number;
  readonly step: string | null;
  readonly planned: string | null;
  readonly held: string | null;
  readonly who: string | null;
  readonly outcome: string | null;
  readonly agreedActions: string | null;
  readonly next: string | null;
}

/** Everything that was entered by hand of one preceptee. */
export interface HandRecord {
  readonly meetings: readonly MeetingRow[];
  readonly answers: Readonly<Record<string, StepAnswer | undefined>>;
  readonly told: readonly {
    readonly step: string;
    readonly level: string;
    readonly on: string;
    readonly note: string | null;
  }[];
  readonly events: readonly PrecepteeEvent[];
  readonly hours: readonly (DatedMinutes & {
    readonly id: number;
    readonly entered: string;
    readonly purpose: string | null;
    readonly note: string | null;
  })[];
}

export const nothingByHand: HandRecord = { meetings: [], answers: {}, told: [], events: [], hours: [] };

/** A preceptee with all that is known: the log's row, what was changed in it, and what was recorded. */
export interface Living {
  readonly key: string;
  readonly person: string | null;
  readonly cells: PrecepteeCells;
  /** What the newest log with this person says; null where none has it. */
  readonly file: { readonly cells: PrecepteeCells; readonly entry: PrecepteeEntry; readonly batchId: number } | null;
  readonly own: boolean;
  readonly edited: readonly PrecepteeField[];
  readonly programme: PreceptorshipProgramme;
  readonly hand: HandRecord;
  readonly shifts: readonly DatedMinutes[];
  readonly logged: LoggedMinutes | null;
  readonly course: Course;
  readonly contract: readonly WteFrom[];
  /** By a list of leavers, where nothing was recorded by hand. */
  readonly leftByList: { readonly on: string; readonly reason: string | null } | null;
}

/** The cells of a log's row as the planner names them; a log knows neither programme nor cohort. */
export function cellsOfEntry(entry: PrecepteeEntry): PrecepteeCells {
  const { name, unit, start, wte, preceptor, preceptorNamedOn, pauseStart, pauseEnd, pauseReason } = entry;
  const { extendedTo, extensionReason, signedOff, notes, pinDate } = entry;
  const pauses = { pauseStart, pauseEnd, pauseReason };
  const rest = { extendedTo, extensionReason, signedOff, notes };
  return {
    name,
    programme: null,
    cohort: null,
    unit,
    start,
    registered: pinDate,
    wte,
    preceptor,
    preceptorNamedOn,
    ...pauses,
    ...rest,
  };
}

/** A cell as it is kept beside a file's, and back. */
export const cellAsText = (value: string | number | null) => (value === null ? null : String(value));

export function withEdits(cells: PrecepteeCells, edits: ReadonlyMap<string, string | null>): PrecepteeCells {
  const changed = [...edits].map(([field, value]) => [
    field,
    field === 'wte' && value !== null ? Number(value) : value,
  ]);
  return { ...cells, ...Object.fromEntries(changed) };
}

export function loggedOf({ day, ...entry }: PrecepteeEntry): LoggedMinutes {
  return {
    day,
    orientation: entry.orientationMinutes,
    supernumerary: entry.supernumeraryMinutes,
    protected_preceptee: entry.protectedMinutesPreceptee,
    protected_preceptor: entry.protectedMinutesPreceptor,
  };
}

type PauseCells = Pick<PrecepteeCells, 'pauseStart' | 'pauseEnd'>;

const byFrom = (one: { readonly from: string }, other: { readonly from: string }) =>
  one.from < other.from ? -1 : one.from > other.from ? 1 : 0;

/**
 * The way through the programme, from cells, events and meetings. Of sign-offs and extensions what was recorded counts
 * before what the log says; of preceptors the first one's day is when one was named.
 */
export function courseOf(
  cells: PrecepteeCells,
  { meetings, answers, events }: Pick<HandRecord, 'meetings' | 'answers' | 'events'>,
  fileMeetings: PrecepteeEntry['meetings'],
  leftByList: string | null,
): Course {
  const of = <Kind extends PrecepteeEvent['kind']>(kind: Kind) =>
    events.filter((event): event is Extract<PrecepteeEvent, { kind: Kind }> => event.kind === kind).sort(byFrom);
  const extension = of('extension').pop();
  const { start, registered, pauseStart, extendedTo } = cells;
  const named = of('preceptor');
  const held: Record<string, string | undefined> = { ...fileMeetings };
  const planned: Record<string, string> = {};
  for (const one of meetings) {
    if (one.step !== null && one.held !== null) held[one.step] = one.held;
    else if (one.step !== null && one.planned !== null) planned[one.step] = one.planned;
  }
  // What was recorded after the extension, and begins after it was agreed, nobody knew of then.
  const isLater = ({ id, from }: PrecepteeEvent) =>
    extension ? id > extension.id && from > extension.from : from > (pauseStart ?? start);
  const until = extension ? extension.until : extendedTo;
  return {
    start,
    registered,
    pauses: pausesOf(cells, events),
    extension: until === null ? null : { until, movedBy: mergedPauses(of('pause').filter(isLater)) },
    completed: of('completed').pop()?.from ?? cells.signedOff,
    left: of('left').pop()?.from ?? leftByList,
    preceptor: cells.preceptor ?? named[0]?.preceptor ?? null,
    preceptorLeft: null,
    preceptorNamedOn: cells.preceptor === null ? (named[0]?.from ?? null) : cells.preceptorNamedOn,
    held,
    planned,
    answers,
  };
}

/** All pauses: that of the cells, and those that were recorded. */
export function pausesOf(cells: PauseCells, events: readonly EnteredEvent[]): Pause[] {
  const pauses = events.filter((event) => event.kind === 'pause').sort(byFrom);
  return mergedPauses([...loggedPause(cells, pauses), ...pauses]);
}

/** The pause of the cells. One without a day of return goes to the next that was recorded, which knows better. */
function loggedPause({ pauseStart, pauseEnd }: PauseCells, recorded: readonly Pause[]): Pause[] {
  if (pauseStart === null) return [];
  const next = recorded.find(({ from }) => from >= pauseStart);
  return [{ from: pauseStart, until: pauseEnd ?? next?.from ?? null }];
}

/** The contract over time: that of the cells from the start on, then each change. */
export function contractOf(cells: PrecepteeCells, events: readonly PrecepteeEvent[]): WteFrom[] {
  const changes = events.flatMap((event) => (event.kind === 'wte' ? [{ from: event.from, wte: event.wte }] : []));
  return [{ from: cells.start, wte: cells.wte }, ...changes.sort(byFrom)];
}

/** WTE on a day; that of the start before it. */
export function wteOn(contract: readonly WteFrom[], day: string): number | null {
  return (contract.filter(({ from }) => from <= day).pop() ?? contract[0])?.wte ?? null;
}

/** The preceptor on a day: the last one named by then, else the log's. */
export function preceptorOn(cells: PrecepteeCells, events: readonly PrecepteeEvent[], day: string): string | null {
  const named = events
    .flatMap((event) => (event.kind === 'preceptor' && event.from <= day ? [event] : []))
    .sort(byFrom);
  const last = named.pop();
  return last === undefined ? cells.preceptor : last.preceptor;
}

/** The unit on a day: that of a rotation that runs, else of the last move by then, else the cells'. */
export function unitOn(cells: PrecepteeCells, events: readonly PrecepteeEvent[], day: string): string | null {
  const places = events.flatMap((event) =>
    (event.kind === 'unit' || event.kind === 'rotation') && event.from <= day ? [event] : [],
  );
  const rotation = places.filter(({ kind, until }) => kind === 'rotation' && (until === null || until >= day));
  const moves = places.filter(({ kind }) => kind === 'unit');
  return (rotation.sort(byFrom).pop() ?? moves.sort(byFrom).pop())?.unit ?? cells.unit;
}
