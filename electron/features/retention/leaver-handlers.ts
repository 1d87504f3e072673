import { implementation } from '../../context.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import { tableWorkbook } from '../../exports/table-workbook.ts';
import { workbookFileName } from '../../exports/workbook.ts';
import { requireTrust } from '../organisation/trust.ts';
import { leaversShared } from './calculations/leavers-shared.ts';
import { leaverFiles } from './leaver-files.ts';
import { leaversShown } from './leaver-service.ts';

const on = implementation.retention;

export const leaverHandlers = {
  leavers: on.leavers.handler(
    ({ input, context }) =>
      leaversShown(context, requireTrust(context.database, input.trust), input.period, input.groups) ?? null,
  ),

  leaversFile: on.leaversFile.handler(async ({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const all = leaverFiles(context, trust);
    if (!all) throw errors.NO_LEAVERS();
    const file = all.files.find(({ back, group }) => back === input.yearsBack && group === (input.group ?? null));
    if (!file) throw errors.NO_SUCH_CHOICE();
    const profile = disclosureFor(context.reference.smallNumbers, input.profile);
    const table = leaversShared(file, trust.name, profile, all.published);
    const bytes = await tableWorkbook(table, context.now());
    return { fileName: workbookFileName(table.title), contents: Buffer.from(bytes).toString('base64') };
  }),
};
