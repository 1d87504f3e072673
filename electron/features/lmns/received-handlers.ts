import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { originalOf, receiptsOf, setReceiptState } from './receipt-repository.ts';
import { receiveFile } from './receive-service.ts';
import { readReceivedMatrix } from './received.ts';
import { periodTitle } from '../returns/calculations/periods.ts';
import { recordsOf } from './record-repository.ts';
import {
  deletePeriod,
  deleteTrust,
  expectedTrusts,
  periodsDue,
  putPeriod,
  putTrust,
  requireLmns,
} from './repository.ts';
import { dateInWords } from '../../core/dates.ts';

const on = implementation.lmns;

export const receivedHandlers = {
  setTrust: on.setTrust.handler(({ input, context: { database, now } }) => {
    const lmns = requireLmns(database, input.lmns);
    const { code, name, hasPlanner } = input;
    const before = expectedTrusts(database, lmns.id).find((one) => one.code === code);
    if (before?.name === name && before.hasPlanner === hasPlanner) return { label: null };
    const label = `${before ? 'Change' : 'Expect returns from'} ${name}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () =>
      putTrust(database, lmns.id, { code, name, hasPlanner }),
    );
    return { label };
  }),

  removeTrust: on.removeTrust.handler(({ input, context: { database, now }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const trust = expectedTrusts(database, lmns.id).find(({ code }) => code === input.code);
    if (!trust) throw errors.NOT_THERE();
    const isUsed =
      receiptsOf(database, lmns.id).some(({ code }) => code === trust.code) ||
      recordsOf(database, lmns.id).some(({ cells }) => cells.code === trust.code);
    if (isUsed)
      throw errors.STILL_USED({
        message: `${trust.name} has returns or records here, which stay. It cannot be taken off the list.`,
      });
    const label = `Expect no returns from ${trust.name}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => deleteTrust(database, lmns.id, trust.code));
    return { label };
  }),

  setPeriod: on.setPeriod.handler(({ input: { period, due, ...input }, context: { database, now } }) => {
    const lmns = requireLmns(database, input.lmns);
    if (periodsDue(database, lmns.id).some((one) => one.period === period && one.due === due)) return { label: null };
    const label = `Returns of ${periodTitle(period)} by ${dateInWords(due)}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => putPeriod(database, lmns.id, { period, due }));
    return { label };
  }),

  removePeriod: on.removePeriod.handler(({ input, context: { database, now }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const { period } = input;
    if (!periodsDue(database, lmns.id).some((one) => one.period === period)) throw errors.NOT_THERE();
    const label = `No day for returns of ${periodTitle(period)}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () => deletePeriod(database, lmns.id, period));
    return { label };
  }),

  received: on.received.handler(({ input, context }) =>
    readReceivedMatrix(context, requireLmns(context.database, input.lmns)),
  ),

  receive: on.receive.handler(({ input, context }) =>
    receiveFile(context, requireLmns(context.database, input.lmns), input),
  ),

  setAside: on.setAside.handler(({ input, context: { database, now }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const receipt = receiptsOf(database, lmns.id).find(({ id }) => id === input.receipt);
    if (!receipt) throw errors.NOT_THERE();
    const { why } = input;
    if (receipt.state === 'set aside' && receipt.why === why) return { label: null };
    const label = `Set aside ${receipt.fileName}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () =>
      setReceiptState(database, receipt.id, { state: 'set aside', why }),
    );
    return { label };
  }),

  accept: on.accept.handler(({ input, context: { database, now }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const receipt = receiptsOf(database, lmns.id).find(({ id }) => id === input.receipt);
    if (!receipt) throw errors.NOT_THERE();
    if (receipt.state === 'accepted') return { label: null };
    const label = `Accept ${receipt.fileName}`;
    recordChange(database, { lmnsId: lmns.id, label, at: now() }, () =>
      setReceiptState(database, receipt.id, { state: 'accepted', why: '' }),
    );
    return { label };
  }),

  original: on.original.handler(({ input, context: { database }, errors }) => {
    const lmns = requireLmns(database, input.lmns);
    const receipt = receiptsOf(database, lmns.id).find(({ id }) => id === input.receipt);
    const bytes = receipt && originalOf(database, receipt);
    if (!receipt || !bytes) throw errors.NOT_THERE();
    return { fileName: receipt.fileName, contents: bytes.toString('base64') };
  }),
};
