import type { BookingFiguresShown, RosterFiguresShown } from '#contract';
import {
  formulaOf,
  hoursInput,
  type ImportedKind,
  input,
  type MadeInput,
  type Making,
  sides,
} from '../../components/making.ts';
import { daysText } from '../../components/numbers.ts';

type OfPeriod = Pick<RosterFiguresShown, 'period' | 'formulas'>;

/** How the figures of one kind of file were made, by their names from the outside in. */
function makingsOf({ period, formulas }: OfPeriod, kind: ImportedKind) {
  const byName = formulas.map(({ figure, formula }) => ({ figure: figure.join(' '), formula }));
  return (figure: string, ...inputs: MadeInput[]): Making => ({
    formula: formulaOf(byName, figure).replaceAll(' / ', ' ÷ ').replaceAll(' x 100', ' × 100'),
    inputs,
    on: daysText(period),
    imports: [{ kind, ...period }],
    packs: [],
  });
}

/** The fill of one unit, or of all, on some duties. */
export const fillMade = (
  figures: OfPeriod,
  figure: readonly string[],
  { planned, actual }: { readonly planned: number; readonly actual: number },
): Making =>
  makingsOf(figures, 'duty_roster')(figure.join(' '), hoursInput('Worked', actual), hoursInput('Planned', planned));

/** Hours away for one reason, of substantive time. */
export const awayMade = (
  figures: RosterFiguresShown,
  figure: readonly string[],
  { group, minutes }: RosterFiguresShown['headroom']['groups'][number],
): Making =>
  makingsOf(figures, 'duty_roster')(
    figure.join(' '),
    hoursInput(group.replaceAll('_', ' '), minutes),
    hoursInput('Away in all', figures.headroom.total),
    hoursInput('Planned on duty, substantive staff', figures.headroom.substantivePlanned),
  );

/** A figure of the bank and agency lists. */
export const bookedMade = (figures: BookingFiguresShown, figure: readonly string[], ...inputs: MadeInput[]): Making =>
  makingsOf(figures, 'bank_list')(figure.join(' '), ...inputs);

/** The headlines of the rosters of a period. */
export function rosterMade(figures: RosterFiguresShown) {
  const { all, temporary, headroom, coordinators } = figures;
  const made = makingsOf(figures, 'duty_roster');
  const [coordinator] = coordinators;
  return {
    fill: made(
      'units ALL fill_percent',
      hoursInput('Worked on care duties', all.total.actual),
      hoursInput('Planned', all.total.planned),
    ),
    temporary: made(
      'temporary_staffing temporary_share_percent',
      hoursInput('Bank', temporary.minutes.bank),
      hoursInput('Agency', temporary.minutes.agency),
      hoursInput('Worked by all', temporary.total),
    ),
    headroom: made(
      'unavailability total_percent_of_substantive_time',
      ...headroom.groups.map(({ group, minutes }) => hoursInput(group.replaceAll('_', ' '), minutes)),
      hoursInput('Away in all', headroom.total),
      hoursInput('Planned on duty, substantive staff', headroom.substantivePlanned),
    ),
    coordinator: made(
      'coordinator percent_meeting_both',
      ...(coordinator ? sides(coordinator.both, 'Rostered and there at the start', 'Shifts') : []),
      input('Rostered', coordinator?.rostered ?? 0),
      input('There at the start', coordinator?.actual ?? 0),
    ),
  };
}
