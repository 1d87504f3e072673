import { oc } from '@orpc/contract';
import { ROLE_NAMES, type Role } from './roles.ts';

/** What a call does to what is here, which is also the kind of its entry in the audit. */
export type Act = 'view' | 'change' | 'export' | 'import' | 'undo' | 'restore' | 'session';

/**
 * What a call reads or writes: `none` is nothing of a trust's, such as the version; `figures` are of a trust or unit and
 * single out nobody; `people` has a row, a name or a note of a person; `lmns` is what trusts returned to their system.
 */
export type DataSeen = 'none' | 'figures' | 'people' | 'lmns';

/** What each procedure says of itself: the backend asks the signed-in role and keeps the audit by it. */
export interface Access extends Record<string, unknown> {
  readonly act: Act;
  readonly data: DataSeen;
  /** What the frame asks by itself, whatever screen is open, is no view that somebody chose. */
  readonly isByItself?: boolean;
}

/** Refusals that every procedure has. */
export const accessRefusals = {
  LOCKED: { status: 401, message: 'The planner is locked. Sign in to go on; nothing was changed.' },
  SWITCHED_OFF: {
    status: 403,
    message:
      'This part is switched off on this PC by its policy. Ask IT, who can change that; About says what it holds.',
  },
  NOT_FOR_ROLE: {
    status: 403,
    message: 'Your profile may not do this. Ask an editor, or sign in with another profile.',
  },
  NOT_SAVED: {
    status: 409,
    message: 'The disk did not take this, so nothing was changed. Look at it, then do it again.',
  },
} as const;

const base = oc.$meta<Access>({ act: 'change', data: 'people' }).errors(accessRefusals);

/** Begins a procedure by what it does and to what: `verb('view', 'people').input(…).output(…)`. */
export const verb = (act: Act, data: DataSeen) => base.meta({ act, data });

/** Begins a procedure that the frame calls by itself: asked of the role like any other, and not kept as a view. */
export const verbOfFrame = (data: DataSeen) => base.meta({ act: 'view', data, isByItself: true });

/** Whether a role may make a call of that kind. The backend and the navigation go by this one table. */
export function mayCall(role: Role, { act, data }: Pick<Access, 'act' | 'data'>): boolean {
  if (role === 'editor' || act === 'session') return true;
  if (role === 'lmns') return data === 'none' || data === 'lmns';
  return (act === 'view' || act === 'export') && data !== 'people';
}

/** Why a role may not make a call, with the next step. */
export function whyNot(role: Role, { data }: Pick<Access, 'act' | 'data'>): string {
  const who = `This profile is “${ROLE_NAMES[role]}”`;
  if (role === 'lmns')
    return `${who}, which works with the returns of trusts alone. Ask an editor of the trust for this.`;
  if (data === 'people') return `${who}. This shows or changes data about people: ask an editor, or sign in as one.`;
  return `${who}, which changes nothing. Ask an editor to make this change, or sign in as one.`;
}
