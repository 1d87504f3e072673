import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { type ImportFormat, loadFormats } from './formats.ts';
import { isKind } from './kinds.ts';

const known = new WeakMap<Database, ReadonlyMap<string, ImportFormat>>();

/** The formats of the kinds that can be imported, by kind; read once for an open store. */
export function formatsOf({
  database,
  resourcesFolder,
}: Pick<Context, 'database' | 'resourcesFolder'>): ReadonlyMap<string, ImportFormat> {
  const read = known.get(database);
  if (read) return read;
  const all = loadFormats(join(resourcesFolder, 'import-formats'));
  const formats = new Map([...all].filter(([kind]) => isKind(kind)));
  known.set(database, formats);
  return formats;
}
