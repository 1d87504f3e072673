import type { Batch, ExportedFile, Mend, ProblemGroup } from '#contract';
import type { ShownRow } from '../contract/import-mending.ts';
import type { Context } from '../context.ts';
import { workbookFileName } from '../exports/workbook.ts';
import { type BatchRow, describeBatch, findBatch } from './batches.ts';
import { wordsToChoose } from './inspect.ts';
import { givenTo } from './filled-down.ts';
import type { FileInput } from './jobs.ts';
import { typedCell } from './kept-cell.ts';
import { formatsOf } from './known-formats.ts';
import { type Answers, asKept, type LeftOut, leftOutOf, leftOutRows, problemsLeft, rereadLeftOut } from './left-out.ts';
import { mendLeftOut, takeBackMends } from './mend-left-out.ts';
import { type ProblemRows, problemWorkbook } from './problem-workbook.ts';
import { groupProblems, problemRows } from './problems.ts';
import { readWhole, type WholeReading } from './reading.ts';
import { type ImportRefusal, isRefusal } from './refusal.ts';
import type { Run } from './run.ts';
import { unitNames } from './units.ts';

/** An import, and what a person says of the rows that it left out. */
export interface AnswersInput extends Answers {
  readonly row: BatchRow;
  readonly mends: readonly Mend[];
}

interface LeftOutShown {
  readonly batch: Batch;
  readonly groups: ProblemGroup[];
  readonly ready: number;
  readonly words: Record<string, { code: string; title: string }[]>;
}

const shown = (context: Context, { id }: BatchRow): Batch => {
  const row = findBatch(context.database, id);
  if (row === undefined) throw new Error(`The import ${id} is gone`);
  return describeBatch(context.database, row, formatsOf(context));
};

function refuseUndone({ fileName, undoneAt }: BatchRow): ImportRefusal | null {
  if (undoneAt === null) return null;
  const message = `The import of ${fileName} is undone. Do it again first, then mend its rows. Nothing was changed.`;
  return { kind: 'refused', code: 'IMPORT_UNDONE', message };
}

/** Work on the rows with problems: those of a file, and those that an import left out. */
export const mendingJobs = {
  leftOut(context: Context, { row, ...answers }: AnswersInput): Promise<LeftOutShown | ImportRefusal> {
    const leftOut = leftOutOf(context, row, answers.codes);
    if (isRefusal(leftOut)) return Promise.resolve(leftOut);
    const rows = rereadLeftOut(leftOut, answers);
    return Promise.resolve({
      batch: shown(context, row),
      groups: groupProblems(problemsLeft(rows), leftOut),
      ready: rows.filter(({ entry }) => entry !== undefined).length,
      words: wordsToChoose(leftOut.reading.format, unitNames(context.database, row.trustId)),
    });
  },

  leftOutRows(
    context: Context,
    { row, group, offset, limit, ...answers }: AnswersInput & { group: string | null; offset: number; limit: number },
  ): Promise<{ total: number; headings: string[]; rows: ShownRow[] } | ImportRefusal> {
    const leftOut = leftOutOf(context, row, answers.codes);
    if (isRefusal(leftOut)) return Promise.resolve(leftOut);
    const { headings, date1904 } = leftOut.kept;
    const found = problemRows(problemsLeft(rereadLeftOut(leftOut, answers)), group);
    const rows = found.slice(offset, offset + limit).map(({ cells, ...one }) => ({
      ...one,
      column: one.field === null ? null : (leftOut.columns.headings.get(one.field) ?? one.field),
      cells: cells.map((cell) => typedCell(cell, date1904)),
      given: givenTo(leftOut.kept.filledDown, one.row).map(({ field, from }) => ({
        column: leftOut.columns.headings.get(field) ?? field,
        from,
      })),
    }));
    return Promise.resolve({ total: found.length, headings: [...headings], rows });
  },

  async mendLeftOut(
    context: Context,
    { row, by, remember, ...answers }: AnswersInput & { by: string; remember: boolean },
    run: Run,
  ): Promise<{ batch: Batch; joined: number; stillOut: number } | ImportRefusal> {
    const undone = refuseUndone(row);
    if (undone) return undone;
    const outcome = await mendLeftOut(context, row, answers, { by, remember }, run);
    return isRefusal(outcome) ? outcome : { ...outcome, batch: shown(context, row) };
  },

  async takeBackMends(
    context: Context,
    { row, at }: { row: BatchRow; at: string },
    run: Run,
  ): Promise<Batch | ImportRefusal> {
    const undone = refuseUndone(row);
    if (undone) return undone;
    await takeBackMends(context, row, at, run);
    return shown(context, row);
  },

  async problemWorkbook(
    context: Context,
    { trustId, file, mapping }: FileInput,
    run: Run,
  ): Promise<ExportedFile | ImportRefusal> {
    const whole = await readWhole(context, trustId, file, mapping, run);
    return isRefusal(whole) ? whole : saved(context, problemsOfReading(file.name, whole));
  },

  leftOutWorkbook(context: Context, row: BatchRow): Promise<ExportedFile | ImportRefusal> {
    const leftOut = leftOutOf(context, row, undefined);
    if (isRefusal(leftOut)) return Promise.resolve(leftOut);
    return saved(context, problemsOfBatch(leftOut, leftOutRows(context.database, row.id).map(asKept)));
  },
};

async function saved(context: Context, problems: ProblemRows): Promise<ExportedFile> {
  const bytes = await problemWorkbook(problems, context.now());
  const fileName = workbookFileName(`Rows to mend - ${problems.fileName.replace(/\.[a-z]{2,5}$/i, '')}`);
  return { fileName, contents: Buffer.from(bytes).toString('base64') };
}

/** The problem rows of a file that was read, for a workbook of them. */
export function problemsOfReading(fileName: string, { understood, tally }: WholeReading): ProblemRows {
  const { reading, columns, settings, veil } = understood;
  return {
    fileName,
    sheet: reading.sheet.name,
    headings: reading.columns.map(({ heading }) => heading),
    places: columns.places,
    date1904: settings.date1904,
    namesDropped: veil !== null,
    rows: problemRows(tally.judgedRows, null),
    groups: groupProblems(tally.judgedRows, understood),
  };
}

function problemsOfBatch({ batch, kept, columns, reading, veil }: LeftOut, rows: ProblemRows['rows']): ProblemRows {
  return {
    fileName: batch.fileName,
    sheet: batch.sheet,
    headings: kept.headings,
    places: columns.places,
    date1904: kept.date1904,
    namesDropped: veil !== null,
    rows,
    groups: groupProblems(rows, { reading, columns }),
  };
}
