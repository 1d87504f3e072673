import { useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { LmnsOverview, Trust } from '#contract';
import { useInView } from '../client/lmns.ts';
import { useAgain } from './again.ts';
import { AppearanceDialog } from './AppearanceDialog.tsx';
import { type Overlay, useCommands, usePerform } from './commands.ts';
import { GoTo } from './GoTo.tsx';
import { Header } from './Header.tsx';
import { HelpOverlay } from './HelpOverlay.tsx';
import { Keyboard } from './Keyboard.tsx';
import { Navigation } from './Navigation.tsx';
import { useVisits } from './recent.ts';
import { NotForRole } from './NotForRole.tsx';
import { useOtherScreens, useScreens, useScreensOff } from './screens-in-view.ts';
import { StatusLine } from './StatusLine.tsx';
import { SwitchedOff } from './SwitchedOff.tsx';
import { useWindow } from './window.ts';

/** Header, navigation, the screen and the status line. */
export function Frame({ trusts, systems }: { trusts: Trust[]; systems: LmnsOverview[] }) {
  const inView = useInView();
  const screens = useScreens();
  const others = useOtherScreens();
  const off = useScreensOff();
  const { times } = useAgain();
  const [open, setOpen] = useState<Overlay | null>(null);
  const close = () => setOpen(null);
  const perform = usePerform(setOpen);
  useCommands(perform);
  useWindow();
  useVisits(screens);
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
      <Header trusts={trusts} systems={systems} perform={perform} />
      <Navigation />
      <main
        className="frame__main"
        id="main"
        tabIndex={-1}
        key={inView.kind === 'trust' ? inView.code : `lmns ${inView.id}`}
      >
        <Switch key={times}>
          {screens.map(({ path, component }) => (
            <Route key={path} path={path} component={component} />
          ))}
          {off.map(({ path, title }) => (
            <Route key={path} path={path}>
              <SwitchedOff title={title} />
            </Route>
          ))}
          {others.map(({ path, title }) => (
            <Route key={path} path={path}>
              <NotForRole title={title} />
            </Route>
          ))}
          <Redirect to={screens[0]?.path ?? '/'} />
        </Switch>
      </main>
      <StatusLine />
      {open === 'go-to' && <GoTo trusts={trusts} systems={systems} perform={perform} onClose={close} />}
      {open === 'keyboard' && <Keyboard onClose={close} />}
      {open === 'appearance' && <AppearanceDialog onClose={close} />}
      <HelpOverlay />
    </div>
  );
}
