import { useState } from 'react';
import { useLocation } from 'wouter';
import type { LmnsOverview, Trust } from '#contract';
import { useInView } from '../client/lmns.ts';
import { Dialog } from '../components/Dialog.tsx';
import { useScreens } from './screens-in-view.ts';
import { useUndo } from './undo.ts';
import { useView } from './view.ts';

interface Command {
  title: string;
  perform: () => void;
}

interface GoToProps {
  trusts: Trust[];
  systems: LmnsOverview[];
  onClose: () => void;
}

/** The box to go anywhere or do anything: type any part of a word, arrow keys choose, Enter does it. */
export function GoTo({ trusts, systems, onClose }: GoToProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const words = typed.trim().toLowerCase();
  const isIt = ({ title }: Command) => Number([words, `go to ${words}`].includes(title.toLowerCase()));
  // What is typed in full comes first: "preceptors" is part of another title too.
  const matching = useCommands(trusts, systems)
    .filter(({ title }) => words.split(/\s+/).every((part) => title.toLowerCase().includes(part)))
    .sort((one, other) => isIt(other) - isIt(one));
  const current = Math.min(chosen, matching.length - 1);
  const perform = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.perform();
  };
  return (
    <Dialog title="Go to, or do" onClose={onClose}>
      <input
        className="nhsuk-input"
        role="combobox"
        aria-label="Type where to go or what to do"
        aria-expanded="true"
        aria-controls="go-to-list"
        aria-activedescendant={matching.length ? `go-to-${current}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, matching.length - 1));
          else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
          else if (event.key === 'Enter') perform(matching[current]);
          else return;
          event.preventDefault();
        }}
      />
      <ul className="go-to" id="go-to-list" role="listbox" aria-label="Places and actions">
        {matching.map((command, index) => (
          // The input keeps the focus and its arrow keys choose; the pointer may click as well.
          <li
            key={command.title}
            id={`go-to-${index}`}
            role="option"
            aria-selected={index === current}
            onPointerDown={() => perform(command)}
          >
            {command.title}
          </li>
        ))}
        {matching.length === 0 && <li role="presentation">Nothing matches. Try a shorter part of the word.</li>}
      </ul>
    </Dialog>
  );
}

function useCommands(trusts: Trust[], systems: LmnsOverview[]): Command[] {
  const [, navigate] = useLocation();
  const inView = useInView();
  const screens = useScreens();
  const { state, undo, redo } = useUndo();
  const view = useView(trusts, systems);
  return [
    ...screens.map(({ title, path }) => ({ title: `Go to ${title}`, perform: () => navigate(path) })),
    ...trusts
      .filter(({ code }) => inView.kind === 'lmns' || code !== inView.code)
      .map(({ name, code }) => ({ title: `Show ${name}`, perform: () => view.mutate({ trust: code }) })),
    ...systems
      .filter(({ id }) => inView.kind === 'trust' || id !== inView.id)
      .map(({ name, id }) => ({ title: `Show ${name}`, perform: () => view.mutate({ lmns: id }) })),
    ...(state?.undo ? [{ title: `Undo “${state.undo}”`, perform: undo }] : []),
    ...(state?.redo ? [{ title: `Redo “${state.redo}”`, perform: redo }] : []),
    { title: 'Print this page', perform: () => window.print() },
  ];
}
