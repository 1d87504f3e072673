const words: Record<string, string> = {
  active: 'active',
  maternity: 'maternity leave',
  career_break: 'career break',
  permanent: 'permanent',
  fixed_term: 'fixed term',
  bank: 'bank',
  other: 'other',
};

/** A code word of a list as a reader says it. */
export const wordText = (word: string) => words[word] ?? word.replace(/_/g, ' ');

export const statusText = (status: string | null) => (status === null ? 'not stated' : wordText(status));

const whys = { bank: 'bank: not in post', not_substantive: 'not substantive', not_started: 'not started yet' };

/** How an assignment counts, in words. */
export function countsText({
  notInPost,
  available,
}: {
  notInPost: keyof typeof whys | null;
  available: boolean;
}): string {
  if (notInPost !== null) return whys[notInPost];
  return available ? 'in post, active' : 'in post, away';
}
