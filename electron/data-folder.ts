import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { liesOnShare } from './database/share.ts';

const APP = 'Maternity Workforce Planner';

/** Where the store lives when nobody chose a folder: the same place for the desktop app, browser mode and the command line. */
export function defaultDataFolder(
  platform = process.platform,
  environment = process.env,
  isRemote = liesOnShare,
): string {
  const home = homedir();
  if (platform === 'win32') return onWindows(environment, home, isRemote);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP, 'data');
  return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), APP, 'data');
}

/**
 * Trusts often keep what roams with a person on a share, where no store can be in use: then it lives in the folder that stays
 * on the PC. A store that was put on the share is not passed over: opening it says why that cannot be.
 */
function onWindows(environment: NodeJS.ProcessEnv, home: string, isRemote: (folder: string) => boolean): string {
  const roaming = join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), APP, 'data');
  if (!isRemote(roaming) || existsSync(join(roaming, 'planner.sqlite'))) return roaming;
  return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), APP, 'data');
}
