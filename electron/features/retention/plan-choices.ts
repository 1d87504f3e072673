import type { ActionCells, ActionField } from '#contract';
import type { Context } from '../../context.ts';
import { heldFigureOf, nameOfFigure } from './calculations/held-figures.ts';
import { colours, statuses } from './calculations/statuses.ts';

type Reference = Context['reference'];
const named = (some: readonly { readonly key: string; readonly name: string }[]) =>
  new Map(some.map(({ key, name }) => [key, name]));

/** What may be chosen in the fields that take a code, with its names. */
function choicesOf({ retention }: Reference) {
  return new Map<ActionField, ReadonlyMap<string, string>>([
    ['theme', named(retention.elements)],
    ['promise', named(retention.promise)],
    ['evidenceSource', named(retention.evidenceSources)],
    ['confidence', named(retention.confidenceLevels)],
    ['status', new Map(Object.entries(statuses))],
    ['rag', new Map(Object.entries(colours))],
  ]);
}

const fieldTitles: Partial<Record<ActionField, string>> = {
  theme: 'element of retention',
  promise: 'element of the People Promise',
  evidenceSource: 'source of evidence',
  rag: 'colour',
};

/** In words the first choice that there is not; a word that the file brought may stay. Undefined where all are sound. */
export function strangeChoice(
  reference: Reference,
  cells: Partial<ActionCells>,
  before?: ActionCells,
): string | undefined {
  const choices = choicesOf(reference);
  for (const [field, value] of Object.entries(cells) as [ActionField, ActionCells[ActionField]][]) {
    const known = choices.get(field);
    if (known === undefined || value === null || value === before?.[field] || known.has(String(value))) continue;
    return `“${String(value)}” is no ${fieldTitles[field] ?? field} that there is. Choose one from the list. Nothing was changed.`;
  }
  if (cells.figure && cells.figure !== before?.figure && heldFigureOf(cells.figure) === undefined)
    return `The planner works out no figure “${cells.figure}”. Choose one from the list. Nothing was changed.`;
  const lines = cells.references?.filter((line) => !before?.references.includes(line)) ?? [];
  const strange = lines.find((line) => reference.plan.byReference.get(line)?.theme !== 2);
  return (
    strange && `Theme 2 of the delivery plan has no line ${strange}. Choose lines from the list. Nothing was changed.`
  );
}

/** What a value of a field is called. */
export function nameOfValue(reference: Reference): (field: ActionField, value: string) => string {
  const choices = choicesOf(reference);
  return (field, value) =>
    field === 'figure' ? nameOfFigure(value, reference.retention) : (choices.get(field)?.get(value) ?? value);
}

/** In words what is wrong with the dates of an action; undefined where nothing is. */
export function wrongDates({
  start,
  due,
}: Pick<ActionCells, 'start' | 'due'>): { readonly field: 'due'; readonly why: string } | undefined {
  if (start !== null && due !== null && due < start) return { field: 'due', why: 'It cannot be due before it starts.' };
  return undefined;
}
