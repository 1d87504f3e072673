import { join } from 'node:path';

/**
 * Where the wrapped key of an encrypted store lies: beside the data file, and a second copy among its backups. Without
 * either, the store and its backups are files that cannot be read.
 */
export const keyFiles = (dataFolder: string): readonly string[] => [
  join(dataFolder, 'store-key.json'),
  join(dataFolder, 'backups', 'store-key.json'),
];
