import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../electron/transport/headers.ts';
import { fuses } from '../../scripts/fuses.mjs';

const project = join(import.meta.dirname, '../..');

/** The code of the desktop app by path, without its comments. */
const sources = new Map(
  readdirSync(join(project, 'electron'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gmu, '');
      return [path.slice(project.length + 1), text] as const;
    }),
);
const source = (path: string) => sources.get(path) ?? '';
/** Where something stands in the code. */
const files = (pattern: RegExp) => [...sources].filter(([, text]) => pattern.test(text)).map(([path]) => path);

/** What is asked of every window, in the words of its settings. */
const SAFE = {
  sandbox: 'true',
  contextIsolation: 'true',
  nodeIntegration: 'false',
  nodeIntegrationInWorker: 'false',
  nodeIntegrationInSubFrames: 'false',
  webSecurity: 'true',
  webviewTag: 'false',
};

describe('Electron is used with nothing opened that is shut', () => {
  test('the window of the page asks for the sandbox, isolation and no Node in so many words', () => {
    const text = source('electron/shell/page-window.ts');
    for (const [name, value] of Object.entries(SAFE)) expect(text).toContain(`${name}: ${value},`);
  });

  test('no window of the app is given what a page must not have', () => {
    const opened = files(/new BrowserWindow\(/u);
    expect(opened.sort()).toEqual(['electron/shell/page-window.ts', 'electron/shell/trouble.ts']);
    expect(source('electron/shell/trouble.ts')).toContain('sandbox: true, contextIsolation: true, javascript: false');
    const forbidden = [
      /nodeIntegration\w*: true/u,
      /contextIsolation: false/u,
      /sandbox: false/u,
      /webSecurity: false/u,
      /allowRunningInsecureContent/u,
      /experimentalFeatures/u,
      /enableBlinkFeatures/u,
      /webviewTag: true/u,
      /allowpopups/iu,
      /enableRemoteModule/u,
      /disable-web-security|ignore-certificate-errors|remote-debugging-port/u,
    ];
    for (const pattern of forbidden) expect([pattern.source, files(pattern)]).toEqual([pattern.source, []]);
  });

  test('every process of a page is sandboxed, save where root on Linux cannot have that', () => {
    expect(source('electron/main.ts')).toContain("if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();");
  });

  test('nothing is opened in a browser or another program but the data folder, which no page names', () => {
    expect(files(/openExternal/u)).toEqual([]);
    expect(files(/shell\.open\w+\(/u)).toEqual(['electron/shell/menu.ts']);
    expect(source('electron/shell/menu.ts')).toContain('shell.openPath(dataFolder)');
  });

  test('each permission, device, display, web view, window and way elsewhere is denied where Electron asks', () => {
    const text = source('electron/shell/lock-down.ts');
    for (const handler of [
      'setPermissionRequestHandler((_contents, _permission, decide) => decide(false))',
      'setPermissionCheckHandler(() => false)',
      'setDevicePermissionHandler(() => false)',
      'setDisplayMediaRequestHandler((_request, decide) => decide({}))',
      'setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))',
      "on('will-attach-webview', (event) => event.preventDefault())",
      "setWindowOpenHandler(() => ({ action: 'deny' }))",
      "on('will-navigate', stay)",
      "on('will-redirect', stay)",
      "on('will-frame-navigate', stay)",
      "on('will-download', (event) => event.preventDefault())",
    ])
      expect(text).toContain(handler);
    expect(source('electron/main.ts')).toContain('lockDown();');
  });

  test('files reach a page through our own protocol alone, and no file: address is ever loaded', () => {
    expect(files(/loadFile\(|file:\/\/(?!\/\*)/u)).toEqual([]);
    expect(files(/loadURL\(/u).sort()).toEqual(['electron/shell/page-window.ts', 'electron/shell/trouble.ts']);
  });

  test('the page is given one door, and neither ipcRenderer nor its events', () => {
    expect(files(/ipcRenderer/u)).toEqual(['electron/preload.ts']);
    const text = source('electron/preload.ts');
    expect(text.match(/exposeInMainWorld/gu)).toHaveLength(1);
    expect(text).toContain("exposeInMainWorld('plannerWindow', { connect: () => void connect() })");
  });

  test('one message is heard from a page, and only from our own page in its own window', () => {
    expect(files(/ipcMain\.(on|handle)\(/u)).toEqual(['electron/shell/connection.ts']);
    expect(source('electron/shell/connection.ts').match(/ipcMain\.\w+\(/gu)).toHaveLength(1);
    expect(source('electron/shell/connection.ts')).toContain(
      'if (sender === window.webContents && isPage(senderFrame)) connect(sender, asker);',
    );
  });

  test('the content security policy begins by allowing nothing, and never allows inline or evaluated code', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self';/u);
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|blob:|wasm/u);
    expect(securityHeaders['x-content-type-options']).toBe('nosniff');
  });

  test('the app looks for no new version of itself, reports no crash and has Chromium ask nothing of any network', () => {
    expect(files(/autoUpdater|electron-updater|checkForUpdates/u)).toEqual([]);
    // Nor writes it one down: a dump holds what the memory held, people included.
    expect(files(/crashReporter/u)).toEqual([]);
    expect(source('electron/shell/lock-down.ts')).toContain("appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')");
  });
});

describe('Electron itself', () => {
  test('is one of the three newest major versions of November 2026, pinned exactly', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(43);
  });

  test('has each of its nine fuses set, by name', () => {
    const all = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(all).toHaveLength(9);
    expect(Object.keys(fuses).sort()).toEqual(all.sort());
    expect(fuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
    expect(readFileSync(join(project, 'electron-builder.yml'), 'utf8')).toMatch(/^afterPack: scripts\/fuses\.mjs$/mu);
  });
});
