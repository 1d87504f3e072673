import { useContext } from 'react';
import { TrustInView } from '../client/trust.ts';

const INSIDE_TRUST = 'Inside the trust only: exact small numbers';

/** What a copy or a print of a trust's own screen says of itself; undefined where no trust is in view. */
export const useInsideTrust = (): string | undefined => (useContext(TrustInView) ? INSIDE_TRUST : undefined);
