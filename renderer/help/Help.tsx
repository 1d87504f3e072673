import { useEffect, useState } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { counted } from '../components/numbers.ts';
import { glossary, type GlossaryKey } from './glossary.ts';
import { Marked } from './Marked.tsx';
import type { HelpPage } from './page.ts';
import { helpPages } from './pages.ts';
import { releases } from './releases.ts';
import { searchPages } from './search.ts';
import { type Shown, showHelp, useHelp } from './shown.ts';
import { DialogFoot } from '../components/DialogFoot.tsx';

/** Help: pages by task to search, the glossary, and what is new. Everything comes with the app. */
export default function Help() {
  const { shown } = useHelp();
  const [typed, setTyped] = useState('');
  if (shown === null) return null;
  const close = () => showHelp(null);
  const found = searchPages(helpPages, typed);
  const groups = [...new Set(found.map(({ group }) => group))];
  const item = (to: Shown, title: string) => (
    <li key={title}>
      <button
        type="button"
        className="link"
        aria-current={isSame(to, shown) ? 'page' : undefined}
        onClick={() => showHelp(to)}
      >
        {title}
      </button>
    </li>
  );
  return (
    <Dialog title="Help" wide onClose={close}>
      <div className="help">
        <nav className="help__side" aria-label="Pages of help">
          <label>
            Search help
            <input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
          </label>
          <p role="status">{typed.trim() === '' ? '' : counted(found.length, 'page')}</p>
          <div className="help__list">
            <ul>
              {item({ kind: 'releases' }, 'What is new')}
              {item({ kind: 'term', key: null }, 'Glossary')}
            </ul>
            {groups.map((group) => (
              <section key={group} aria-label={group}>
                <h3>{group}</h3>
                <ul>
                  {found
                    .filter((page) => page.group === group)
                    .map(({ id, title }) => item({ kind: 'page', id }, title))}
                </ul>
              </section>
            ))}
            {found.length === 0 && <p>No page has all these words. Try fewer, or another word.</p>}
          </div>
        </nav>
        <div
          className="help__content page"
          key={JSON.stringify(shown)}
          // Scrolled by keyboard where it is longer than the dialog.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label="Page of help"
        >
          {shown.kind === 'page' && (
            <Page page={helpPages.find(({ id }) => id === shown.id) ?? helpPages[0]!} onLeave={close} />
          )}
          {shown.kind === 'term' && <Glossary wanted={shown.key} />}
          {shown.kind === 'releases' && <Releases />}
        </div>
      </div>
      <DialogFoot onCancel={close} />
    </Dialog>
  );
}

const isSame = (one: Shown, other: Shown) =>
  one.kind === other.kind && (one.kind !== 'page' || (other.kind === 'page' && one.id === other.id));

function Page({ page: { title, text, steps = [], notes = [] }, onLeave }: { page: HelpPage; onLeave: () => void }) {
  const marked = (one: string) => <Marked text={one} onLeave={onLeave} />;
  return (
    <>
      <h3>{title}</h3>
      <p>{marked(text)}</p>
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{marked(step)}</li>
          ))}
        </ol>
      )}
      {notes.length > 0 && (
        <>
          <h4>Good to know</h4>
          <ul>
            {notes.map((note) => (
              <li key={note}>{marked(note)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Glossary({ wanted }: { wanted: GlossaryKey | null }) {
  useEffect(() => {
    if (wanted === null) return undefined;
    // The dialog is opened after its content is drawn: nothing scrolls before.
    const opened = requestAnimationFrame(() =>
      document.getElementById(`term-${wanted}`)?.scrollIntoView({ block: 'start' }),
    );
    return () => cancelAnimationFrame(opened);
  }, [wanted]);
  const keys = (Object.keys(glossary) as GlossaryKey[]).sort((one, other) =>
    glossary[one].term.localeCompare(glossary[other].term, 'en-GB'),
  );
  return (
    <>
      <h3>Glossary</h3>
      <dl className="help__glossary">
        {keys.map((key) => (
          <div key={key} id={`term-${key}`} data-wanted={key === wanted ? '' : undefined}>
            <dt>{glossary[key].term}</dt>
            <dd>{glossary[key].meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Releases() {
  return (
    <>
      <h3>What is new</h3>
      {releases.map(({ version, news }) => (
        <section key={version}>
          <h4>Version {version}</h4>
          <ul>
            {news.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
