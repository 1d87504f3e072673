import { ORPCError } from '@orpc/server';
import { type Context, implementation } from '../context.ts';
import { accessRefusals } from '../contract/access.ts';
import { isTaken } from '../features/organisation/trust.ts';
import { writePreference } from '../features/organisation/preferences.ts';
import { idleKey, idleMinutes, lockWhenIdle, mayLock } from './idle.ts';
import {
  deleteProfile,
  findProfile,
  insertProfile,
  type Profile,
  profilesOf,
  setProfileSecret,
  updateProfile,
} from './profiles.ts';
import { keptSecret, newRecoveryCode, plainCode } from './secret.ts';
import { tried } from './sign-in.ts';

const on = implementation.profiles;

const shown = (context: Context) => {
  const { session, audit, database } = context;
  const { state } = session;
  return {
    state: state.kind,
    who: state.kind === 'nobody' ? null : state.who,
    profiles: profilesOf(database).map(({ id, name, role, post, secret, recovery }) => ({
      id,
      name,
      role,
      post,
      hasSecret: secret !== null,
      hasRecoveryCode: recovery !== null,
    })),
    idleMinutes: idleMinutes(context),
    isAuditBroken: (audit.verdict?.broken ?? audit.missing) !== null,
    switchedOff: [...(context.policy?.disabled ?? [])],
  };
};

/** Other profiles keep nobody out as long as anybody may become an editor. */
const isGuarded = (profiles: readonly Pick<Profile, 'role' | 'secret'>[]) => {
  const editors = profiles.filter(({ role }) => role === 'editor');
  const others = profiles.length > 1;
  return profiles.length === 0 || (editors.length > 0 && (!others || editors.every(({ secret }) => secret !== null)));
};

/** An editor who forgets the PIN gets in by the recovery code; a viewer's PIN is set by an editor. */
async function kept(role: Profile['role'], secret: string | null) {
  const recoveryCode = role === 'editor' && secret !== null ? newRecoveryCode() : null;
  return {
    recoveryCode,
    secret: secret === null ? null : await keptSecret(secret),
    recovery: recoveryCode === null ? null : await keptSecret(plainCode(recoveryCode)),
  };
}

const note = ({ session, audit, now }: Context, what: string, who = session.who) => {
  if (who !== null)
    audit.write({ at: now(), who: who.name, role: who.role, kind: 'session', what, trust: null, record: null });
};

export const profilesHandlers = on.router({
  state: on.state.handler(({ context }) => {
    lockWhenIdle(context);
    return shown(context);
  }),

  signIn: on.signIn.handler(async ({ input, context, errors }) => {
    const profile = findProfile(context.database, input.profile);
    if (profile === undefined) throw errors.NOT_THERE();
    const outcome = await tried(context, profile, profile.secret, input.secret ?? '', 'profiles.signIn');
    if (outcome.kind === 'wait') throw errors.WAIT({ message: outcome.message, data: outcome });
    if (outcome.kind === 'wrong') throw errors.WRONG_SECRET({ message: outcome.message, data: outcome });
    return shown(context);
  }),

  recover: on.recover.handler(async ({ input, context, errors }) => {
    const profile = findProfile(context.database, input.profile);
    if (profile === undefined) throw errors.NOT_THERE();
    if (profile.recovery === null) throw errors.NO_RECOVERY();
    const outcome = await tried(context, profile, profile.recovery, plainCode(input.code), 'profiles.recover');
    if (outcome.kind === 'wait') throw errors.WAIT({ message: outcome.message, data: outcome });
    if (outcome.kind === 'wrong')
      throw errors.WRONG_SECRET({ message: 'That is not the recovery code of this profile.', data: outcome });
    const { recoveryCode, ...secrets } = await kept(profile.role, input.secret);
    setProfileSecret(context.database, profile.id, secrets);
    return { recoveryCode: recoveryCode ?? '' };
  }),

  lock: on.lock.handler(({ context, errors }) => {
    if (context.session.who !== null) {
      if (!mayLock(context)) throw errors.NO_SECRET();
      note(context, 'profiles.lock');
      context.session.lock();
    }
    return shown(context);
  }),

  active: on.active.handler(({ context }) => {
    lockWhenIdle(context);
    if (context.session.who === null) throw new ORPCError('LOCKED', { defined: true, ...accessRefusals.LOCKED });
    context.session.touch();
    return null;
  }),

  addProfile: on.addProfile.handler(async ({ input: { secret, ...given }, context, errors }) => {
    const { database, session } = context;
    const isFirst = profilesOf(database).length === 0;
    const { recoveryCode, ...secrets } = await kept(given.role, secret);
    if (!isGuarded([...profilesOf(database), { ...given, ...secrets }])) throw errors.EDITOR_NEEDED();
    const id = orTaken(errors, () => insertProfile(database, { ...given, ...secrets }));
    const added = findProfile(database, id);
    if (isFirst && added) session.open(added);
    return { id, recoveryCode };
  }),

  changeProfile: on.changeProfile.handler(({ input: { profile: id, ...given }, context, errors }) => {
    const { database, session } = context;
    const profiles = profilesOf(database);
    if (!profiles.some((one) => one.id === id)) throw errors.NOT_THERE();
    if (!isGuarded(profiles.map((one) => (one.id === id ? { ...one, ...given } : one)))) throw errors.EDITOR_NEEDED();
    orTaken(errors, () => updateProfile(database, id, given));
    session.refresh();
    return null;
  }),

  removeProfile: on.removeProfile.handler(({ input: { profile: id }, context: { database, session }, errors }) => {
    const profiles = profilesOf(database);
    if (!profiles.some((one) => one.id === id)) throw errors.NOT_THERE();
    if (!isGuarded(profiles.filter((one) => one.id !== id))) throw errors.EDITOR_NEEDED();
    deleteProfile(database, id);
    if (profiles.length === 1) session.beginAtScreen();
    else session.refresh();
    return null;
  }),

  setSecret: on.setSecret.handler(async ({ input: { profile: id, secret }, context: { database }, errors }) => {
    const profiles = profilesOf(database);
    const own = profiles.find((one) => one.id === id);
    if (own === undefined) throw errors.NOT_THERE();
    if (!isGuarded(profiles.map((one) => (one.id === id ? { ...one, secret } : one)))) throw errors.EDITOR_NEEDED();
    const { recoveryCode, ...secrets } = await kept(own.role, secret);
    setProfileSecret(database, id, secrets);
    return { recoveryCode };
  }),

  setIdleMinutes: on.setIdleMinutes.handler(({ input, context: { database } }) => {
    writePreference(database, idleKey, input);
    return null;
  }),
});

function orTaken<T>(errors: { NAME_TAKEN: () => Error }, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isTaken(error) ? errors.NAME_TAKEN() : error;
  }
}
