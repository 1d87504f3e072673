import { type ComponentType, useEffect, useState } from 'react';

interface ScreenCode {
  component: ComponentType;
  /** Fetches the code before the screen is opened. Where that fails it is tried again on opening. */
  fetch: () => void;
}

/**
 * A screen whose code is fetched apart from the rest. React's own `lazy` is not used: once it shows that something is
 * loading it leaves that on the screen for 300 ms, although the code of a screen is there in a tenth of that.
 */
export function screenCode(load: () => Promise<{ default: ComponentType }>): ScreenCode {
  let code: ComponentType | undefined;
  let coming: Promise<void> | undefined;
  const arrival = () => {
    coming ??= load().then(
      (module) => {
        code = module.default;
      },
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  function Fetched() {
    const [arrived, setArrived] = useState<{ error?: unknown } | null>(null);
    useEffect(() => {
      let isShown = true;
      const tell = (error?: unknown) => isShown && setArrived({ error });
      if (!code) arrival().then(() => tell(), tell);
      return () => {
        isShown = false;
      };
    }, []);
    if (arrived?.error) throw arrived.error;
    const Screen = code;
    return Screen ? <Screen /> : <p role="status">Loading…</p>;
  }
  return { component: Fetched, fetch: () => void arrival().catch(() => undefined) };
}
