import { ORPCError } from '@orpc/server';
import { type Context, implementation } from '../context.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import { type BatchRow, describeBatch, findBatch, listBatches, listJudgedRows, readingOf } from './batches.ts';
import { importFile } from './commit.ts';
import { deskOf, fileGone, type TakenPath } from './desk.ts';
import { inspectFile } from './inspect.ts';
import { mappingHandlers } from './mapping-handlers.ts';
import { previewFile, problemsOfFile } from './preview.ts';
import { shown } from './read-rows.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import { replacedBy } from './set-aside.ts';
import { previewUndo, redoImport, storedRows, undoImport } from './undo.ts';

const on = implementation.imports;

const statusOf: Record<ImportRefusal['code'], number> = {
  FILE_REFUSED: 422,
  MAPPING_WRONG: 422,
  FILE_GONE: 404,
  CHOICE_NEEDED: 409,
  COLUMNS_NEEDED: 409,
  DATE_NEEDED: 409,
  OVERLAP: 409,
  LATER_IMPORTS: 409,
  CANNOT_REDO: 409,
};

/** The outcome, or its refusal as the contract declares it. */
function orRefuse<Outcome>(outcome: Outcome | ImportRefusal): Exclude<Outcome, ImportRefusal> {
  if (!isRefusal(outcome)) return outcome as Exclude<Outcome, ImportRefusal>;
  const { code, message } = outcome;
  const data = 'data' in outcome ? outcome.data : undefined;
  throw new ORPCError(code, { defined: true, status: statusOf[code], message, ...(data && { data }) });
}

function fileOf(context: Context, file: string): TakenPath {
  const desk = deskOf(context);
  const taken = desk.find(file);
  return taken ? { ...taken, path: desk.pathOf(file) } : orRefuse(fileGone());
}

function requireBatch({ database }: Context, id: number): BatchRow {
  const row = findBatch(database, id);
  if (row) return row;
  throw new ORPCError('NOT_THERE', {
    defined: true,
    status: 404,
    message: `There is no import ${id}. Open the list of imports again.`,
  });
}

export const importsHandlers = on.router({
  ...mappingHandlers,

  kinds: on.kinds.handler(({ context }) =>
    [...deskOf(context).formats.values()].map(({ kind, title, layouts, fields }) => ({
      kind,
      title,
      formats: layouts.map((layout) => ({ format: layout.key, title: layout.title })),
      fields: Object.entries(fields).map(([field, one]) => ({ field, title: one.title, required: one.required })),
    })),
  ),

  begin: on.begin.handler(({ input, context }) => ({ upload: deskOf(context).begin(input.name) })),
  append: on.append.handler(({ input, context }) => ({
    received: orRefuse(deskOf(context).append(input.upload, input.offset, Buffer.from(input.chunk, 'base64'))),
  })),
  finish: on.finish.handler(({ input, context }) => orRefuse(deskOf(context).finish(input.upload))),
  discard: on.discard.handler(({ input, context }) => {
    deskOf(context).discard(input.file);
    return null;
  }),

  inspect: on.inspect.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return orRefuse(await inspectFile(context, trust.id, fileOf(context, input.file), input.mapping));
  }),
  preview: on.preview.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return orRefuse(await previewFile(context, trust.id, fileOf(context, input.file), input.mapping));
  }),
  problems: on.problems.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const { mapping, group, offset, limit } = input;
    const found = orRefuse(await problemsOfFile(context, trust.id, fileOf(context, input.file), mapping, group));
    if (found === null) return { total: 0, headings: [], rows: [] };
    const rows = found.rows.slice(offset, offset + limit).map(({ cells, ...row }) => ({
      ...row,
      column: row.field === null ? null : (found.columns.get(row.field) ?? row.field),
      cells: cells.map(shown),
    }));
    return { total: found.rows.length, headings: found.headings, rows };
  }),
  commit: on.commit.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const { file, mapping, overlap, remember, rows } = input;
    const options = { overlap, remember, rows };
    const outcome = orRefuse(await importFile(context, trust.id, fileOf(context, file), mapping, options));
    if (outcome === null) return { kind: 'cancelled' as const };
    deskOf(context).discard(file);
    return outcome.result;
  }),
  progress: on.progress.handler(({ input, context }) => {
    const run = deskOf(context).runs.get(input.file);
    return run ? { phase: run.phase, rows: run.rows, of: run.of, secondsLeft: run.secondsLeft } : null;
  }),
  cancel: on.cancel.handler(({ input, context }) => {
    deskOf(context).runs.get(input.file)?.cancel();
    return null;
  }),

  list: on.list.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return listBatches(context.database, trust.id).map((row) =>
      describeBatch(context.database, row, deskOf(context).formats),
    );
  }),
  open: on.open.handler(({ input, context }) => {
    const row = requireBatch(context, input.batch);
    const { mapping, places, headings } = readingOf(row);
    const fieldAt = new Map(Object.entries(places).map(([field, place]) => [place, field]));
    return {
      batch: describeBatch(context.database, row, deskOf(context).formats),
      mapping,
      columns: headings.map((heading, place) => ({ heading, field: fieldAt.get(place) ?? null })),
      replaced: replacedBy(context.database, row.id).map(({ byBatchId, rows }) => ({ by: byBatchId, rows })),
      stored: storedRows(context.database, row),
    };
  }),
  rows: on.rows.handler(({ input, context }) => {
    const row = requireBatch(context, input.batch);
    const { headings, places } = readingOf(row);
    const { total, rows } = listJudgedRows(context.database, row.id, input.outcome, input);
    return {
      total,
      headings: [...headings],
      rows: rows.map(({ id: _id, batchId: _batchId, cells, ...judged }) => ({
        ...judged,
        column: judged.field === null ? null : (headings[places[judged.field] ?? -1] ?? judged.field),
        cells: JSON.parse(cells) as string[],
      })),
    };
  }),

  undoPreview: on.undoPreview.handler(({ input, context }) => previewUndo(context, requireBatch(context, input.batch))),
  undo: on.undo.handler(({ input, context }) => ({
    undone: orRefuse(undoImport(context, requireBatch(context, input.batch), input.alsoLater)),
  })),
  redo: on.redo.handler(({ input, context }) => orRefuse(redoImport(context, requireBatch(context, input.batch)))),
});
