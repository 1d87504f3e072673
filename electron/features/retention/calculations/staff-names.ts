/** A name as staff lists print it, in parts: "Osei, Amara" or "Amara Osei". Titles are no part of it. */
function partsOf(name: string): { surname: string; forename: string | undefined } | undefined {
  const titles = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sister)\.?$/i;
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== '' && !titles.test(word));
  const [first = '', second] = name.split(',');
  if (second !== undefined) return { surname: words(first).join(' '), forename: words(second)[0] };
  const all = words(first);
  const surname = all[all.length - 1];
  return surname === undefined ? undefined : { surname, forename: all.length > 1 ? all[0] : undefined };
}

/** Shorter surnames stand in too many texts that name nobody. */
const LEAST_LETTERS = 3;

/**
 * Names of the staff list that a text holds, as it writes them: forename and surname in either order, or a surname alone
 * with a capital. A surname can be another word too, so whoever reads the answer decides.
 */
export function staffNamesIn(text: string, names: readonly string[]): string[] {
  const words = [...text.matchAll(/[\p{L}][\p{L}'’-]*/gu)].map(([word]) => word.replace(/['’]s$/u, ''));
  const found = new Set<string>();
  const surnames = new Map<string, Set<string>>();
  for (const name of names) {
    const parts = partsOf(name);
    if (!parts || parts.surname.length < LEAST_LETTERS) continue;
    const key = parts.surname.toLowerCase();
    const forenames = surnames.get(key) ?? new Set<string>();
    if (parts.forename) forenames.add(parts.forename.toLowerCase());
    surnames.set(key, forenames);
  }
  for (const [index, word] of words.entries()) {
    const forenames = surnames.get(word.toLowerCase());
    if (!forenames) continue;
    const [before, after] = [words[index - 1], words[index + 1]];
    if (before !== undefined && forenames.has(before.toLowerCase())) found.add(`${before} ${word}`);
    else if (after !== undefined && forenames.has(after.toLowerCase())) found.add(`${word} ${after}`);
    else if (/^\p{Lu}/u.test(word)) found.add(word);
  }
  return [...found];
}
