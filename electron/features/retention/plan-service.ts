import type { ActionCells, RetentionAction } from '#contract';
import type { Context } from '../../context.ts';
import { lastBy } from '../../core/in-force.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { nameOfFigure } from './calculations/held-figures.ts';
import { cellAsText, cellsOfEntry, keyed, standingOf, withEdits } from './calculations/living.ts';
import { colours, statuses } from './calculations/statuses.ts';
import { actionEdits, ownActions, readingsOf, reviewsOf } from './plan-repository.ts';
import { actionsAt, planDays, type StoredAction } from './repository.ts';
import { sharedTextsOf } from './shared-text-repository.ts';

export type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** The living plan as on a day, and where its imported actions were read. */
export interface LivingPlan {
  readonly planDay: string | null;
  readonly sources: readonly SourceBatch[];
  readonly actions: readonly RetentionAction[];
}

/**
 * The living plan: the actions of the newest imported plan by a day with what was changed by hand, those entered by hand,
 * and those of earlier plans that something was entered about and that the newest has no more.
 */
export function livingPlan({ database, reference, today }: World, trust: TrustRow, on = today()): LivingPlan {
  const days = planDays(database, trust.id);
  const planDay = lastBy(days, on) ?? null;
  const edits = actionEdits(database, trust.id);
  const readings = readingsOf(database, trust.id);
  const reviews = reviewsOf(database, trust.id);
  const batches = sourceBatches(database, trust.id, 'retention_plan', null);
  const placeOf = new Map(batches.map((batch) => [batch.id, batch]));
  const elements = new Map(reference.retention.elements.map(({ key, name }) => [key, name]));

  const describe = (
    key: string,
    cells: ActionCells,
    origin: Pick<RetentionAction, 'from' | 'edited' | 'gone'>,
  ): RetentionAction => {
    const ofAction = readings.get(key) ?? [];
    return {
      ...cells,
      key,
      themeName: cells.theme === null ? 'No element' : (elements.get(cells.theme) ?? cells.theme),
      statusName: cells.status === null ? 'No status' : (statuses[cells.status] ?? cells.status),
      ragName: cells.rag === null ? 'Not rated' : (colours[cells.rag] ?? cells.rag),
      figureName: cells.figure === null ? null : nameOfFigure(cells.figure, reference.retention),
      ...standingOf(cells, ofAction, on, reference.retention.dueSoonDays),
      readings: ofAction.map(({ id, day, value, note }) => ({ id, day, value, note })),
      reviews: (reviews.get(key) ?? []).map(({ id, day, reviewer, found, confidence }) => ({
        id,
        day,
        reviewer,
        found,
        confidence,
      })),
      ...origin,
    };
  };
  const imported = (key: string, row: StoredAction, gone: boolean): RetentionAction => {
    const file = cellsOfEntry(row);
    const ofAction = edits.get(key) ?? new Map<keyof ActionCells, string | null>();
    const { fileName = '', sheet = '' } = placeOf.get(row.batchId) ?? {};
    return describe(key, withEdits(file, ofAction), {
      from: { batch: row.batchId, fileName, sheet, row: row.row },
      edited: [...ofAction.keys()].map((field) => ({ field, file: cellAsText(file[field]) })),
      gone,
    });
  };

  const newest = planDay === null ? [] : keyed(actionsAt(database, trust.id, planDay));
  const found = new Set(newest.map(([key]) => key));
  const spokenOf = new Set(
    [
      ...edits.keys(),
      ...readings.keys(),
      ...reviews.keys(),
      ...sharedTextsOf(database, trust.id).map(({ actionKey }) => actionKey),
    ].filter((key) => !key.startsWith('own:')),
  );
  const gone: RetentionAction[] = [];
  for (const day of [...days].reverse()) {
    if (day === planDay || [...spokenOf].every((key) => found.has(key))) continue;
    for (const [key, row] of keyed(actionsAt(database, trust.id, day))) {
      if (!spokenOf.has(key) || found.has(key)) continue;
      found.add(key);
      gone.push(imported(key, row, true));
    }
  }
  const batchesOfPlan = new Set(newest.map(([, { batchId }]) => batchId));
  return {
    planDay,
    sources: batches.filter(({ id }) => batchesOfPlan.has(id)),
    actions: [
      ...newest.map(([key, row]) => imported(key, row, false)),
      ...ownActions(database, trust.id).map(({ id, ...cells }) =>
        describe(`own:${id}`, cells, { from: null, edited: [], gone: false }),
      ),
      ...gone,
    ],
  };
}
