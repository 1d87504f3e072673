import type { Context } from '../context.ts';
import type { Act } from '../contract/access.ts';
import { trustCode } from '../contract/values.ts';
import { inWords, verifyAudit } from './verify.ts';

/** Writes down what was done otherwise than by a procedure of the contract. */
export function noteCommand({ session, audit, now }: Context, kind: Act, what: string, trust?: string): void {
  const { who } = session;
  if (who === null) return;
  const code = trustCode.safeParse(trust);
  const entry = {
    at: now(),
    who: who.name,
    role: who.role,
    kind,
    what,
    trust: code.success ? code.data : null,
    record: null,
  };
  if (kind === 'view') audit.note(entry);
  else audit.write(entry);
}

/** `audit verify`: follows every chain from its beginning; ends with 1 and names the first entry that is broken. */
export function auditForCommandLine({ database }: Context, wish: string | undefined) {
  if (wish !== 'verify') return { answer: null, exitCode: 1, sentence: 'Write: audit verify --data DIR' };
  const verdict = verifyAudit(database);
  const answer = { entries: verdict.entries, whole: verdict.broken === null, broken: verdict.broken };
  return verdict.broken === null ? { answer } : { answer, exitCode: 1, sentence: inWords(verdict) };
}
