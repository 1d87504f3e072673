import type { ActionCells, ActionField, RetentionAction } from '#contract';
import { dateInWords, isDate } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import { recordChange } from '../../database/history.ts';
import { cellAsText, titleOf } from './calculations/living.ts';
import { fieldNames } from './calculations/versions.ts';
import { dropActionEdits, putActionEdit, updateAction } from './plan-repository.ts';

/** Whose change it is, and when. */
export interface By {
  readonly trustId: number;
  readonly at: string;
}

/** Id of an action entered by hand; undefined for an imported one. */
export function ownId(key: string): number | undefined {
  const parts = /^own:(\d+)$/.exec(key);
  return parts ? Number(parts[1]) : undefined;
}

type Change = [ActionField, ActionCells[ActionField]];

/** The cells that say something new. */
export function changedCells(action: RetentionAction, cells: Partial<ActionCells>): Change[] {
  return (Object.entries(cells) as [ActionField, ActionCells[ActionField] | undefined][]).flatMap(
    ([field, value]): Change[] =>
      value === undefined || cellAsText(action[field]) === cellAsText(value) ? [] : [[field, value]],
  );
}

/** Changes cells of an action as one named change; null where they say what it says already. */
export function changeAction(
  database: Database,
  by: By,
  action: RetentionAction,
  cells: Partial<ActionCells>,
  nameOf: (field: ActionField, value: string) => string,
): string | null {
  const changes = changedCells(action, cells);
  if (changes.length === 0) return null;
  const said = changes.map(
    ([field, value]) => `${fieldNames[field]} ${inWords(nameOf(field, cellAsText(value) ?? 'none'))}`,
  );
  const label = `${titleOf(action)}: ${said.slice(0, 3).join(', ')}${said.length > 3 ? ' and more' : ''}`;
  recordChange(database, { trustId: by.trustId, label, at: by.at }, () =>
    writeCells(database, by.trustId, action, changes),
  );
  return label;
}

const inWords = (value: string) =>
  isDate(value) ? dateInWords(value) : value.length > 50 ? `${value.slice(0, 47)}…` : value;

/** Of an imported action only what differs from the file is kept. To be called within a recorded change. */
export function writeCells(
  database: Database,
  trustId: number,
  action: RetentionAction,
  changes: readonly Change[],
): void {
  const id = ownId(action.key);
  if (id !== undefined) {
    updateAction(database, id, Object.fromEntries(changes) as Partial<ActionCells>);
    return;
  }
  for (const [field, value] of changes) {
    const kept = action.edited.find((edit) => edit.field === field);
    const file = kept ? kept.file : cellAsText(action[field]);
    const text = cellAsText(value);
    if (text === file) dropActionEdits(database, trustId, action.key, field);
    else putActionEdit(database, trustId, action.key, field, text);
  }
}
