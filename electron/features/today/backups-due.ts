import type { TodayDue, TodayItem } from '#contract';
import { backupsIn } from '../../backups/own-folder.ts';
import type { Context } from '../../context.ts';
import { addDays } from '../../core/dates.ts';
import { itemsOf } from './calculations.ts';

/** A store that is used is copied every day; after so many days without one somebody has to look. */
const OLDEST_DAYS = 7;

/** How the backups stand, and what is due of them. */
export async function dueOfBackups({ backups, today }: Context): Promise<{
  readonly stand: TodayDue['backups'];
  readonly items: TodayItem[];
}> {
  const newest = (await backupsIn(backups.folder)).find(({ header }) => header !== null)?.header?.madeAt ?? null;
  const on = today();
  const { problem } = backups;
  const due = newest === null ? on : addDays(newest.slice(0, 10), OLDEST_DAYS);
  const isDue = problem !== null || due <= on;
  const items = itemsOf(
    'backups',
    on,
  )(
    isDue
      ? [
          {
            key: 'backup',
            what: newest === null ? 'No backup has been made yet' : 'Make a backup',
            detail: problem ?? 'all trusts, the whole store',
            due: due < on ? due : on,
            button: 'Make a backup now',
            onTheSpot: 'backup',
          },
        ]
      : [],
  );
  return { stand: { madeAt: newest, problem, hasSecond: backups.settings.second !== null }, items };
}
