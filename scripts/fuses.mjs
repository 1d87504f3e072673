// Flips Electron's fuses in a packed app, before it is signed, and reads them back from the executable.
import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** All nine: on where the app needs it, off where only an attacker would. */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

/** Whether each fuse is on in `executable`; a fuse that this Electron does not have yet is left out. */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  const there = Object.keys(fuses).filter((name) => wire[FuseV1Options[name]] !== undefined);
  return Object.fromEntries(there.map((name) => [name, wire[FuseV1Options[name]] === FuseState.ENABLE]));
}

function packedExecutable({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName);
}

/** electron-builder's `afterPack` hook. */
export default async function afterPack(context) {
  const executable = packedExecutable(context);
  const wanted = Object.fromEntries(
    Object.keys(await readFuses(executable)).map((name) => [FuseV1Options[name], fuses[name]]),
  );
  const version = FuseVersion.V1;
  await flipFuses(executable, {
    version,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin',
    ...wanted,
  });
  const wrong = Object.entries(await readFuses(executable)).filter(([name, on]) => on !== fuses[name]);
  if (wrong.length > 0) throw new Error(`These fuses did not flip: ${wrong.map(([name]) => name).join(', ')}`);
}
