import type { TodayArea } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { changesSince, lastChanges } from '../../database/history.ts';
import { isOn } from '../../policy/is-on.ts';
import { describeBatches, listBatches } from '../../imports/batches.ts';
import { formatsOf } from '../../imports/known-formats.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { requireTrust } from '../organisation/trust.ts';
import { dueOfBackups } from './backups-due.ts';
import { byPressing } from './calculations.ts';
import { dueOfPreceptorship, dueOfRetention, dueOfReturns, dueOfVacancies } from './due-service.ts';
import { chooseFigures, chosenFigures, figuresShown, noteVisit, readVisits } from './figure-service.ts';
import { toBringIn } from './to-bring-in.ts';
import { dueOfTraining } from './training-due.ts';

const on = implementation.today;

/** So many changes and imports are listed; their own screens have all. */
const MOST_CHANGES = 50;

/** What is due in each part of the trust; a part that the PC's policy switches off is left out. */
const areas = [
  ['preceptorship', dueOfPreceptorship],
  ['retention', dueOfRetention],
  ['training', dueOfTraining],
  ['vacancies', dueOfVacancies],
  ['returns', dueOfReturns],
] as const;

function isEmpty({ database }: Context, trust: TrustRow): boolean {
  return (
    listBatches(database, trust.id).length === 0 && lastChanges(database, trust.id, 1).length === 0 && !trust.isSample
  );
}

export const todayHandlers = on.router({
  due: on.due.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const backups = await dueOfBackups(context);
    const items = byPressing([
      ...areas.flatMap(([part, dueOf]) => (isOn(context, part) ? dueOf(context, trust) : [])),
      // A new trust has nothing to lose yet.
      ...(isEmpty(context, trust) ? [] : backups.items),
    ]);
    const there = [...new Set(items.map(({ area }) => area))];
    const count = (area: TodayArea) => items.filter((one) => one.area === area).length;
    return {
      on: context.today(),
      items,
      counts: there.map((area) => ({ area, items: count(area) })),
      backups: backups.stand,
      isEmpty: isEmpty(context, trust),
      toBringIn: toBringIn(context, trust, items.length > 0),
    };
  }),

  figures: on.figures.handler(({ input, context }) =>
    figuresShown(context, requireTrust(context.database, input.trust), input.from),
  ),

  chosenFigures: on.chosenFigures.handler(({ input, context }) =>
    chosenFigures(context, requireTrust(context.database, input.trust)),
  ),

  chooseFigures: on.chooseFigures.handler(({ input, context }) => {
    chooseFigures(context, requireTrust(context.database, input.trust), input.keys);
    return null;
  }),

  visit: on.visit.handler(async ({ input, context }) => {
    await noteVisit(context, requireTrust(context.database, input.trust));
    return null;
  }),

  changes: on.changes.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const since = readVisits(context, trust)?.before?.at ?? null;
    const isNew = (at: string | null) => since !== null && at !== null && at > since;
    const batches = (isOn(context, 'imports') ? listBatches(database, trust.id) : []).filter(
      ({ committedAt, undoneAt }) => isNew(committedAt) || isNew(undoneAt),
    );
    const edits =
      since !== null && isOn(context, 'history')
        ? changesSince(database, trust.id, since, MOST_CHANGES)
        : { all: 0, newest: [] };
    return {
      since,
      imports: describeBatches(database, batches.slice(0, MOST_CHANGES), formatsOf(context)),
      edits: edits.newest,
      inAll: { imports: batches.length, edits: edits.all },
    };
  }),
});
