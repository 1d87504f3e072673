import { implementation } from '../context.ts';
import { auditFile } from './audit-file.ts';
import { HOW_TO_VERIFY } from './file.ts';
import { findEntries, ownChain } from './repository.ts';
import { inWords, verifyAudit } from './verify.ts';
import type { AuditKind } from '#contract';

const on = implementation.audit;

const SHOWN = 2000;

export const auditHandlers = on.router({
  list: on.list.handler(({ input, context: { database, audit } }) => {
    audit.flush();
    const own = ownChain(database);
    const { rows, ...found } = findEntries(database, input, SHOWN);
    return {
      ...found,
      rows: rows.map(({ chain, kind, previous: _previous, ...row }) => ({
        ...row,
        kind: kind as AuditKind,
        isFromElsewhere: chain !== own,
      })),
      howToVerify: HOW_TO_VERIFY,
    };
  }),

  verify: on.verify.handler(async ({ context }) => {
    const { audit } = context;
    audit.flush();
    const verdict = await verifyAudit(context);
    audit.verdict = verdict;
    return { entries: verdict.entries, isWhole: verdict.broken === null, words: inWords(verdict) };
  }),

  file: on.file.handler(({ input, context }) => auditFile(context, input.format)),
});
