/** Letters that are others with a stroke, or two in one, which no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The text as it is searched: small letters without accents and apostrophes, every other sign a space. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  // Most text is plain, and a tenth of the work.
  if (!/[^ -~]/.test(small))
    return small
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return small
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .replace(/[øłđðþßæœı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of what was typed, as they are searched. */
export const foldedWords = (typed: string): string[] => folded(typed).split(' ').filter(Boolean);
