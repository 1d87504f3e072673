import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { type Command, type CommandId, commands, type MenuPlace } from '../contract/commands.ts';

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

/** "Ctrl Shift Z" as Electron writes it. */
function accelerator({ keys, macKeys }: Command, isMac: boolean): string | undefined {
  const shown = isMac ? (macKeys ?? keys[0]) : keys[0];
  return shown?.replaceAll(' ', '+').replace('Ctrl', isMac ? 'Cmd' : 'CmdOrCtrl');
}

interface Given {
  /** Hands a command on to the page. */
  readonly send: (command: CommandId) => void;
  /** Parts that the PC's policy switches off. */
  readonly off: readonly string[];
  readonly isMac: boolean;
}

/** The commands of one menu. Their keys are shown; the page hears them itself, because some mean something else inside text. */
function itemsUnder(under: MenuPlace['under'], { send, off, isMac }: Given): Item[] {
  return commands.flatMap((command: Command & { id: CommandId }) => {
    if (command.menu?.under !== under || (command.part !== undefined && off.includes(command.part))) return [];
    const item: Item = {
      label: command.menu.label,
      accelerator: accelerator(command, isMac),
      registerAccelerator: false,
      click: () => send(command.id),
    };
    return command.menu.apart ? [line, item] : [item];
  });
}

/** The menu of every window. */
export function setMenu(send: Given['send'], dataFolder: string, off: readonly string[]): void {
  const isMac = process.platform === 'darwin';
  const given = { send, off, isMac };
  const file: Item[] = [
    ...itemsUnder('file', given),
    line,
    isMac ? { role: 'close' } : { role: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q' },
  ];
  const edit: Item[] = [
    ...itemsUnder('edit', given),
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    line,
    { role: 'selectAll' },
  ];
  const view: Item[] = [
    { role: 'zoomIn' },
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
    { role: 'zoomOut' },
    { role: 'resetZoom', label: 'Actual &size' },
    line,
    { role: 'togglefullscreen' },
    ...itemsUnder('view', given),
  ];
  const help: Item[] = [
    ...itemsUnder('help', given),
    line,
    { label: 'Open the &data folder', click: () => void shell.openPath(dataFolder) },
    ...(isMac ? [] : [line, { role: 'about', label: `&About ${app.name}` } as Item]),
  ];
  const template: Item[] = [
    ...(isMac ? [{ role: 'appMenu' } as Item] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: edit },
    { label: '&View', submenu: view },
    ...(isMac ? [{ role: 'windowMenu' } as Item] : []),
    { label: '&Help', role: 'help', submenu: help },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
