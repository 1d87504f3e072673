import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { partOfScreen } from '../client/screen-parts.ts';
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

/** Those that the signed-in role has use for, and that the PC's policy leaves on. */
export function useScreens(): Screen[] {
  const { who, isOn } = useSignedIn();
  return useAllScreens().filter((screen) => hasUseFor(who.role, screen) && isOn(partOfScreen[screen.path]));
}

/** Those that the PC's policy switches off: a link to one says so. */
export function useScreensOff(): Screen[] {
  const { isOn } = useSignedIn();
  return useAllScreens().filter(({ path }) => !isOn(partOfScreen[path]));
}

/** Those that it has none for: a link to one says so. */
export function useOtherScreens(): Screen[] {
  const { who } = useSignedIn();
  return useAllScreens().filter((screen) => !hasUseFor(who.role, screen));
}
