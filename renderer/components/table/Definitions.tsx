import type { Definition } from './column.ts';

/** On paper, below a table: what its words mean. On the screen they stand in the headings and where it is arranged. */
export function Definitions({ of }: { of: readonly Definition[] }) {
  if (of.length === 0) return null;
  return (
    <dl className="printed-only definitions">
      {of.map(({ term, meaning }) => (
        <div key={`${term}: ${meaning}`}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
