import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/** Why backups cannot be copied to that folder, as a sentence; null where they can. */
export function whyNotThere(folder: string, dataFolder: string): string | null {
  if (!isAbsolute(folder)) return 'Enter the whole path of the folder, from the drive or share on.';
  const info = statSync(folder, { throwIfNoEntry: false });
  if (info === undefined) return `There is no folder ${folder}. Make it first, or choose another.`;
  if (!info.isDirectory()) return `${folder} is a file. Choose a folder.`;
  const below = relative(resolve(dataFolder), resolve(folder));
  if (below === '' || !(below.startsWith('..') || isAbsolute(below)))
    return 'That is inside the planner’s own data folder: what harms one would harm both. Choose another disk or share.';
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return `You may not write to ${folder}. Choose another, or ask IT for the right to write there.`;
  }
}
