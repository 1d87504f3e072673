import { implementation } from '../../context.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import { tableWorkbook } from '../../exports/table-workbook.ts';
import { workbookFileName } from '../../exports/workbook.ts';
import { requireTrust } from '../organisation/trust.ts';
import { leaversShared } from './calculations/leavers-shared.ts';
import { leaversShown } from './leaver-service.ts';

const on = implementation.retention;

export const leaverHandlers = {
  leavers: on.leavers.handler(
    ({ input, context }) =>
      leaversShown(context, requireTrust(context.database, input.trust), input.period, input.groups) ?? null,
  ),

  leaversFile: on.leaversFile.handler(async ({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const data = leaversShown(context, trust, input.period, input.groups);
    if (!data) throw errors.NO_LEAVERS();
    const table = leaversShared(data, trust.name, disclosureFor(context.reference.smallNumbers, input.profile));
    const bytes = await tableWorkbook(table, context.now());
    return { fileName: workbookFileName(table.title), contents: Buffer.from(bytes).toString('base64') };
  }),
};
