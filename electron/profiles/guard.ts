import { ORPCError } from '@orpc/server';
import { implementation } from '../context.ts';
import { type Access, accessRefusals, mayCall, whyNot } from '../contract/access.ts';
import { recordOf, trustOf } from '../audit/record.ts';
import { withEntry } from '../audit/with-entry.ts';
import { lockWhenIdle } from './idle.ts';
import { withoutPeople } from './without-people.ts';

const kept = new Set(['change', 'export', 'import', 'undo', 'restore']);

/**
 * Every call passes here, over any transport. What a procedure says of itself in the contract decides whether the signed-in
 * role may make it and how it is kept in the audit: a new procedure is refused and audited without anybody thinking of it.
 */
export const guarded = implementation.middleware(async ({ context, next, path, procedure }, input) => {
  const access = procedure['~orpc'].meta as Access;
  const { session, audit, now } = context;
  if (access.act === 'session') return next();
  lockWhenIdle(context);
  const { who } = session;
  if (who === null) throw new ORPCError('LOCKED', { defined: true, ...accessRefusals.LOCKED });
  const entry = (kind: string, record: string | null) => ({
    at: now(),
    who: who.name,
    role: who.role,
    kind,
    what: path.join('.'),
    trust: trustOf(input),
    record,
  });
  if (!mayCall(who.role, access)) {
    await audit.note(entry('refused', null));
    const { status } = accessRefusals.NOT_FOR_ROLE;
    throw new ORPCError('NOT_FOR_ROLE', { defined: true, status, message: whyNot(who.role, access) });
  }
  context.database.who = who.name;
  context.database.post = who.profile === null ? undefined : who.post;
  const ofAnswer = (kind: string) => (output: unknown) =>
    entry(kind, recordOf(procedure['~orpc'].inputSchema, input, output));
  const isAct = kept.has(access.act);
  // What asks for changes is somebody being there; lists are asked for anew by themselves.
  if (isAct) session.touch();
  const isWritten = isAct && (access.data !== 'none' || access.act === 'export');
  const answer = isWritten
    ? await withEntry(
        context,
        ofAnswer(access.act),
        async () => next(),
        ({ output }) => output,
      )
    : await next();
  if (!isAct && access.data === 'people' && access.isByItself !== true)
    await audit.note(ofAnswer('view')(answer.output));
  const seesPeople = mayCall(who.role, { act: 'view', data: 'people' });
  return seesPeople || access.data === 'people' ? answer : { ...answer, output: withoutPeople(answer.output) };
});
