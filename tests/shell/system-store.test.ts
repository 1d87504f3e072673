import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

/** Electron's part, in place of a system that this machine may not have: it locks by turning bytes over. */
const system = { isThere: true, backend: 'gnome_libsecret' as string | undefined, opens: true };
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
vi.doMock('electron', () => ({
  safeStorage: {
    isEncryptionAvailable: () => system.isThere,
    get getSelectedStorageBackend() {
      return system.backend === undefined ? undefined : () => system.backend;
    },
    encryptString: (text: string) => turned(Buffer.from(text)),
    decryptString(sealed: Buffer) {
      if (!system.opens) throw new Error('another person’s');
      return turned(sealed).toString();
    },
  },
}));
const path = new URL('../../electron/shell/system-store.ts', import.meta.url).pathname;
const store = (await import(path)) as typeof import('../../electron/shell/system-store.ts');
const { platform } = process;
const on = (value: string) => Object.defineProperty(process, 'platform', { value });

describe('the system’s store of secrets', () => {
  beforeEach(() => {
    Object.assign(system, { isThere: true, backend: 'gnome_libsecret', opens: true });
    on('linux');
  });
  afterAll(() => {
    on(platform);
    vi.doUnmock('electron');
  });
  const secret = new Uint8Array([0, 1, 127, 128, 254, 255]);

  test('gives back to the byte what it locked, and what it locked tells nothing of it', () => {
    const sealed = store.sealBySystem(secret);
    expect(sealed).not.toBeNull();
    const plain = Buffer.from(secret).toString('base64');
    expect(Buffer.from(sealed ?? '', 'base64').toString('latin1')).not.toContain(plain);
    expect(sealed).not.toContain(plain);
    expect([...(store.openBySystem(sealed ?? '') ?? [])]).toEqual([...secret]);
  });

  test('is not used where the system keeps none, or on Linux only hides it behind a word that is no secret', () => {
    const sealed = store.sealBySystem(secret) ?? '';
    const used = () => [store.sealBySystem(secret), store.openBySystem(sealed)].map((one) => one !== null);
    expect(used()).toEqual([true, true]);
    system.isThere = false;
    expect(used()).toEqual([false, false]);
    Object.assign(system, { isThere: true, backend: 'basic_text' });
    expect(used()).toEqual([false, false]);
    // Windows and macOS have one kind alone; an older Electron does not say which it uses.
    for (const name of ['win32', 'darwin']) {
      on(name);
      expect(used()).toEqual([true, true]);
    }
    on('linux');
    system.backend = undefined;
    expect(used()).toEqual([true, true]);
  });

  test('opens nothing on another PC, for another person or in a profile that was made anew: the code is asked for', () => {
    const sealed = store.sealBySystem(secret) ?? '';
    system.opens = false;
    expect(store.openBySystem(sealed)).toBeNull();
  });
});
