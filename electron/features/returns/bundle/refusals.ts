import type { PersonalFinding } from '#contract';

const sentences = {
  'not a bundle': 'This is not a return bundle. Choose a file that the planner of a trust saved as a return bundle.',
  truncated: 'This bundle ends too early: a part of it was lost on the way. Ask the trust to send it again.',
  altered: 'This bundle was changed after it was made: its checksum does not fit. Ask the trust to send it again.',
  'not whole': 'This bundle does not hold a whole return. Ask the trust to make it again.',
  newer:
    'This bundle was made by a newer version of the planner, which this one cannot read. Update this planner, then read it again.',
  'passphrase needed': 'This bundle is sealed. Enter the passphrase that the trust gave you.',
  'wrong passphrase': 'This passphrase does not open the bundle. Check it with the trust; capitals and spaces count.',
  'too large': 'This bundle is larger than any return. It was not read. Ask the trust what it sent.',
  'unknown data':
    'This bundle holds data that is no part of a return, and was not read. Ask the trust to make it again with the planner.',
  'names somebody':
    'This bundle seems to tell of a person, and was not read. Ask the trust to write a role instead and to send it again.',
} as const;

export type BundleRefusalCode = keyof typeof sentences;

/** The refusal by its name, with what else there is to say. */
export function bundleRefusal(code: BundleRefusalCode, more = '') {
  const found: readonly PersonalFinding[] = [];
  return { kind: 'refused' as const, code, message: [sentences[code], more].filter(Boolean).join(' '), found };
}

/** What was found, the first few. */
export function inWords(found: readonly PersonalFinding[]): string {
  const some = found.slice(0, 5).map(({ place, text, looksLike }) => `${place}: ${looksLike} (“${text}”)`);
  const rest = found.length - some.length;
  return `Found in ${some.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
