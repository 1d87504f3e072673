const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sister', 'midwife']);

/** The words of a name in one order, without capitals, accents, marks and titles. */
function wordsOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’]+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.has(word))
    .sort()
    .join(' ');
}

/** Whether two names are written as one person's: capitals, accents, titles and the order of the words do not count. */
export function isSameName(one: string, other: string): boolean {
  const words = wordsOf(one);
  return words !== '' && words === wordsOf(other);
}
