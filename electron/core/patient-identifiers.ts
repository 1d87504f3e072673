/** A form of number by which hospitals know their patients: its name, and a pattern that finds it whatever its capitals. */
export interface HospitalNumberForm {
  readonly name: string;
  readonly pattern: string;
}

/** Part of a text that may identify a patient: as it is written, and what it looks like. */
export interface PatientIdentifier {
  readonly text: string;
  readonly looksLike: string;
}

interface Place extends PatientIdentifier {
  readonly from: number;
  readonly until: number;
}

/** Digits without anything between them, and where they stand. */
interface Group {
  readonly digits: string;
  readonly from: number;
  readonly until: number;
}

const LENGTH = 10;
/** What people write between the digits of one number: spaces and line ends, marks that do not show, dashes, dots. */
const between = /^[\s\p{Cf}\p{Pd}._]+$/u;
/** Dates, and assignment numbers (eight digits and a suffix): their digits belong to no other number. */
const otherNumbers =
  /(?<!\d)(?:\d{4}-(?:0\d|1[0-2])-[0-3]\d|[0-3]?\d([-.])(?:0?\d|1[0-2])\1\d{4}|\d{8}-\d{1,2})(?![\d-])/g;

/**
 * True for ten digits whose last one checks the others: each of the nine times 10 down to 2, their sum taken from the next
 * multiple of 11. Source: NHS Data Dictionary, NHS NUMBER.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9), Number).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/**
 * What in a text looks as if it identified a patient, in the order of the text: NHS numbers in any spacing by their check
 * digit, and numbers of the forms given. Eight digits that `isStaffNumber` knows are the start or the end of no NHS number.
 */
export function findPatientIdentifiers(
  text: string,
  forms: readonly HospitalNumberForm[],
  isStaffNumber: (digits: string) => boolean = () => false,
): PatientIdentifier[] {
  const found: Place[] = nhsNumbers(text, isStaffNumber);
  for (const { name, pattern } of forms)
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      const [from, until] = [match.index, match.index + match[0].length];
      const isNew = found.every((one) => until <= one.from || from >= one.until);
      if (isNew && until > from) found.push({ text: match[0], looksLike: name, from, until });
    }
  return found
    .sort((one, other) => one.from - other.from)
    .map(({ text: written, looksLike }) => ({ text: written, looksLike }));
}

function nhsNumbers(text: string, isStaffNumber: (digits: string) => boolean): Place[] {
  const found: Place[] = [];
  for (const run of runsOf(text, isStaffNumber)) {
    let first = 0;
    while (first < run.length) {
      const last = endOfNumber(run, first);
      const [start, end] = [run[first], run[last]];
      if (start && end) {
        const { from } = start;
        const { until } = end;
        found.push({ text: text.slice(from, until), looksLike: 'an NHS number', from, until });
      }
      first = (end ? last : first) + 1;
    }
  }
  return found;
}

/** The place of the group with which an NHS number that begins at `first` ends; -1 where none begins there. */
function endOfNumber(run: readonly Group[], first: number): number {
  let digits = '';
  for (let last = first; last < run.length && digits.length < LENGTH; last += 1) {
    digits += run[last]?.digits ?? '';
    if (isNhsNumber(digits)) return last;
  }
  return -1;
}

/** Groups of digits that may make up one number: those between which stands only what is written within numbers. */
function runsOf(text: string, isStaffNumber: (digits: string) => boolean): Group[][] {
  const free = text.replace(otherNumbers, (number) => 'x'.repeat(number.length));
  const runs: Group[][] = [];
  let before: Group | undefined;
  for (const match of free.matchAll(/\d+/g)) {
    const group = { digits: match[0], from: match.index, until: match.index + match[0].length };
    const isStaff = group.digits.length === 8 && isStaffNumber(group.digits);
    const goesOn = before !== undefined && between.test(text.slice(before.until, group.from));
    if (isStaff) before = undefined;
    else {
      if (goesOn) runs[runs.length - 1]?.push(group);
      else runs.push([group]);
      before = group;
    }
  }
  return runs;
}
