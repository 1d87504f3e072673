import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { partOfScreen } from '../client/screen-parts.ts';
import { hasUseFor, isOf } from './screens-for-role.ts';
import { type Screen, screens } from './screens.ts';

/** The screens of what is in view. */
function useAllScreens(): Screen[] {
  const { kind } = useInView();
  return screens.filter((screen) => isOf(kind, screen));
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
