import { homedir } from 'node:os';
import { join } from 'node:path';

const APP = 'Maternity Workforce Planner';

/** Where the store lives when nobody chose a folder: the same place for the desktop app, browser mode and the command line. */
export function defaultDataFolder(platform = process.platform, environment = process.env): string {
  const home = homedir();
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), APP, 'data');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP, 'data');
  return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), APP, 'data');
}
