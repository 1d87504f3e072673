import type { ActionCells, ActionField, MeasureReading } from '#contract';
import { daysBetween } from '../../../core/dates.ts';
import type { ActionEntry } from '../entries.ts';
import { isClosed } from './statuses.ts';

const blank: ActionCells = {
  number: null,
  unit: null,
  references: [],
  theme: null,
  promise: null,
  issue: null,
  evidence: null,
  evidenceSource: null,
  baseline: null,
  baselineOn: null,
  action: null,
  owner: null,
  start: null,
  due: null,
  status: null,
  rag: null,
  cost: null,
  funding: null,
  equalityReference: null,
  measure: null,
  target: null,
  current: null,
  figure: null,
  confidence: null,
  nextReview: null,
  escalateTo: null,
  escalation: null,
  notes: null,
};

/** An action with nothing known but what is given. */
export const actionWith = (cells: Partial<ActionCells>): ActionCells => ({ ...blank, ...cells });

/** An imported action as the living plan has it: whoever is to know of it is the LMNS. */
export function cellsOfEntry(entry: ActionEntry): ActionCells {
  const { number, references, theme, action, owner, start, due, status, rag, escalated, measure } = entry;
  const { baseline, target, current, notes } = entry;
  const escalateTo = escalated ? 'lmns' : null;
  const same = { number, theme, action, owner, start, due, status, rag, measure, baseline, target, current, notes };
  return actionWith({ ...same, references: [...references], escalateTo });
}

/** An imported action with its key: what holds it across later plans. Two that share a number are held by their words. */
export function keyed<Row extends ActionEntry & { readonly batchId: number }>(rows: readonly Row[]): [string, Row][] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const number = row.number?.toLowerCase();
    const words = row.action?.toLowerCase();
    const keys = [
      number === undefined ? undefined : `no:${number}`,
      words === undefined ? undefined : `text:${words.slice(0, 200)}`,
      `row:${row.batchId}:${row.row}`,
    ];
    const key = keys.find((one) => one !== undefined && !taken.has(one)) ?? '';
    taken.add(key);
    return [key, row];
  });
}

const separator = ', ';

/** A cell as it is kept as text; a list without entries is nothing. */
export function cellAsText(value: ActionCells[ActionField]): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(separator);
  return value === null ? null : String(value);
}

function cellOfText(field: ActionField, text: string | null): ActionCells[ActionField] {
  if (field === 'references') return text === null ? [] : text.split(separator);
  return field === 'cost' && text !== null ? Number(text) : text;
}

/** An action with the cells that a person changed, each given as text. */
export function withEdits(cells: ActionCells, edits: ReadonlyMap<ActionField, string | null>): ActionCells {
  const changes = [...edits].map(([field, text]) => [field, cellOfText(field, text)] as const);
  return { ...cells, ...(Object.fromEntries(changes) as Partial<ActionCells>) };
}

export interface Standing {
  readonly closed: boolean;
  readonly overdueDays: number | null;
  readonly dueSoon: boolean;
  readonly unmeasured: 'no_measure' | 'no_value' | null;
  readonly reviewOverdue: boolean;
}

/**
 * How an action stands on a day. Open and without a measure is unmeasured: it names no figure that the planner works
 * out, and neither a measure nor a value of one; or it does, and no value was taken.
 */
export function standingOf(
  cells: ActionCells,
  readings: readonly Pick<MeasureReading, 'day'>[],
  today: string,
  dueSoonDays: number,
): Standing {
  const closed = isClosed(cells.status);
  const days = closed || cells.due === null ? null : daysBetween(today, cells.due);
  const hasValue = cells.figure !== null || cells.current !== null || readings.length > 0;
  const isNamed = cells.measure !== null || cells.baseline !== null || cells.target !== null;
  const missing = hasValue ? null : isNamed ? 'no_value' : 'no_measure';
  return {
    closed,
    overdueDays: days !== null && days < 0 ? -days : null,
    dueSoon: days !== null && days >= 0 && days <= dueSoonDays,
    unmeasured: closed ? null : missing,
    reviewOverdue: !closed && cells.nextReview !== null && cells.nextReview < today,
  };
}

/** An action as a person names it: "3 Named preceptor before start date". */
export function titleOf({ number, action }: Pick<ActionCells, 'number' | 'action'>): string {
  const words = action === null || action.length <= 70 ? action : `${action.slice(0, 67)}…`;
  return [number, words].filter(Boolean).join(' ') || 'Action without a name';
}
