import { backupsIn } from '../backups/own-folder.ts';
import type { Context } from '../context.ts';

/** What erasing does not reach, in words that are true of this store as it is now. */
export async function beside({ backups, database: { sqlite } }: Context): Promise<string[]> {
  const kept = (await backupsIn(backups.folder)).length;
  const count = (table: string) => sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  const files = count('lmns_workbook_file') + count('received_file');
  return [
    'History: changes that knew this person can no longer be undone after erasing, and their names in it are replaced.',
    kept === 0
      ? 'Backups: there are none in the planner’s own folder. Copies elsewhere still hold what they held.'
      : `Backups: ${kept} in the planner’s own folder and every copy elsewhere still hold this person until they are removed. Restoring one brings the person back: erase again then. After erasing, make a backup and remove the older ones.`,
    ...(files > 0
      ? [
          `Files kept as they came: ${files}, such as workbooks of the LMNS. They are not searched; look into them by hand.`,
        ]
      : []),
    'Notes of others: searched for the number and the whole name, in either order. Where they call the person otherwise, such as by the first name alone, look into them by hand.',
    'Audit: entries stay. They hold no name and no number, only a mark worked out from the number.',
    'Other systems: ESR, the roster system and files that were saved or sent from here are not reached. An import of an older file brings the person back.',
  ];
}
