import { ORPCError } from '@orpc/server';
import { implementation } from '../context.ts';
import { type Access, accessRefusals } from '../contract/access.ts';
import { isOn } from './is-on.ts';

/** A call to a part that the PC's policy switches off is refused, whoever makes it. */
export const switchedOff = implementation.middleware(({ context, next, path, procedure }) => {
  const [noun = ''] = path;
  const { act, data, isByItself = false } = procedure['~orpc'].meta as Access;
  // What shows nothing of a trust's is asked by the frame of the page; what is typed into any form is kept by it.
  const isBare = isByItself || (act === 'view' && data === 'none');
  if (isBare || isOn(context, noun)) return next();
  const { status, message } = accessRefusals.SWITCHED_OFF;
  throw new ORPCError('SWITCHED_OFF', { defined: true, status, message });
});
