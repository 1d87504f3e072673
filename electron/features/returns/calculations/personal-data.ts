import type { PersonalFinding } from '#contract';
import { findPatientIdentifiers } from '../../../core/patient-identifiers.ts';
import { staffNamesIn } from '../../retention/calculations/staff-names.ts';
import type { Json } from './records.ts';

/** What whoever looks for persons knows of them: a trust its staff, an LMNS nobody. */
export interface KnownStaff {
  readonly names: readonly string[];
  /** Employee and assignment numbers as the staff list has them. */
  readonly numbers: readonly string[];
}

/** Words that stand in the names of roles. What looks like two names and has none of them is taken for a person's. */
const ROLE_WORDS =
  /\b(?:head|heads|deputy|associate|assistant|acting|interim|director|directors|chief|lead|leads|leader|manager|midwi\w+|matron|matrons|consultant|obstetric\w*|neonat\w*|anaesthe\w*|nurse|nursing|nurses|doctor|registrar|officer|executive|board|committee|chair|clinical|medical|governance|workforce|people|hr|human|resources|education|educator|practice|retention|recruitment|preceptor\w*|mentor\w*|training|development|transformation|programme|project|business|finance|quality|safety|safeguarding|equality|equity|diversity|inclusion|culture|freedom|guardian|champion|advocate|specialist|coordinator|co-ordinator|administrator|secretary|analyst|team|group|partner|advisor|adviser|tutor|supervisor|sister|ward|delivery|suite|community|maternity|perinatal|trust|lmns|icb|region\w*|national|lmns|service|services|operations|strategy|planning|rostering|information|data|support|worker|student|placement|university|link|divisional|division|unit|general|care|group|senior|junior|band|dom|hom|ddom|con|cno|coo|ceo|ned|pmo|sro)\b/iu;

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sister)\.?[ \u00a0]+(?:\p{Lu}[.]?[ \u00a0]+)?\p{Lu}\p{Ll}[\p{L}'’-]*(?:[ \u00a0]+\p{Lu}[\p{L}'’-]+)?/gu;
const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Assignment numbers are eight digits, often with a suffix; a date written as eight digits is none. */
const STAFF_NUMBER = /(?<![\d.,/£-])\d{8}(?:-\d{1,2})?(?![\d/%-]|[.,]\d)/g;
const ANY_NUMBER = /(?<!\d)\d{5,10}(?:-\d{1,2})?(?!\d)/g;
const NAME_WORD = "\\p{Lu}[\\p{Ll}'’]+(?:[-'’]\\p{Lu}?\\p{Ll}+)*";
const TWO_NAMES = new RegExp(
  `^(?:${NAME_WORD}(?:[ \\u00a0]+(?:\\p{Lu}\\.?[ \\u00a0]+)?${NAME_WORD}){1,2}|\\p{Lu}[\\p{L}'’-]+,[ \\u00a0]*${NAME_WORD})$`,
  'u',
);

/** Fields that hold a role, and never a person: the last step of their path. */
const roleFields = new Set(['lead', 'role', 'by', 'approvedBy']);
/** Words of the planner and its packs, in which surnames stand by chance. */
const ourWords =
  /^(?:definitions|packs|trust|system|title|workforce|measures)\b|^lines\[[^\]]*\]\.(?:title|objective|sentence|published|dates|reference)$|^figures\[[^\]]*\]\.(?:title|measures|warnings)/u;
/** Numbers that are no person's, such as checksums, dates and the codes of organisations. */
const notWords = /^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|\d{4}-Q[1-4])$/;

/**
 * Everything in some data that may tell a person: e-mail addresses, NHS numbers, staff numbers, a title with a name, in
 * fields of roles what looks like a name, and the names and numbers of the staff that are known.
 */
export function personalDataIn(data: Json, staff: KnownStaff = { names: [], numbers: [] }): PersonalFinding[] {
  const numbers = new Set(staff.numbers.map(withoutSuffix));
  const isTyped = (place: string) => staff.names.length > 0 && !ourWords.test(place);
  const found: PersonalFinding[] = [];
  for (const { place, field, text } of textsIn(data)) {
    if (notWords.test(text)) continue;
    const add = (looksLike: string, ...texts: readonly string[]) => {
      for (const one of texts)
        if (!found.some((other) => other.place === place && other.text.includes(one)))
          found.push({ place, text: one, looksLike });
    };
    add('an e-mail address', ...all(text, EMAIL));
    add('an NHS number', ...findPatientIdentifiers(text, [], (digits) => numbers.has(digits)).map((one) => one.text));
    add('a staff number', ...all(text, STAFF_NUMBER).filter((one) => !isDay(one)));
    add('a staff number', ...all(text, ANY_NUMBER).filter((one) => numbers.has(withoutSuffix(one))));
    add('a person’s title and name', ...all(text, TITLED));
    if (roleFields.has(field) && TWO_NAMES.test(text.trim()) && !ROLE_WORDS.test(text))
      add('a person’s name where a role belongs', text.trim());
    add('somebody of the staff list', ...(isTyped(place) ? staffNamesIn(text, staff.names) : []));
  }
  return found;
}

const withoutSuffix = (number: string) => number.replace(/-\d{1,2}$/, '');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([one]) => one);

const isDay = (digits: string) =>
  /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/.test(
    digits,
  );

interface PlacedText {
  readonly place: string;
  readonly field: string;
  readonly text: string;
}

/** Every text with its place, such as `lines[4.1].progress`: elements are named by what tells them apart. */
function* textsIn(data: Json, place = '', field = ''): Generator<PlacedText> {
  if (typeof data === 'string') yield { place, field, text: data };
  else if (isList(data))
    for (const [index, one] of data.entries()) yield* textsIn(one, `${place}[${elementName(one) ?? index}]`, field);
  else if (typeof data === 'object' && data !== null)
    for (const [step, one] of Object.entries(data)) yield* textsIn(one, place === '' ? step : `${place}.${step}`, step);
}

const isList = (data: Json): data is readonly Json[] => Array.isArray(data);

function elementName(element: Json): string | undefined {
  if (typeof element !== 'object' || element === null || isList(element)) return undefined;
  const own = element as { readonly [key: string]: Json };
  const name = own['reference'] ?? own['key'] ?? own['measure'] ?? own['id'];
  return typeof name === 'string' ? name : undefined;
}
