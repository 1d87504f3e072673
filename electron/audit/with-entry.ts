import type { Context } from '../context.ts';
import { type CallInHand, callInHand } from '../database/call-in-hand.ts';
import type { AuditEntry } from './repository.ts';

/**
 * Does `work`, which changes something, and writes its entry: within the first transaction that changes a row, so that
 * neither is ever there without the other, or before the answer is given where there was none. What another thread does is
 * told of twice: as begun before it, and when it is done.
 */
export async function withEntry<Answer>(
  { database, audit }: Pick<Context, 'database' | 'audit'>,
  entryOf: (answer: unknown) => AuditEntry,
  work: () => Promise<Answer>,
  outputOf: (answer: Answer) => unknown = (answer) => answer,
): Promise<Answer> {
  let [isWritten, hasBegun, isOver] = [false, false, false];
  let change: number | null = null;
  const entry = (answer: unknown): AuditEntry => {
    const { record, ...facts } = entryOf(answer);
    const parts = [record, change === null ? null : `change ${change}`].filter((part) => part !== null);
    return { ...facts, record: parts.length > 0 ? parts.join(', ') : null };
  };
  const call: CallInHand = {
    touches: (changeId) => {
      change ??= changeId;
    },
    within: (sqlite, answer) => {
      if (isWritten || isOver || sqlite !== database.sqlite) return false;
      audit.append(entry(answer));
      return true;
    },
    committed: () => {
      isWritten = true;
      audit.grew();
    },
    begun: () => {
      if (isWritten || hasBegun || isOver) return;
      hasBegun = true;
      const facts = entry(null);
      audit.write({ ...facts, what: `${facts.what}.begun` });
    },
  };
  try {
    const answer = await callInHand.run(call, work);
    if (!isWritten) audit.write(entry(outputOf(answer)));
    return answer;
  } finally {
    isOver = true;
  }
}
