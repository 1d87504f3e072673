import type { Remark } from '#contract';
import { addDays, type DatePeriod, dateInWords } from '../../core/dates.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from './entries.ts';
import { isLeftOut } from './calculations/spells.ts';

/** So many days a list may end before a period, or begin after its start, without a word: some days have no episode. */
const unremarkable = 7;

/** What a staff list cannot say of a period that ends after it was taken. */
export function listRemarks({ census }: { readonly census: string }, { last }: DatePeriod): Remark[] {
  if (census >= last) return [];
  const message = `The newest staff list is of ${dateInWords(census)}: whoever started after it is not counted.`;
  return [{ code: 'staff_list_older_than_period', message }];
}

/** What is not known, or contradictory, between leavers and staff list. */
export function leaversRemarks(
  { census, rows }: { readonly census: string; readonly rows: readonly AssignmentEntry[] },
  leavers: readonly LeaverEntry[],
  { first }: DatePeriod,
): Remark[] {
  if (leavers.length === 0) {
    const message = 'No list of leavers was imported: whoever left is not counted, neither with days nor at the start.';
    return [{ code: 'leavers_missing', message }];
  }
  const remarks: Remark[] = [];
  const earliest = leavers.reduce((day, { leaving }) => (leaving < day ? leaving : day), '9999-12-31');
  if (earliest > addDays(first, unremarkable)) {
    const message = `The first leaver is of ${dateInWords(earliest)}: leavers from ${dateInWords(first)} on may be missing.`;
    remarks.push({ code: 'leavers_start_late', message });
  }
  const onList = new Map(rows.map((entry) => [`${entry.person} ${entry.assignment}`, entry]));
  const contradictory = leavers.filter((entry) => {
    const still = onList.get(`${entry.person} ${entry.assignment}`);
    return still !== undefined && entry.leaving <= census && still.start < entry.leaving && !isLeftOut(entry);
  });
  if (contradictory.length > 0) {
    const people = [...new Set(contradictory.map(({ person }) => person))].join(', ');
    const message = `Among the leavers, and in post on the later staff list without a new start: ${people}. They count as in post.`;
    remarks.push({ code: 'left_but_on_staff_list', message });
  }
  return remarks;
}

/** What the lists of absence do not tell of a period. */
export function absencesRemarks(
  absences: readonly AbsenceEntry[],
  sources: readonly { readonly first: string; readonly last: string }[],
  { first, last }: DatePeriod,
  isKnown: (person: string) => boolean,
): Remark[] {
  const remarks: Remark[] = [];
  const from = sources.reduce((day, source) => (source.first < day ? source.first : day), '9999-12-31');
  const to = sources.reduce((day, source) => (source.last > day ? source.last : day), '0001-01-01');
  if (from > addDays(first, unremarkable) || to < addDays(last, -unremarkable)) {
    const days = `${dateInWords(from)} to ${dateInWords(to)}`;
    const message = `The lists of absence are of ${days}: outside these days episodes may be missing, and open ones count as going on.`;
    remarks.push({ code: 'absence_not_covered', message });
  }
  const touching = absences.filter(({ start, end }) => start <= last && (end ?? last) >= first);
  const unknown = new Set(touching.filter(({ person }) => !isKnown(person)).map(({ person }) => person));
  if (unknown.size > 0) {
    const message = `On neither the staff list nor the list of leavers, and so not counted: ${[...unknown].sort().join(', ')}.`;
    remarks.push({ code: 'people_unknown', message });
  }
  return remarks;
}
