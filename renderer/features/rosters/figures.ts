import type { RosterFiguresShown } from '#contract';
import { formulaOf, hoursInput, input, type MadeInput, type Making, sides } from '../../components/making.ts';
import { daysText } from '../../components/numbers.ts';

/** The headlines of the rosters of a period. */
export function rosterMade({ period, formulas, all, temporary, headroom, coordinators }: RosterFiguresShown) {
  const byName = formulas.map(({ figure, formula }) => ({ figure: figure.join(' '), formula }));
  const made = (figure: string, ...inputs: MadeInput[]): Making => ({
    formula: formulaOf(byName, figure).replaceAll(' / ', ' ÷ ').replaceAll(' x 100', ' × 100'),
    inputs,
    on: daysText(period),
    imports: [{ kind: 'duty_roster', ...period }],
    packs: [],
  });
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
