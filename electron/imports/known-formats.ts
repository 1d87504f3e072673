import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { localKey } from '../features/assurance/counted.ts';
import { localFlagsOf } from '../features/assurance/repository.ts';
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

/** The formats as a trust reads its files: its own red flags are counted too, in rows and under headings of their own. */
export function formatsOfTrust(
  context: Pick<Context, 'database' | 'resourcesFolder'>,
  trustId: number,
): ReadonlyMap<string, ImportFormat> {
  const formats = formatsOf(context);
  const counts = formats.get('monthly_counts');
  const flags = localFlagsOf(context.database, trustId);
  if (counts === undefined || flags.length === 0) return formats;
  const own = Object.fromEntries(flags.map(({ id, name }) => [localKey(id), { title: name, words: [] as string[] }]));
  // What is published comes after: of two meanings of a word it is the one that counts.
  const words = { ...counts.words, indicator: { ...own, ...counts.words['indicator'] } };
  return new Map(formats).set(counts.kind, { ...counts, words });
}
