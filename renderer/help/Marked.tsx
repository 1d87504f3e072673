import { Fragment, type ReactNode } from 'react';
import { ScreenLink } from '../components/ScreenLink.tsx';
import { Term } from '../components/Term.tsx';
import type { GlossaryKey } from './glossary.ts';

const marks = /\*\*([^*]+)\*\*|\[\[([^|\]]+)\|([^\]]+)\]\]|\[([^\]]+)\]\((\/[^)]*)\)/g;

/** A text of help with its marks: names of the screen, links to screens, and terms. */
export function Marked({ text, onLeave }: { text: string; onLeave: () => void }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const found of text.matchAll(marks)) {
    const [all, name, key, term, link, path] = found;
    parts.push(text.slice(from, found.index));
    from = found.index + all.length;
    if (name !== undefined) parts.push(<strong>{name}</strong>);
    else if (key !== undefined) parts.push(<Term of={key as GlossaryKey}>{term}</Term>);
    else
      parts.push(
        <ScreenLink to={path ?? '/'} onLeave={onLeave}>
          {link}
        </ScreenLink>,
      );
  }
  parts.push(text.slice(from));
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
