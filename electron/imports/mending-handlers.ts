import { implementation } from '../context.ts';
import { whoIsThis } from './commit.ts';
import { orCancelled, orRefuse, requireBatch } from './refuse-call.ts';
import { keyOfBatch, performFor } from './work.ts';

const on = implementation.imports;

/** Mending the rows that an import left out, after the import. */
export const mendingHandlers = {
  leftOut: on.leftOut.handler(async ({ input: { batch, ...answers }, context }) => {
    const wanted = { row: requireBatch(context, batch), ...answers };
    return orCancelled(orRefuse(await performFor(context, '', 'leftOut', wanted)));
  }),
  leftOutRows: on.leftOutRows.handler(async ({ input: { batch, ...answers }, context }) => {
    const wanted = { row: requireBatch(context, batch), ...answers };
    return orCancelled(orRefuse(await performFor(context, '', 'leftOutRows', wanted)));
  }),
  mendLeftOut: on.mendLeftOut.handler(async ({ input: { batch, ...answers }, context }) => {
    const wanted = { row: requireBatch(context, batch), ...answers, by: whoIsThis() };
    return orCancelled(orRefuse(await performFor(context, '', 'mendLeftOut', wanted)));
  }),
  takeBackMends: on.takeBackMends.handler(async ({ input: { batch, at }, context }) => {
    const wanted = { row: requireBatch(context, batch), at };
    return orCancelled(orRefuse(await performFor(context, keyOfBatch(batch), 'takeBackMends', wanted)));
  }),
  leftOutWorkbook: on.leftOutWorkbook.handler(async ({ input: { batch }, context }) =>
    orCancelled(orRefuse(await performFor(context, '', 'leftOutWorkbook', requireBatch(context, batch)))),
  ),
};
