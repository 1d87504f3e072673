import { implementation } from '../context.ts';
import { canEncrypt } from '../database/store-key.ts';
import type { NotConverted } from './convert.ts';
import { lockStore, protectionState, renewLock, unlockStore } from './protection.ts';

const on = implementation.protection;

type Reason = Exclude<NotConverted['code'], 'in_use'>;

const inWords: Record<Reason, string> = {
  cannot_write: 'There was no room or no right to write beside the store, which was left as it was. Make room there.',
  damaged: 'The copy did not come out like the store, which was left as it was. Check the store first (Backups).',
};

export const protectionHandlers = on.router({
  state: on.state.handler(({ context }) => protectionState(context)),
  lock: on.lock.handler(async ({ input, context, errors }) => {
    if (!canEncrypt()) throw errors.NO_CIPHERS();
    const outcome = await lockStore(context, input.passphrase);
    if (outcome.kind === 'wrapped') return { recoveryCode: outcome.recoveryCode };
    if (outcome.kind === 'passphrase wanted') throw errors.PASSPHRASE_WANTED();
    throw outcome.code === 'in_use' ? errors.STORE_IN_USE() : errors.NOT_CONVERTED({ message: inWords[outcome.code] });
  }),
  unlock: on.unlock.handler(async ({ context, errors }) => {
    const outcome = await unlockStore(context);
    if (outcome.kind === 'converted') return null;
    throw outcome.code === 'in_use' ? errors.STORE_IN_USE() : errors.NOT_CONVERTED({ message: inWords[outcome.code] });
  }),
  renew: on.renew.handler(async ({ input, context, errors }) => {
    if (context.database.key === undefined) throw errors.NOT_LOCKED();
    const outcome = await renewLock(context, input.passphrase);
    if (outcome.kind === 'passphrase wanted') throw errors.PASSPHRASE_WANTED();
    return { recoveryCode: outcome.recoveryCode };
  }),
});
