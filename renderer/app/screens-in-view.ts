import { useInView } from '../client/lmns.ts';
import { type Screen, screens } from './screens.ts';

/** What an LMNS sees beside its own section. */
const ofBoth = new Set(['/history']);

/** The screens of what is in view: an LMNS has its own, and a trust is never led into them. */
export function useScreens(): Screen[] {
  const { kind } = useInView();
  return screens.filter(({ section, path }) =>
    kind === 'lmns' ? section === 'LMNS' || ofBoth.has(path) : section !== 'LMNS',
  );
}
