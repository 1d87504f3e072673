/** Terms with what each means, as a list that is read out as one. */
export function Definitions({ items }: { items: readonly { term: string; meaning: string }[] }) {
  return (
    <dl className="paper__definitions">
      {items.map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
