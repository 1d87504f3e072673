const CANDIDATES = [',', ';', '\t', '|'];
const MOST_LINES = 200;

/** What a text file may say of itself in its first line, as Excel understands it: `sep=;`. */
export function declaredDelimiter(text: string): string | undefined {
  return /^sep=(.)\r?(?:\n|$)/i.exec(text)?.[1];
}

/**
 * The delimiter of a text file by its beginning: the one that cuts the most lines into the same number of fields, lines
 * with more fields counting more. Titles above the table and commas inside other fields do not mislead it. A file of a
 * single column has the comma.
 */
export function delimiterOf(text: string): string {
  let best = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const score = scoreOf(fieldCounts(text, candidate));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function scoreOf(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 1) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...[...lines].map(([fields, number]) => number * (fields - 1)));
}

/** Fields in each line; a delimiter or a line break between quotation marks does not count. */
function fieldCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  for (const char of text) {
    if (char === '"' && (quoted || fieldStart)) quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) fields++;
    else if (char === '\n') {
      counts.push(fields);
      fields = 1;
      if (counts.length === MOST_LINES) break;
    }
    fieldStart = char === delimiter || char === '\n' || (char === '"' && quoted);
  }
  return counts.length === 0 || fields > 1 ? [...counts, fields] : counts;
}
