/** Those who want to hear of one kind of event; what happens before the first of them is kept for it where `keep` is set. */
export function listeners<T>(keep = false) {
  const hearing = new Set<(event: T) => void>();
  const kept: T[] = [];
  return {
    tell(event: T): void {
      if (hearing.size === 0 && keep) kept.push(event);
      for (const listener of hearing) listener(event);
    },
    add(listener: (event: T) => void): () => void {
      hearing.add(listener);
      for (const event of kept.splice(0)) listener(event);
      return () => void hearing.delete(listener);
    },
  };
}
