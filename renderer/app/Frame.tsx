import { useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Trust } from '#contract';
import { useTrust } from '../client/trust.ts';
import { GoTo } from './GoTo.tsx';
import { Header } from './Header.tsx';
import { Keyboard } from './Keyboard.tsx';
import { Navigation } from './Navigation.tsx';
import { screens } from './screens.ts';
import { StatusLine } from './StatusLine.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useWindow } from './window.ts';

/** Header, navigation, the screen and the status line. */
export function Frame({ trusts }: { trusts: Trust[] }) {
  const trust = useTrust();
  const [open, setOpen] = useState<'go to' | 'keyboard' | null>(null);
  const close = () => setOpen(null);
  const goTo = () => setOpen('go to');
  useShortcuts(goTo);
  useWindow({ goTo, keyboard: () => setOpen('keyboard') });
  return (
    <div className="frame">
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to main content
      </a>
      <Header trusts={trusts} onGoTo={goTo} />
      <Navigation />
      <main className="frame__main" id="main" tabIndex={-1} key={trust.code}>
        <Switch>
          {screens.map(({ path, component }) => (
            <Route key={path} path={path} component={component} />
          ))}
          <Redirect to={screens[0]?.path ?? '/'} />
        </Switch>
      </main>
      <StatusLine />
      {open === 'go to' && <GoTo trusts={trusts} onClose={close} />}
      {open === 'keyboard' && <Keyboard onClose={close} />}
    </div>
  );
}
