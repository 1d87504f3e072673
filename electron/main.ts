import { join } from 'node:path';
import { app, Menu } from 'electron';
import { defaultDataFolder } from './data-folder.ts';
import { dataFolderByPolicy } from './policy/place.ts';
import { lockDown, switchNetworkOff } from './shell/lock-down.ts';
import { runPlanner } from './shell/planner.ts';
import { declareScheme } from './shell/protocol.ts';
import { readStartOptions } from './shell/start-options.ts';
import { desktopHelp } from './start-help.ts';

/** The desktop app's first process: windows, menu and dialogs. The store is the backend's alone. */
function start(chosen: string | null, files: readonly string[]): void {
  const waiting = [...files];
  let open = (file: string): void => void waiting.push(file);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(file);
  });
  app.on('window-all-closed', () => app.quit());
  // Root on Linux cannot have the sandbox, and has to say so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  void app.whenReady().then(() => {
    lockDown();
    const planner = runPlanner(
      app.getAppPath(),
      chosen ?? defaultDataFolder(),
      join(app.getPath('userData'), 'window.json'),
    );
    open = planner.open;
    for (const file of waiting) open(file);
    app.on('second-instance', (_event, _argv, _folder, given) => {
      planner.focus();
      for (const file of (given as { files: string[] }).files) open(file);
    });
  });
}

const { files, asks, ...options } = readStartOptions(process.argv.slice(1), process.defaultApp === true, process.cwd());
if (asks !== null) {
  process.stdout.write(`${asks === 'help' ? desktopHelp : `Maternity Workforce Planner ${app.getVersion()}`}\n`);
  process.exit(0);
}
const dataFolder = dataFolderByPolicy() ?? options.dataFolder;
// What belongs to a window (its place, its caches, its lock against a second start) goes with the data it shows.
if (dataFolder !== null) app.setPath('userData', join(dataFolder, 'window'));
if (process.platform === 'win32') app.setAppUserModelId('org.maternity-workforce-planner.desktop');
if (app.requestSingleInstanceLock({ files })) {
  switchNetworkOff();
  // Dates are typed day before month, whatever the language of the PC.
  app.commandLine.appendSwitch('lang', 'en-GB');
  declareScheme();
  // Ours is set while the page loads; without this Electron would first make one of its own.
  Menu.setApplicationMenu(null);
  start(dataFolder, files);
} else {
  app.quit();
}
