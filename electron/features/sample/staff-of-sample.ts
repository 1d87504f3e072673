import { addDays, daysBetween } from '../../core/dates.ts';
import type { Random } from './random.ts';

/** A line of the sample's establishment, in hundred-thousandths of a WTE. */
export interface PostLine {
  readonly unit: string;
  readonly staffGroup: string;
  readonly band: string;
  readonly inPost: number;
}

/** Somebody invented, with the one assignment that the staff record has of them. */
export interface Invented {
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  readonly costCentre: string;
  readonly staffGroup: string;
  readonly occupationCode: string;
  readonly position: string;
  readonly band: string | null;
  readonly fte: number;
  readonly start: string;
  readonly leaving: string | null;
  readonly reason: string | null;
  readonly ageBand: string;
  readonly ethnicOrigin: string;
}

const first =
  'Amina Bethan Callum Daisy Ewa Folasade Grace Heather Imogen Jo Keira Leila Maeve Nia Orla Priya Rhian Sorcha Tara Usha Wren Zofia'.split(
    ' ',
  );
const last =
  'Abbott Bhatt Cole Dudek Evans Farooq Gray Hughes Ito Jones Kaur Lomax Mensah Nolan Okafor Pryor Quinn Rees Sutton Tamm Underhill Vale Wyatt Yates'.split(
    ' ',
  );
const ages = ['21-25', '26-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-60', '61-65'];
/** As the staff record codes them: about one in five is from a Black or minority ethnic group. */
const origins = ['A', 'A', 'A', 'A', 'A', 'A', 'B', 'C', 'H', 'N', 'M', 'J', 'Z'];
const reasons = [
  'Voluntary Resignation - Work Life Balance',
  'Voluntary Resignation - Relocation',
  'Voluntary Resignation - Promotion',
  'Voluntary Resignation - Health',
  'Retirement Age',
  'Flexi Retirement',
  'End of Fixed Term Contract',
];
const WHOLE = 100_000;

const midwife: Readonly<Record<string, string>> = { '5': 'Midwife (Preceptorship)', '7': 'Senior Midwife' };
const kindOf = (staffGroup: string, band: string) =>
  staffGroup === 'midwives'
    ? { staffGroup: '03', occupationCode: 'N2C', position: midwife[band] ?? 'Midwife' }
    : { staffGroup: '07', occupationCode: 'H2C', position: 'Maternity Support Worker' };

/** The working times of those who make up so many hundred-thousandths of a WTE, to the last one. */
export function sharesOf(wte: number, random: Random): number[] {
  const shares: number[] = [];
  let rest = wte;
  while (rest > WHOLE) {
    const share = Math.min(random.of([WHOLE, WHOLE, 92_000, 80_000, 80_000, 64_000, 60_000]), rest);
    // Nobody works a tenth of a week.
    const taken = rest - share < 30_000 && rest - share > 0 ? rest - 40_000 : share;
    shares.push(taken);
    rest -= taken;
  }
  if (rest > 0) shares.push(rest);
  return shares;
}

/**
 * Everybody who was in post between two days: at the close of the last one the lines of the establishment add up to what
 * they say; one in ten left in each year, and others came for them. Doctors stand beside them, for their training.
 */
export function inventStaff(
  lines: readonly PostLine[],
  period: { first: string; last: string },
  random: Random,
): Invented[] {
  let made = 41_000_000;
  const days = daysBetween(period.first, period.last);
  const units = [...new Set(lines.map(({ unit }) => unit))];
  const invent = (of: Omit<PostLine, 'inPost'>, fte: number, leaves: boolean): Invented => {
    made += random.whole(1, 40);
    const leaving = leaves ? addDays(period.first, random.whole(20, days - 5)) : null;
    const isNew = leaves ? random.chance(0.2) : of.band === '5' || random.chance(0.28);
    const start = isNew ? addDays(period.first, random.whole(0, days)) : addDays(period.first, -random.whole(60, 7000));
    const reason = random.of(reasons);
    return {
      person: String(made),
      name: `${random.of(last)}, ${random.of(first)}`,
      unit: of.unit,
      costCentre: String(441_100 + units.indexOf(of.unit)),
      ...kindOf(of.staffGroup, of.band),
      band: of.band,
      fte,
      start: leaving !== null && start >= leaving ? addDays(leaving, -400) : start,
      leaving,
      reason: leaves ? reason : null,
      ageBand:
        reason === 'Retirement Age' && leaves
          ? '61-65'
          : of.band === '5'
            ? random.of(ages.slice(0, 3))
            : random.of(ages),
      ethnicOrigin: random.of(origins),
    };
  };
  const stayed = lines.flatMap((line) => sharesOf(line.inPost, random).map((fte) => invent(line, fte, false)));
  const weighted = stayed.flatMap(({ unit, band, staffGroup }) =>
    band ? [{ unit, band, staffGroup: staffGroup === '03' ? 'midwives' : 'support' }] : [],
  );
  const left = Array.from({ length: Math.round((stayed.length * 0.1 * days) / 365) }, () =>
    invent(random.of(weighted), random.of([WHOLE, 80_000, 60_000]), true),
  );
  const doctors = Array.from({ length: 18 }, (_, at): Invented => {
    const base = invent({ unit: units[0]!, staffGroup: 'support', band: '3' }, WHOLE, false);
    const isConsultant = at < 7;
    return {
      ...base,
      start: addDays(period.first, -random.whole(100, 3000)),
      staffGroup: '01',
      occupationCode: isConsultant ? '921' : '021',
      position: isConsultant ? 'Consultant Obstetrician' : 'Specialty Registrar, Obstetrics and Gynaecology',
      band: null,
      ageBand: isConsultant ? '46-50' : '31-35',
    };
  });
  return [...stayed, ...left, ...doctors];
}
