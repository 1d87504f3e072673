import type { Context } from '../context.ts';
import type { Act } from '../contract/access.ts';
import { trustCode } from '../contract/values.ts';
import { inWords, verifyAudit } from './verify.ts';
import { withEntry } from './with-entry.ts';

/** Does what is no procedure of the contract, and writes down that it was done. */
export async function notedCommand<Answer>(
  context: Context,
  { kind, what, trust }: { kind: Act; what: string; trust?: string | undefined },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { audit, now } = context;
  const { who } = context.session;
  if (who === null) return work();
  const code = trustCode.safeParse(trust);
  const entry = () => ({
    at: now(),
    who: who.name,
    role: who.role,
    kind,
    what,
    trust: code.success ? code.data : null,
    record: null,
  });
  if (kind !== 'view') return withEntry(context, entry, work);
  const answer = await work();
  await audit.note(entry());
  return answer;
}

/** `audit verify`: follows every chain from its beginning; ends with 1 and names the first entry that is broken. */
export async function auditForCommandLine(context: Context, wish: string | undefined) {
  if (wish !== 'verify') return { answer: null, exitCode: 1, sentence: 'Write: audit verify --data DIR' };
  const verdict = await verifyAudit(context);
  const answer = { entries: verdict.entries, whole: verdict.broken === null, broken: verdict.broken };
  return verdict.broken === null ? { answer } : { answer, exitCode: 1, sentence: inWords(verdict) };
}
