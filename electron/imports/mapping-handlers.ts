import { ORPCError } from '@orpc/server';
import type { Mapping } from '#contract';
import { type Context, implementation } from '../context.ts';
import { recordChange } from '../database/history.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import type { ImportFormat } from './formats.ts';
import { formatsOf } from './known-formats.ts';
import { ownWords } from './mapping.ts';
import { isRefusal } from './refusal.ts';
import { changeMapping, findMapping, forgetMapping, listMappings, type MappingRow } from './remembered.ts';

const on = implementation.imports;

function shownMapping(context: Context, row: MappingRow) {
  const { id, kind, headings } = row;
  const title = formatsOf(context).get(kind)?.title ?? kind;
  return {
    id,
    kind,
    title,
    headings: headings === '' ? [] : headings.split('\n'),
    mapping: JSON.parse(row.mapping) as Mapping,
  };
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

function titleOf(context: Context, { kind }: MappingRow): string {
  return (formatsOf(context).get(kind)?.title ?? kind).toLowerCase();
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
    const format = formatsOf(context).get(row.kind);
    const { fields, codes } = input.mapping;
    const wrong = Object.keys(fields ?? {}).find((field) => format && !(field in format.fields));
    if (wrong) throw errors.MAPPING_WRONG({ message: `There is no field "${wrong}".` });
    const words = format ? ownWords(format, codes) : {};
    if (isRefusal(words)) throw errors.MAPPING_WRONG({ message: words.message });
    const label = `What is remembered of ${titleOf(context, row)}`;
    recordChange(context.database, { trustId: row.trustId, label, at: context.now() }, () =>
      changeMapping(context.database, row.id, { ...(fields && { fields }), ...(codes && { codes }) }),
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
