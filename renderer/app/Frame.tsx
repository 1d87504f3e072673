import { useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { LmnsOverview, Trust } from '#contract';
import { useInView } from '../client/lmns.ts';
import { GoTo } from './GoTo.tsx';
import { Header } from './Header.tsx';
import { Keyboard } from './Keyboard.tsx';
import { Navigation } from './Navigation.tsx';
import { useScreens } from './screens-in-view.ts';
import { StatusLine } from './StatusLine.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useWindow } from './window.ts';

/** Header, navigation, the screen and the status line. */
export function Frame({ trusts, systems }: { trusts: Trust[]; systems: LmnsOverview[] }) {
  const inView = useInView();
  const screens = useScreens();
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
      <Header trusts={trusts} systems={systems} onGoTo={goTo} />
      <Navigation />
      <main
        className="frame__main"
        id="main"
        tabIndex={-1}
        key={inView.kind === 'trust' ? inView.code : `lmns ${inView.id}`}
      >
        <Switch>
          {screens.map(({ path, component }) => (
            <Route key={path} path={path} component={component} />
          ))}
          <Redirect to={screens[0]?.path ?? '/'} />
        </Switch>
      </main>
      <StatusLine />
      {open === 'go to' && <GoTo trusts={trusts} systems={systems} onClose={close} />}
      {open === 'keyboard' && <Keyboard onClose={close} />}
    </div>
  );
}
