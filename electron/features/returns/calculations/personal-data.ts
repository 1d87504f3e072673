import type { PersonalFinding } from '#contract';
import { findPatientIdentifiers } from '../../../core/patient-identifiers.ts';
import { staffNamesIn } from '../../retention/calculations/staff-names.ts';
import { textClass } from './bundle-texts.ts';
import { forenamesWithSurnames } from './forenames.ts';
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
/** What each of those begins with. */
const TITLE = /\b(?:M[rsx]|Miss|Dr|Prof|Sister)/;
const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Assignment numbers are eight digits, often with a suffix; a date written as eight digits is none. */
const STAFF_NUMBER = /(?<![\d.,/£-])\d{8}(?:-\d{1,2})?(?![\d/%-]|[.,]\d)/g;
const ANY_NUMBER = /(?<!\d)\d{5,10}(?:-\d{1,2})?(?!\d)/g;
const NAME_WORD = "\\p{Lu}[\\p{Ll}'’]+(?:[-'’]\\p{Lu}?\\p{Ll}+)*";
const TWO_NAMES = new RegExp(
  `^(?:${NAME_WORD}(?:[ \\u00a0]+(?:\\p{Lu}\\.?[ \\u00a0]+)?${NAME_WORD}){1,2}|\\p{Lu}[\\p{L}'’-]+,[ \\u00a0]*${NAME_WORD})$`,
  'u',
);

/** Numbers that are no person's, such as checksums, dates and the codes of organisations. */
const notWords = /^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|\d{4}-Q[1-4])$/;

/**
 * Everything in a return that may tell a person: e-mail addresses, NHS numbers, staff numbers, a title with a name, where a role
 * belongs what looks like a name, in what somebody typed a forename with a surname, and the names and numbers of the staff that
 * are known. What a text may hold is said by its class.
 */
export function personalDataIn(data: Json, staff: KnownStaff = { names: [], numbers: [] }): PersonalFinding[] {
  const numbers = new Set(staff.numbers.map(withoutSuffix));
  const knowsStaff = staff.names.length > 0;
  const isOfPack = packMeasures(data);
  const found: PersonalFinding[] = [];
  // A return says many things more than once: each is looked at once.
  const seen = new Map<string, Looks>();
  forEachText(data, (text, placeOf) => {
    let looks = seen.get(text);
    if (!looks) seen.set(text, (looks = looksOf(text, numbers)));
    if (!knowsStaff && looks.isNothing) return;
    const place = placeOf();
    const kind = textClass(place.replace(/\[[^\]]*\]/g, '[]'));
    const add = (looksLike: string, ...texts: readonly string[]) => {
      for (const one of texts)
        if (!found.some((other) => other.place === place && other.text.includes(one)))
          found.push({ place, text: one, looksLike });
    };
    for (const { looksLike, texts } of looks.certain) add(looksLike, ...texts);
    if (kind === 'role' && looks.isName) add('a person’s name where a role belongs', text.trim());
    if (kind !== 'role' && kind !== 'approved text') return;
    if (knowsStaff && !isOfPack(place)) add('somebody of the staff list', ...staffNamesIn(text, staff.names));
    add('what may be a person’s name', ...looks.pairs);
  });
  return found;
}

/** True for a place in a measure that a pack defines, in whose words surnames stand by chance. */
function packMeasures(data: Json): (place: string) => boolean {
  const { measures } = data as {
    readonly measures?: { readonly definitions?: readonly { id: string; definedBy?: Json }[] };
  };
  const ofPacks = new Set((measures?.definitions ?? []).filter((one) => !one.definedBy).map(({ id }) => id));
  return (place) => ofPacks.has(/^measures\.(?:definitions|values)\[([^\]]*)\]/.exec(place)?.[1] ?? '');
}

/** What a text looks like, whatever it stands in. */
interface Looks {
  /** What it is wherever it stands. */
  readonly certain: readonly { readonly looksLike: string; readonly texts: readonly string[] }[];
  /** True where the whole of it looks like one name and nothing else. */
  readonly isName: boolean;
  /** Forenames with surnames in it. */
  readonly pairs: readonly string[];
  readonly isNothing: boolean;
}

const nothing: Looks = { certain: [], isName: false, pairs: [], isNothing: true };

function looksOf(text: string, numbers: ReadonlySet<string>): Looks {
  if (notWords.test(text)) return nothing;
  const certain: { looksLike: string; texts: readonly string[] }[] = [];
  const add = (looksLike: string, texts: readonly string[]) => {
    if (texts.length > 0) certain.push({ looksLike, texts });
  };
  // The first look is the cheap one: thousands of texts have neither.
  if (text.includes('@')) add('an e-mail address', all(text, EMAIL));
  if (/\d/.test(text)) {
    add(
      'an NHS number',
      findPatientIdentifiers(text, [], (digits) => numbers.has(digits)).map((one) => one.text),
    );
    add(
      'a staff number',
      all(text, STAFF_NUMBER).filter((one) => !isDay(one)),
    );
    add(
      'a staff number',
      all(text, ANY_NUMBER).filter((one) => numbers.has(withoutSuffix(one))),
    );
  }
  if (TITLE.test(text)) add('a person’s title and name', all(text, TITLED));
  const isName = TWO_NAMES.test(text.trim()) && !ROLE_WORDS.test(text);
  const pairs = forenamesWithSurnames(text);
  const isNothing = certain.length === 0 && !isName && pairs.length === 0;
  return isNothing ? nothing : { certain, isName, pairs, isNothing };
}

const withoutSuffix = (number: string) => number.replace(/-\d{1,2}$/, '');
const all = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];

const isDay = (digits: string) =>
  /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/.test(
    digits,
  );

/** Looks at one text: `placeOf` names where it stands, such as `lines[4.1].progress`, for those that are to be named. */
type LookAt = (text: string, placeOf: () => string) => void;

/** Every text, in its order: elements of lists are named by what tells them apart. */
function forEachText(data: Json, look: LookAt, placeOf = () => ''): void {
  if (typeof data === 'string') look(data, placeOf);
  else if (isList(data))
    for (const [index, one] of data.entries())
      forEachText(one, look, () => `${placeOf()}[${elementName(one) ?? index}]`);
  else if (typeof data === 'object' && data !== null)
    for (const step of Object.keys(data)) {
      const one = (data as { readonly [key: string]: Json })[step];
      // Numbers and blanks hold no words.
      if (typeof one === 'string' || (typeof one === 'object' && one !== null))
        forEachText(one, look, () => [placeOf(), step].filter((part) => part !== '').join('.'));
    }
}

const isList = (data: Json): data is readonly Json[] => Array.isArray(data);

function elementName(element: Json): string | undefined {
  if (typeof element !== 'object' || element === null || isList(element)) return undefined;
  const own = element as { readonly [key: string]: Json };
  const name = own['reference'] ?? own['key'] ?? own['measure'] ?? own['id'];
  return typeof name === 'string' ? name : undefined;
}
