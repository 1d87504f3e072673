import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { MenuCommand } from '#contract';

type Item = MenuItemConstructorOptions;

/** Keys that the page hears itself, because they mean something else inside text; the menu shows them and leaves them to it. */
const HEARD_BY_PAGE: ReadonlySet<MenuCommand> = new Set(['undo', 'redo', 'go-to']);

function asks(send: (command: MenuCommand) => void, command: MenuCommand, label: string, accelerator: string): Item {
  return { label, accelerator, registerAccelerator: !HEARD_BY_PAGE.has(command), click: () => send(command) };
}

const line: Item = { type: 'separator' };

/** The menu of every window. `send` hands a command on to the page. */
export function setMenu(send: (command: MenuCommand) => void, dataFolder: string): void {
  const isMac = process.platform === 'darwin';
  const file: Item[] = [
    asks(send, 'import', '&Import a file…', 'CmdOrCtrl+O'),
    asks(send, 'go-to', '&Go to…', 'CmdOrCtrl+K'),
    line,
    asks(send, 'print', '&Print…', 'CmdOrCtrl+P'),
    line,
    isMac ? { role: 'close' } : { role: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q' },
  ];
  const edit: Item[] = [
    asks(send, 'undo', '&Undo', 'CmdOrCtrl+Z'),
    asks(send, 'redo', '&Redo', isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
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
  ];
  const help: Item[] = [
    asks(send, 'keyboard', '&Keyboard', 'CmdOrCtrl+/'),
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
