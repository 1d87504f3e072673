import { createHash } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { refusals } from '../../../contract/refusals.ts';
import { type Context, implementation } from '../../../context.ts';
import { recordChange } from '../../../database/history.ts';
import { cellName, placeOf } from '../../../exports/pouring/cell-place.ts';
import { pour } from '../../../exports/pouring/pour.ts';
import { openTemplate, type Template } from '../../../exports/pouring/template.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { requireTrust } from '../../organisation/trust.ts';
import { requireReturn } from '../access.ts';
import { lmnsWorkbookFields } from '../calculations/lmns-workbook-fields.ts';
import { standingDocument } from '../standing.ts';
import { plannedCells, titleOf, whyNot } from './cells.ts';
import * as repository from './repository.ts';
import { fieldsShown, remarksOn, sheetsShown, suggestions } from './shown.ts';

const on = implementation.returns;

const isGone = () => new ORPCError('NOT_THERE', { defined: true, ...refusals.NOT_THERE });

/** A workbook of the LMNS that the trust may use. Throws NOT_THERE. */
function requireLmnsWorkbook({ database }: Context, trust: TrustRow, id: number) {
  const row = repository.lmnsWorkbooksFor(database, trust).find((own) => own.id === id);
  if (!row) throw isGone();
  return row;
}

async function readLmnsWorkbook({ database }: Context, id: number): Promise<Template> {
  const outcome = await openTemplate(repository.lmnsWorkbookBytes(database, id));
  if (outcome.kind === 'refused')
    throw new Error(`Workbook ${id} of the LMNS was stored and cannot be read: ${outcome.message}`);
  return outcome.template;
}

const sayAsOf = ({ sayAs }: repository.LmnsWorkbookRow) => JSON.parse(sayAs) as Record<string, string>;

function headOf(trust: TrustRow, row: ReturnType<typeof requireLmnsWorkbook>) {
  const { id, fileName, trustId, trustName } = row;
  return { id, fileName, of: trustId === trust.id ? null : trustName };
}

/** The parts of the return of a period, by key. */
function fieldsOf(context: Context, asked: { trust: string; period: string }) {
  const { trust, row } = requireReturn(context, asked);
  const document = standingDocument(context, trust, row);
  if (!document) throw new Error('A return that is there has no document');
  return { trust, document, fields: new Map(lmnsWorkbookFields(document).map((field) => [field.key, field])) };
}

async function planned(context: Context, asked: { trust: string; period: string; id: number }) {
  const { trust, document, fields } = fieldsOf(context, asked);
  const row = requireLmnsWorkbook(context, trust, asked.id);
  const template = await readLmnsWorkbook(context, row.id);
  const cells = plannedCells(template, repository.pointsOf(context.database, row.id), fields, sayAsOf(row));
  return { document, row, template, cells };
}

export const lmnsWorkbookHandlers = {
  lmnsWorkbooks: on.lmnsWorkbooks.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return repository.lmnsWorkbooksFor(context.database, trust).map((row) => headOf(trust, row));
  }),

  addLmnsWorkbook: on.addLmnsWorkbook.handler(async ({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const bytes = Buffer.from(input.contents, 'base64');
    const outcome = await openTemplate(bytes);
    if (outcome.kind === 'refused') throw errors.CANNOT_BE_FILLED({ message: outcome.message });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (repository.lmnsWorkbooksFor(database, trust).some((own) => own.sha256 === sha256)) throw errors.ALREADY_HERE();
    const { fileName } = input;
    const row = { trustId: trust.id, fileName, sha256, bytes: bytes.length, uploadedAt: now() };
    const id = recordChange(database, { trustId: trust.id, label: `Upload the workbook ${fileName}`, at: now() }, () =>
      repository.insertLmnsWorkbook(database, row, input.contents),
    );
    return { id };
  }),

  removeLmnsWorkbook: on.removeLmnsWorkbook.handler(({ input, context }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const row = requireLmnsWorkbook(context, trust, input.id);
    const label = `Take away the workbook ${row.fileName}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      repository.deleteLmnsWorkbook(database, row.id),
    );
    return { label };
  }),

  lmnsWorkbook: on.lmnsWorkbook.handler(async ({ input, context }) => {
    const { trust, fields } = fieldsOf(context, input);
    const row = requireLmnsWorkbook(context, trust, input.id);
    const template = await readLmnsWorkbook(context, row.id);
    const points = repository.pointsOf(context.database, row.id);
    return {
      ...headOf(trust, row),
      remarks: remarksOn(template),
      sheets: sheetsShown(template),
      pointed: points.map(({ sheet, cell, field, overFormula }) => ({
        sheet,
        cell,
        field,
        title: titleOf(fields.get(field), field),
        overFormula: overFormula === 1,
      })),
      suggested: suggestions(template, points, fields),
      fields: fieldsShown(fields),
      sayAs: Object.entries(sayAsOf(row)).map(([ours, theirs]) => ({ ours, theirs })),
    };
  }),

  pointLmnsWorkbook: on.pointLmnsWorkbook.handler(async ({ input, context, errors }) => {
    const { database, now } = context;
    const { trust, fields } = fieldsOf(context, input);
    const row = requireLmnsWorkbook(context, trust, input.id);
    const template = await readLmnsWorkbook(context, row.id);
    const points = input.points.map(({ sheet, cell, field, overFormula }) => {
      if (!fields.has(field)) throw errors.FIELD_UNKNOWN();
      const place = placeOf(cell);
      if (!place) throw errors.CELL_CANNOT({ message: `${cell} is no cell of a sheet. Enter one such as C5.` });
      const index = template.sheets.findIndex(({ name }) => name === sheet);
      const refusal = whyNot(template, index, place);
      if (refusal && !refusal.formula) throw errors.CELL_CANNOT({ message: refusal.why });
      if (refusal && !overFormula) throw errors.CELL_HAS_FORMULA({ message: refusal.why });
      return { sheet, cell: cellName(place), field, overFormula: refusal ? 1 : 0 };
    });
    const [first] = points;
    const label =
      points.length === 1 && first
        ? `Point ${titleOf(fields.get(first.field), first.field)} at ${first.cell} of ${row.fileName}`
        : `Point ${points.length} parts of the return at cells of ${row.fileName}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const point of points) repository.setPoint(database, row.id, point);
    });
    return { label };
  }),

  clearLmnsWorkbookCell: on.clearLmnsWorkbookCell.handler(({ input, context }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const row = requireLmnsWorkbook(context, trust, input.id);
    const cell = input.cell.toUpperCase();
    const label = `Point nothing at ${cell} of ${row.fileName}`;
    const gone = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      repository.deletePoint(database, row.id, input.sheet, cell),
    );
    if (!gone) throw isGone();
    return { label };
  }),

  sayInLmnsWorkbook: on.sayInLmnsWorkbook.handler(({ input: { ours, theirs, ...input }, context }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const row = requireLmnsWorkbook(context, trust, input.id);
    const { [ours]: before, ...others } = sayAsOf(row);
    if ((before ?? '') === theirs) return { label: null };
    const label =
      theirs === '' ? `Say “${ours}” as it is in ${row.fileName}` : `Say “${ours}” as “${theirs}” in ${row.fileName}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      repository.setSayAs(database, row.id, theirs === '' ? others : { ...others, [ours]: theirs }),
    );
    return { label };
  }),

  pouring: on.pouring.handler(async ({ input, context }) => {
    const { cells } = await planned(context, input);
    return cells.map(({ shown }) => shown);
  }),

  pour: on.pour.handler(async ({ input, context, errors }) => {
    const { document, row, template, cells } = await planned(context, input);
    const broken = cells.flatMap(({ shown: { cell, sheet, problem } }) =>
      problem ? [`${sheet} ${cell}: ${problem}`] : [],
    );
    if (broken.length > 0 && !input.despite)
      throw errors.BREAKS_RULES({
        message: `${broken.slice(0, 5).join(' ')} Change them, say them in the workbook’s words, or pour all the same.`,
      });
    const bytes = await pour(
      template,
      cells.map(({ edit }) => edit),
      document.madeAt,
    );
    const [, name = row.fileName, ending = '.xlsx'] = /^(.*?)(\.[a-z]+)?$/i.exec(row.fileName) ?? [];
    return {
      fileName: `${name.slice(0, 100)} ${document.trust.code} ${document.period}${template.macros ? '.xlsm' : ending}`,
      contents: Buffer.from(bytes).toString('base64'),
    };
  }),
};
