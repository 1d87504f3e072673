import { z } from 'zod';
import { returnPeriod, trustCode } from './values.ts';

export const ofReturn = z.object({ trust: trustCode, period: returnPeriod });
export const ofReturnLine = ofReturn.extend({ reference: z.string() });

/** Refusals that verbs of a return share. */
export const returnRefusals = {
  NOT_STARTED: {
    status: 409,
    message: 'The return of that period has not been started. Start it, then answer its lines.',
  },
  LINE_UNKNOWN: { status: 404, message: 'That is not one of the twelve lines that a trust answers.' },
  FROZEN: {
    status: 409,
    message:
      'This return has been submitted and stays as it is. Start a correction, change what is wrong, then submit the correction with its reason.',
  },
  NOT_A_DRAFT: {
    status: 409,
    message: 'This return has been checked or signed off. Take that step back, then change the answer.',
  },
} as const;
