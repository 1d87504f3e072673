/** What a ledger's post and a position of the staff list have in common: small letters, no band, nothing in brackets. */
export function titleKey(title: string | null): string {
  return (title ?? '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\bband\s*\d[a-d]?\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A position's number as both files may spell it: no zeros on the left, no spaces; '' where there is none. */
export function numberKey(number: string | null): string {
  return (number ?? '')
    .replace(/\s+/g, '')
    .replace(/^0+(?=.)/, '')
    .toUpperCase();
}

/**
 * True where a ledger's post, which may name several titles at once as in "Senior Midwife / Coordinator", holds the title
 * of a position: one of its titles has no word that the position's lacks, or the other way about.
 */
export function namesTitle(post: string | null, title: string | null): boolean {
  const words = wordsOf(title);
  return (
    words.length > 0 &&
    (post ?? '').split(/\/|\bor\b|,|;/iu).some((name) => {
      const own = wordsOf(name);
      return own.length > 0 && (own.every((word) => words.includes(word)) || words.every((word) => own.includes(word)));
    })
  );
}

/** A title of one word that half the service shares says nothing by itself. */
const commonAlone = /^(?:midwife|midwives|nurse|manager|lead|support|worker|clinical)$/;

function wordsOf(title: string | null): string[] {
  const words = titleKey(title).split(' ').filter(Boolean);
  return words.length === 1 && commonAlone.test(words[0] ?? '') ? [] : words;
}
