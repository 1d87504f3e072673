import type { PrecepteePage } from '#contract';
import type { Context } from '../../context.ts';
import { roundedQuotient } from '../../core/rates.ts';
import { dateInWords } from '../../core/dates.ts';
import { formatWte } from '../../core/wte.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { describeTrust, type TrustRow } from '../organisation/repository.ts';
import { datedMinutes, supernumeraryKinds } from './calculations/assess.ts';
import { givenMinutes } from './calculations/hours.ts';
import { cellAsText } from './calculations/living.ts';
import { stepName } from './calculations/step-name.ts';
import { supernumeraryShifts } from './living-repository.ts';
import { communityUnits } from './living-service.ts';
import type { Preceptee } from './worked-out.ts';
import { boardRowOf } from './preceptee-shown.ts';
import { programmesShown } from './programmes.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Everything about one preceptee. */
export function pageOf(world: World, trust: TrustRow, preceptee: Preceptee): PrecepteePage {
  const { database, reference } = world;
  const today = world.today();
  const { standing, hand, cells, file, person, programme } = preceptee;
  const shown = programmesShown(reference).find(({ key }) => key === programme.programme);
  if (!shown) throw new Error(`No programme ${programme.programme}`);
  const used = new Set(preceptee.shifts.map(({ day }) => day));
  return {
    on: today,
    row: boardRowOf(preceptee, today, communityUnits(database, trust)),
    programme: shown,
    cells,
    edited: preceptee.edited.map((field) => ({ field, file: cellAsText(file?.cells[field] ?? null) })),
    from: sourceOf(world, trust, preceptee),
    preceptorDue: { ...standing.preceptor, held: preceptee.course.preceptorNamedOn },
    signOffFrom: standing.signOffFrom,
    leftWhen: standing.leftWhen,
    leftByList: preceptee.leftByList === null ? null : { ...preceptee.leftByList },
    due: preceptee.due.map((item) => ({ ...item, escalation: item.escalation.map((level) => ({ ...level })) })),
    steps: [...standing.meetings, ...standing.steps].map((one) => ({ ...one })),
    meetings: hand.meetings.map((one) => ({ ...one })),
    answers: Object.entries(hand.answers).flatMap(([step, answer]) =>
      answer ? [{ step, name: stepName(programme, step) ?? step, ...answer }] : [],
    ),
    events: [...hand.events].sort((one, other) => (one.from < other.from ? -1 : 1)),
    entries: [...hand.hours].sort((one, other) => (one.day < other.day ? 1 : -1)),
    shifts:
      person === null
        ? []
        : supernumeraryShifts(database, trust.id)
            .filter((shift) => shift.person === person && used.has(shift.day) && shift.day >= cells.start)
            .map(({ day, minutes, unit }) => ({ day, minutes, unit, booked: day > today })),
    logged: preceptee.logged,
    given: givenOf(preceptee, today),
    formulas: formulasOf(preceptee),
    places: describeTrust(database, trust).units.map(({ name }) => name),
  };
}

function sourceOf({ database }: World, trust: TrustRow, { file }: Preceptee): PrecepteePage['from'] {
  if (file === null) return null;
  const source = sourceBatches(database, trust.id, 'preceptees', null).find(({ id }) => id === file.batchId);
  return {
    batch: file.batchId,
    fileName: source?.fileName ?? '',
    sheet: source?.sheet ?? '',
    row: file.entry.row,
    day: file.entry.day,
  };
}

/** Given, booked and owed of each kind of hours. */
function givenOf(preceptee: Preceptee, today: string): PrecepteePage['given'] {
  const { logged, programme, owed } = preceptee;
  const dated = datedMinutes(preceptee);
  const day = logged?.day ?? null;
  const of = (kind: PrecepteePage['given'][number]['kind']) => ({
    kind,
    ...givenMinutes(kind === 'supernumerary' ? supernumeraryKinds : [kind], dated, logged?.[kind] ?? null, day, today),
  });
  const whole = (hours: number) => ({ numerator: hours * 60, denominator: 1 });
  return [
    { ...of('supernumerary'), owed: owed?.total ?? null },
    { ...of('orientation'), owed: owed?.orientation ?? null },
    { ...of('protected_preceptee'), owed: whole(programme.protectedHoursPreceptee) },
    { ...of('protected_preceptor'), owed: whole(programme.protectedHoursPreceptor) },
  ];
}

/** How the figures were made, with their numbers. */
function formulasOf({ programme, contract, owed, standing, logged }: Preceptee): PrecepteePage['formulas'] {
  const { supernumeraryHours, supernumeraryMonths, proRata } = programme;
  const wtes = contract.map(({ wte, from }, at) => {
    const value = wte === null ? 'no WTE' : formatWte(wte);
    return at === 0 ? value : `${value} from ${dateInWords(from)}`;
  });
  const total = owed === null ? null : roundedQuotient(owed.total.numerator, owed.total.denominator * 60);
  return [
    {
      figure: 'Supernumerary hours owed',
      formula: proRata
        ? `${supernumeraryHours} h × WTE (${wtes.join(', then ')}), each running day of ${supernumeraryMonths} months with the WTE of that day${total === null ? '' : ` = ${total} h`}`
        : `${supernumeraryHours} h for everybody, whatever the contract`,
    },
    {
      figure: 'Given',
      formula:
        logged?.supernumerary == null
          ? 'entries and supernumerary shifts of rosters up to today; on a day with an entry the entry counts'
          : `the log’s total to ${dateInWords(logged.day)}, or what was entered before it where that is more; later entries and shifts on top`,
    },
    {
      figure: 'Clock',
      formula: `from ${dateInWords(standing.clock)}: ${{ start: 'the start', registration: 'the registration', later: 'the later of start and registration' }[programme.clock]}; pauses move what is open at their start`,
    },
  ];
}
