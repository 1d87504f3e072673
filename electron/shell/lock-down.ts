import { app, type Session, session, type WebContents } from 'electron';
import { isAt, PAGE_HOST, PAGE_URL } from './origin.ts';

/** To be called before the app is ready: this app has no business on any network. */
export function switchNetworkOff(): void {
  const off = [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
    'no-proxy-server',
  ];
  for (const name of off) app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch(
    'disable-features',
    'MediaRouter,OptimizationHints,Translate,AutofillServerCommunication',
  );
}

function lockSession(one: Session): void {
  one.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  one.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
  one.setSpellCheckerEnabled(false);
  one.on('will-download', (event) => event.preventDefault());
  const remote = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'] };
  one.webRequest.onBeforeRequest(remote, (_details, decide) => decide({ cancel: true }));
}

interface Navigation {
  readonly url: string;
  preventDefault(): void;
}

/** A page stays where it was put, and opens nothing. It may be loaded again. */
function lockContents(contents: WebContents): void {
  const stay = (navigation: Navigation) => {
    const again = navigation.url === PAGE_URL && isAt(PAGE_HOST, contents.getURL());
    if (!again) navigation.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies every page all that this app does not need: it needs none of it. To be called when the app is ready. */
export function lockDown(): void {
  lockSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}
