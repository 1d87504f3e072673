import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { hasUseFor } from './screens-for-role.ts';
import { type Screen, screens } from './screens.ts';

/** What an LMNS sees beside its own section. */
const ofBoth = new Set(['/history', '/profiles', '/audit', '/about']);

/** The screens of what is in view: an LMNS has its own, and a trust is never led into them. */
function useAllScreens(): Screen[] {
  const { kind } = useInView();
  return screens.filter(({ section, path }) =>
    kind === 'lmns' ? section === 'LMNS' || ofBoth.has(path) : section !== 'LMNS',
  );
}

/** Those that the signed-in role has use for. */
export function useScreens(): Screen[] {
  const { who } = useSignedIn();
  return useAllScreens().filter((screen) => hasUseFor(who.role, screen));
}

/** Those that it has none for: a link to one says so. */
export function useOtherScreens(): Screen[] {
  const { who } = useSignedIn();
  return useAllScreens().filter((screen) => !hasUseFor(who.role, screen));
}
