import { useHelp } from '../help/shown.ts';
import { screenCode } from './screen-code.tsx';

const { component: Help } = screenCode(() => import('../help/Help.tsx'));

/** Help over the screen, once it is asked for; its pages are fetched then. */
export function HelpOverlay() {
  const isShown = useHelp(({ shown }) => shown !== null);
  return isShown ? <Help /> : null;
}
