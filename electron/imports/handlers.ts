import type { Mapping } from '#contract';
import { type Context, implementation } from '../context.ts';
import { requireTrust } from '../features/organisation/trust.ts';
import {
  cellsOf,
  describeBatch,
  describeBatches,
  findBatch,
  listBatches,
  listJudgedRows,
  readingOf,
} from './batches.ts';
import { withCountFields } from './count-columns.ts';
import { withCourseFields } from './course-columns.ts';
import { deskOf, fileGone, type TakenPath } from './desk.ts';
import { filesBehind } from './files-behind.ts';
import { givenTo } from './filled-down.ts';
import { formatsOf, formatsOfTrust } from './known-formats.ts';
import { checkedBy } from './later.ts';
import { mappingHandlers, wordSets } from './mapping-handlers.ts';
import { typedCell } from './kept-cell.ts';
import { mendingHandlers } from './mending-handlers.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import { orCancelled, orRefuse, requireBatch } from './refuse-call.ts';
import { replacedBy } from './set-aside.ts';
import type { Run } from './run.ts';
import { storedRows } from './stored-rows.ts';
import { keyOfBatch, performFor } from './work.ts';

const on = implementation.imports;

function fileOf(context: Context, file: string): TakenPath {
  const desk = deskOf(context);
  const taken = desk.find(file);
  return taken ? { ...taken, path: desk.pathOf(file) } : orRefuse(fileGone());
}

function fileInput(context: Context, { trust, file, mapping }: { trust: string; file: string; mapping: Mapping }) {
  return { trustId: requireTrust(context.database, trust).id, file: fileOf(context, file), mapping };
}

function keyOf({ file, batch }: { file?: string | undefined; batch?: number | undefined }): string {
  return file ?? keyOfBatch(batch ?? 0);
}

function progressOf({ phase, rows, of, secondsLeft }: Run) {
  return { phase, rows, of, secondsLeft };
}

/** Has a question about a file answered. A file that was left while it was looked at is gone, whatever came of it. */
async function askOf<Name extends JobName>(
  context: Context,
  { file }: { file: string },
  name: Name,
  input: JobInput<Name>,
): Promise<Exclude<JobOutput<Name>, ImportRefusal>> {
  const outcome = await performFor(context, file, name, input);
  if ((outcome === null || isRefusal(outcome)) && deskOf(context).find(file) === undefined) return orRefuse(fileGone());
  return orRefuse(outcome);
}

function described(context: Context, id: number) {
  return describeBatch(context.database, requireBatch(context, id), formatsOf(context));
}

function formatsRead(context: Context, trust: string | undefined) {
  return trust === undefined ? formatsOf(context) : formatsOfTrust(context, requireTrust(context.database, trust).id);
}

export const importsHandlers = on.router({
  ...mappingHandlers,
  ...mendingHandlers,

  kinds: on.kinds.handler(({ input, context }) =>
    [...formatsRead(context, input.trust).values()].map(({ kind, title, layouts, fields, words }) => ({
      kind,
      title,
      formats: layouts.map(({ key: format, title: of, matrix }) => ({ format, title: of, saysDates: !!matrix?.dates })),
      fields: Object.entries(fields).map(([field, one]) => ({
        field,
        title: one.title,
        required: one.required,
        groups: one.givenOnce !== undefined,
      })),
      words: wordSets({ fields, words }),
    })),
  ),

  begin: on.begin.handler(({ input, context }) => {
    context.imports.prepare();
    return { upload: deskOf(context).begin(input.name) };
  }),
  append: on.append.handler(({ input, context }) => ({
    received: orRefuse(deskOf(context).append(input.upload, input.offset, Buffer.from(input.chunk, 'base64'))),
  })),
  finish: on.finish.handler(({ input, context }) => orRefuse(deskOf(context).finish(input.upload))),
  discard: on.discard.handler(async ({ input, context }) => {
    deskOf(context).discard(input.file);
    await performFor(context, '', 'forget', input.file);
    return null;
  }),

  inspect: on.inspect.handler(async ({ input, context }) =>
    orCancelled(await askOf(context, input, 'inspect', fileInput(context, input))),
  ),
  preview: on.preview.handler(async ({ input, context }) =>
    askOf(context, input, 'preview', fileInput(context, input)),
  ),
  problems: on.problems.handler(async ({ input, context }) => {
    const { group, offset, limit } = input;
    const wanted = { ...fileInput(context, input), group, offset, limit };
    const page = await askOf(context, input, 'problems', wanted);
    return page ?? { total: 0, headings: [], rows: [] };
  }),
  problemWorkbook: on.problemWorkbook.handler(async ({ input, context }) => {
    const wanted = fileInput(context, input);
    return orCancelled(await askOf(context, input, 'problemWorkbook', wanted));
  }),
  changes: on.changes.handler(async ({ input, context }) => {
    const { what, filter, offset, limit } = input;
    const wanted = { ...fileInput(context, input), what, filter, offset, limit };
    return askOf(context, input, 'changes', wanted);
  }),
  commit: on.commit.handler(async ({ input, context }) => {
    const { file, overlap, remember } = input;
    const wanted = { ...fileInput(context, input), overlap, remember };
    await context.backups.before('before-import');
    const result = orRefuse(await performFor(context, file, 'commit', wanted));
    if (result === null) return { kind: 'cancelled' as const };
    deskOf(context).discard(file);
    await performFor(context, '', 'forget', file);
    return result;
  }),
  progress: on.progress.handler(({ input, context }) => {
    const run = deskOf(context).runOf(keyOf(input));
    return run ? progressOf(run) : null;
  }),
  storing: on.storing.handler(({ context }) => {
    const run = deskOf(context).writing;
    return run ? progressOf(run) : null;
  }),
  cancel: on.cancel.handler(({ input, context }) => {
    deskOf(context).cancel(keyOf(input));
    return null;
  }),

  list: on.list.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return describeBatches(context.database, listBatches(context.database, trust.id), formatsOf(context));
  }),
  behind: on.behind.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return input.used.map((used) => filesBehind(context, trust.id, used));
  }),
  open: on.open.handler(({ input, context }) => {
    const row = requireBatch(context, input.batch);
    const { mapping, places, headings } = readingOf(row);
    const fieldAt = new Map(Object.entries(places).map(([field, place]) => [place, field]));
    const known = formatsOf(context).get(row.kind);
    const names = Object.keys(places);
    const fields = known ? withCountFields(withCourseFields(known, names), names).fields : {};
    return {
      batch: describeBatch(context.database, row, formatsOf(context)),
      mapping,
      columns: headings.map((heading, place) => {
        const field = fieldAt.get(place) ?? null;
        return { heading, field, title: field === null ? null : (fields[field]?.title ?? field) };
      }),
      replaced: replacedBy(context.database, row.id).map(({ byBatchId: by, rows }) => ({
        by,
        fileName: findBatch(context.database, by)?.fileName ?? '',
        rows,
      })),
      checked: checkedBy(context.database, row).map(({ id, fileName }) => ({ batch: id, fileName })),
      stored: storedRows(context.database, row),
    };
  }),
  rows: on.rows.handler(({ input, context }) => {
    const row = requireBatch(context, input.batch);
    const { headings, places, date1904, filledDown } = readingOf(row);
    const headingOf = (field: string) => headings[places[field] ?? -1] ?? field;
    const { total, rows } = listJudgedRows(context.database, row.id, input.outcome, input);
    return {
      total,
      headings: [...headings],
      rows: rows.map(({ id: _id, batchId: _batchId, mends: _mends, joined: _joined, ...judged }) => ({
        ...judged,
        column: judged.field === null ? null : headingOf(judged.field),
        cells: cellsOf(judged).map((cell) => typedCell(cell, date1904)),
        given: givenTo(filledDown, judged.row).map(({ field, from }) => ({ column: headingOf(field), from })),
      })),
    };
  }),

  undoPreview: on.undoPreview.handler(async ({ input, context }) =>
    orCancelled(orRefuse(await performFor(context, '', 'undoPreview', requireBatch(context, input.batch)))),
  ),
  undo: on.undo.handler(async ({ input, context }) => {
    const wanted = { row: requireBatch(context, input.batch), alsoLater: input.alsoLater, alsoLeft: input.alsoLeft };
    return { undone: orRefuse(await performFor(context, keyOfBatch(input.batch), 'undo', wanted)) ?? [] };
  }),
  redo: on.redo.handler(async ({ input, context }) => {
    const row = requireBatch(context, input.batch);
    return orRefuse(await performFor(context, keyOfBatch(row.id), 'redo', row)) ?? described(context, row.id);
  }),
});
