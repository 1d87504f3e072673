import { ORPCError } from '@orpc/server';
import type { Mapping } from '#contract';
import { type Context, implementation } from '../context.ts';
import { recordChange } from '../database/history.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { newestWith, readingOf } from './batches.ts';
import { countOfField } from './clean/count-field.ts';
import { courseOfField } from './clean/course-field.ts';
import { withCountFields } from './count-columns.ts';
import { withCourseFields } from './course-columns.ts';
import type { ImportFormat } from './formats.ts';
import { formatsOfTrust } from './known-formats.ts';
import { ownWords, stillMeant } from './mapping.ts';
import { isRefusal } from './refusal.ts';
import { changeMapping, findMapping, forgetMapping, listMappings, type MappingRow } from './remembered.ts';

const on = implementation.imports;

function shownMapping(context: Context, row: MappingRow) {
  const { id, kind, headings } = row;
  const known = formatsOfTrust(context, row.trustId).get(kind);
  const kept = JSON.parse(row.mapping) as Mapping;
  const mapping = { ...kept, ...(known && kept.codes && { codes: stillMeant(known, kept.codes) }) };
  const said = Object.keys({ ...mapping.fields, ...mapping.filledDown });
  const format = known && withCountFields(withCourseFields(known, said), said);
  return {
    id,
    kind,
    title: known?.title ?? kind,
    headings: headings === '' ? [] : headingsAsWritten(context, row),
    mapping,
    formatTitle: known?.layouts.find(({ key }) => key === mapping.format)?.title ?? null,
    fieldTitles: Object.fromEntries(said.map((field) => [field, format?.fields[field]?.title ?? field])),
  };
}

/** The headings as the newest import of such a file had them; as they are matched where there is none. */
function headingsAsWritten({ database }: Context, { trustId, kind, headings }: MappingRow): string[] {
  const file = newestWith(database, { trustId, kind, headings });
  const written = file ? [...new Set(readingOf(file).headings.filter((heading) => heading !== ''))] : [];
  return written.length > 0 ? written : headings.split('\n');
}

function requireMapping({ database }: Context, id: number): MappingRow {
  const row = findMapping(database, id);
  if (row) return row;
  throw new ORPCError('NOT_THERE', {
    defined: true,
    status: 404,
    message: 'This matching is no longer remembered. Open the list again.',
  });
}

function titleOf(context: Context, { kind, trustId }: MappingRow): string {
  return (formatsOfTrust(context, trustId).get(kind)?.title ?? kind).toLowerCase();
}

/** The sets of code words of a format, each by the title of a field that uses it. */
export function wordSets({ fields, words }: Pick<ImportFormat, 'fields' | 'words'>) {
  const titleOfSet = (set: string) => Object.values(fields).find((field) => field.words === set)?.title ?? set;
  return Object.fromEntries(
    Object.entries(words).map(([set, codes]) => [
      set,
      { title: titleOfSet(set), meanings: Object.entries(codes).map(([code, { title }]) => ({ code, title })) },
    ]),
  );
}

/** What is remembered of the matching of files: to see, to change, to forget. */
export const mappingHandlers = {
  mappings: on.mappings.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return listMappings(context.database, trust.id).map((row) => shownMapping(context, row));
  }),
  changeMapping: on.changeMapping.handler(({ input, context, errors }) => {
    const row = requireMapping(context, input.id);
    const format = formatsOfTrust(context, row.trustId).get(row.kind);
    const { kind, fields, codes, filledDown, format: layout } = input.mapping;
    const said = Object.keys({ ...fields, ...filledDown });
    const isColumn = (field: string) => courseOfField(field) !== undefined || countOfField(field) !== undefined;
    const wrong = said.find((field) => format && !(field in format.fields) && !isColumn(field));
    if (wrong) throw errors.MAPPING_WRONG({ message: `There is no field "${wrong}".` });
    if (layout !== undefined && format && !format.layouts.some(({ key }) => key === layout))
      throw errors.MAPPING_WRONG({ message: `There is no layout "${layout}".` });
    if (kind !== undefined && kind !== row.kind)
      throw errors.MAPPING_WRONG({ message: 'What is remembered of a kind of file stays with that kind.' });
    const words = format ? ownWords(format, codes) : {};
    if (isRefusal(words)) throw errors.MAPPING_WRONG({ message: words.message });
    const label = `What is remembered of ${titleOf(context, row)}`;
    recordChange(context.database, { trustId: row.trustId, label, at: context.now() }, () =>
      changeMapping(context.database, row.id, {
        ...(kind !== undefined && { kind }),
        ...(fields && { fields }),
        ...(codes && { codes }),
        ...(filledDown && { filledDown }),
        ...(layout !== undefined && { format: layout }),
      }),
    );
    return shownMapping(context, requireMapping(context, row.id));
  }),
  forgetMapping: on.forgetMapping.handler(({ input, context }) => {
    const row = requireMapping(context, input.id);
    const label = `Forget what is remembered of ${titleOf(context, row)}`;
    recordChange(context.database, { trustId: row.trustId, label, at: context.now() }, () =>
      forgetMapping(context.database, row.id),
    );
    return null;
  }),
};
