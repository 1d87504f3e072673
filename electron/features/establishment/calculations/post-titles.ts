/** What a ledger's post and a position of the staff list have in common: small letters, no band, nothing in brackets. */
export function titleKey(title: string | null): string {
  return (title ?? '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\bband\s*\d[a-d]?\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
