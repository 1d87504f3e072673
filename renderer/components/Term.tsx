import { Fragment, type ReactNode } from 'react';
import { glossary, type GlossaryKey } from '../help/glossary.ts';
import { showHelp } from '../help/shown.ts';
import { splitAtTerms, termIn } from './terms.ts';

/** A term that leads to the glossary. */
export function Term({ of, children }: { of: GlossaryKey; children?: ReactNode }) {
  return (
    <button
      type="button"
      className="term"
      title={glossary[of].meaning}
      onClick={() => showHelp({ kind: 'term', key: of })}
    >
      {children ?? glossary[of].term}
    </button>
  );
}

/** Beside a heading that has a term: the way to the glossary. Nothing where it has none. */
export function TermMark({ of }: { of: string }) {
  const term = termIn(of);
  return (
    term && (
      <button
        type="button"
        className="term term--mark"
        aria-label={`What “${of}” means`}
        onClick={() => showHelp({ kind: 'term', key: term })}
      >
        ?
      </button>
    )
  );
}

/** A heading with the way to the glossary, which stays beside its last word. */
export function HeadingWithTerm({ children }: { children: string }) {
  const at = children.lastIndexOf(' ') + 1;
  return (
    <>
      {children.slice(0, at)}
      <span className="unbroken">
        {children.slice(at)}
        <TermMark of={children} />
      </span>
    </>
  );
}

/** A text whose terms lead to the glossary, each where it comes first. */
export function WithTerms({ children }: { children: string }) {
  let at = 0;
  return splitAtTerms(children).map(({ text, term }) => {
    at += text.length;
    return <Fragment key={at}>{term === null ? text : <Term of={term}>{text}</Term>}</Fragment>;
  });
}
