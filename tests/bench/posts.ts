import { addDays, daysBetween } from '../../electron/core/dates.ts';
import type { AbsenceEntry, AssignmentEntry, LeaverEntry } from '../../electron/features/staff/entries.ts';
import type { Random } from './random.ts';

export const staffedUnits = [
  'Delivery Suite',
  'Antenatal Ward',
  'Postnatal Ward',
  'Community',
  'Birth Centre',
  'Triage',
];

const kinds = [
  { staffGroup: '03', code: 'N2C', position: 'Midwife (Preceptorship)', band: '5', share: 0.1 },
  { staffGroup: '03', code: 'N2C', position: 'Midwife', band: '6', share: 0.45 },
  { staffGroup: '03', code: 'N2C', position: 'Senior Midwife', band: '7', share: 0.13 },
  { staffGroup: '07', code: 'H2C', position: 'Maternity Support Worker', band: '3', share: 0.2 },
  { staffGroup: '08', code: 'G2D', position: 'Ward Clerk', band: '3', share: 0.04 },
  { staffGroup: '01', code: '021', position: 'Specialty Registrar', band: null, share: 0.08 },
];
let made = 10_000_000;

/** One invented person with one assignment, and the rows that lists have of it. */
export function postOf(random: Random, firstDay: string, lastDay: string) {
  const person = String(++made);
  const kind = kindOf(random.next());
  const unit = random.of(staffedUnits);
  const costCentre = String(441_100 + staffedUnits.indexOf(unit));
  const fte = random.of([100_000, 100_000, 92_000, 80_000, 60_000, 53_333]);
  const start = addDays(
    firstDay,
    random.chance(0.75) ? -random.whole(30, 9_000) : random.whole(0, daysBetween(firstDay, lastDay)),
  );
  const isLeaver = random.chance(0.28);
  const gone = addDays(firstDay, random.whole(20, daysBetween(firstDay, lastDay)));
  const leaving = isLeaver && gone > start ? gone : null;
  const ageBand = random.of(['21-25', '26-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-60', '61-65']);
  const name = `Person ${person}, Invented`;
  const own = { person, assignment: person, name, unit, staffGroup: kind.staffGroup };
  const post = {
    position: kind.position,
    payGrade: null,
    band: kind.band,
    occupationCode: kind.code,
    category: 'permanent' as const,
    primary: 1 as const,
    fte,
    start,
    ethnicOrigin: null,
    ageBand,
    costCentre,
  };
  return {
    ...own,
    ...post,
    leaving,
    onList: (census: string, row: number): AssignmentEntry => ({
      ...own,
      ...post,
      row,
      census,
      division: null,
      role: null,
      positionNumber: null,
      status: Number(person) % 25 === 0 ? 'maternity' : 'active',
      hours: null,
      nhsEntry: start,
    }),
    asLeaver: (row: number): LeaverEntry => ({
      ...own,
      ...post,
      row,
      leaving: leaving ?? '',
      reason: random.of(['Voluntary Resignation - Relocation', 'Voluntary Resignation - Promotion', 'Retirement Age']),
      destination: null,
    }),
    asPreceptee: (day: string) => ({
      person,
      name,
      unit,
      day,
      start,
      pinDate: null,
      wte: fte,
      preceptor: null,
      preceptorNamedOn: null,
      meetings: '{}',
      orientationMinutes: null,
      supernumeraryMinutes: null,
      protectedMinutesPreceptee: null,
      protectedMinutesPreceptor: null,
      pauseStart: null,
      pauseEnd: null,
      pauseReason: null,
      extendedTo: null,
      extensionReason: null,
      signedOff: null,
      notes: null,
    }),
    /** About two episodes a year. */
    absences: (numbers: Random, first: string, last: string): Omit<AbsenceEntry, 'row'>[] => {
      const days = daysBetween(first, last);
      return Array.from({ length: Math.round((days / 365) * 2) }, () => {
        const begins = addDays(first, numbers.whole(0, days));
        const end = addDays(begins, numbers.chance(0.06) ? numbers.whole(30, 120) : numbers.whole(0, 9));
        return { ...own, type: 'sickness', reason: 'S13 Cold', start: begins, end: end > last ? null : end };
      });
    },
  };
}

export type Post = ReturnType<typeof postOf>;

function kindOf(share: number) {
  let rest = share;
  for (const kind of kinds) {
    rest -= kind.share;
    if (rest < 0) return kind;
  }
  return kinds[1]!;
}
