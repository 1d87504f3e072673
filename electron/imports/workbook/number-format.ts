import type { NumberKind } from './cell.ts';

/**
 * Number formats that a file may use without spelling them out (ECMA-376 part 1, 18.8.30), those of the East Asian and
 * Thai editions of Excel included. Where editions differ between date and time, the kind is that of most of them.
 */
export function kindOfBuiltIn(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if (id === 22 || id === 77) return 'datetime';
  if (id === 46 || id === 79) return 'duration';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
  if (id === 75 || id === 76 || id === 78 || id === 80) return 'time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36) return 'date';
  if ((id >= 50 && id <= 54) || id === 57 || id === 58 || (id >= 71 && id <= 74) || id === 81) return 'date';
  return 'number';
}

/** Text in quotation marks, escaped or padding characters, and colours, conditions and locales in brackets. */
const LITERAL = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
const TOKEN = /\[(?:h+|m+|s+)\]|am\/pm|a\/p|general|e[+-]|y+|d+|b+|g+|e+|a{3,}|h+|s+|m+|%|[0#?]/gi;

/** Excel allows 255 characters. */
const LONGEST_CODE = 1000;

/** What a format code shows: decided by its first section that shows anything. */
export function kindOfFormat(code: string): NumberKind {
  for (const section of code.slice(0, LONGEST_CODE).replace(LITERAL, '').split(';')) {
    const tokens = section.toLowerCase().match(TOKEN) ?? [];
    if (tokens.length > 0) return kindOfTokens(tokens);
  }
  return 'number';
}

function kindOfTokens(tokens: readonly string[]): NumberKind {
  let date = false;
  let time = false;
  for (const [i, token] of tokens.entries()) {
    if (token === 'general' || /^e[+-]$/.test(token)) continue;
    if (token.startsWith('[')) return 'duration';
    if (/^[hs]|^a\/p|^am/.test(token)) time = true;
    else if (token.startsWith('m') && isMinutes(tokens, i)) time = true;
    else if (/^[mydbgea]/.test(token)) date = true;
  }
  if (date && time) return 'datetime';
  if (date) return 'date';
  if (time) return 'time';
  return tokens.includes('%') ? 'percent' : 'number';
}

/** `m` means minutes right after hours or right before seconds, months otherwise (ECMA-376 part 1, 18.8.31). */
function isMinutes(tokens: readonly string[], at: number): boolean {
  const before = tokens
    .slice(0, at)
    .reverse()
    .find((token) => /^[ydhs]/.test(token));
  const after = tokens.slice(at + 1).find((token) => /^[ydhs]/.test(token));
  return before?.startsWith('h') === true || after?.startsWith('s') === true;
}
