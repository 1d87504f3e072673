import { BrowserWindow, nativeTheme, screen } from 'electron';
import { PAGE_URL } from './origin.ts';
import { choosePlace, keepPlace, type Rectangle, readPlace, SMALLEST } from './place.ts';

function workAreas(): [Rectangle, ...Rectangle[]] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  return [main.workArea, ...others.map((display) => display.workArea)];
}

/** Makes the window of the page, hidden, where it was last time; `placeFile` keeps where that is. */
export function makePageWindow(preload: string, icon: string, placeFile: string): BrowserWindow {
  const { maximised, ...bounds } = choosePlace(readPlace(placeFile), workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171d21' : '#f0f4f5',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (maximised) window.maximize();
  window.on('close', () => keepPlace(placeFile, { ...window.getNormalBounds(), maximised: window.isMaximized() }));
  void window.loadURL(PAGE_URL);
  return window;
}
