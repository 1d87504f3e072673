import type { RosterFiguresShown } from '#contract';
import { formulaOf, input, type Making, sides } from '../../components/making.ts';
import { daysText, hoursText } from '../../components/numbers.ts';

/** The headlines of the rosters of a period. */
export function rosterMade({ period, formulas, all, temporary, headroom, coordinators }: RosterFiguresShown) {
  const byName = formulas.map(({ figure, formula }) => ({ figure: figure.join(' '), formula }));
  const made = (figure: string, ...inputs: Making['inputs'][number][]): Making => ({
    formula: formulaOf(byName, figure).replaceAll(' / ', ' ÷ ').replaceAll(' x 100', ' × 100'),
    inputs,
    on: daysText(period),
    imports: [{ kind: 'duty_roster', ...period }],
    packs: [],
  });
  const hours = (title: string, minutes: number) => input(title, `${hoursText(minutes)} h`);
  const [coordinator] = coordinators;
  return {
    fill: made(
      'units ALL fill_percent',
      hours('Worked on care duties', all.total.actual),
      hours('Planned', all.total.planned),
    ),
    temporary: made(
      'temporary_staffing temporary_share_percent',
      hours('Bank', temporary.minutes.bank),
      hours('Agency', temporary.minutes.agency),
      hours('Worked by all', temporary.total),
    ),
    headroom: made(
      'unavailability total_percent_of_substantive_time',
      ...headroom.groups.map(({ group, minutes }) => hours(group.replaceAll('_', ' '), minutes)),
      hours('Away in all', headroom.total),
      hours('Planned on duty, substantive staff', headroom.substantivePlanned),
    ),
    coordinator: made(
      'coordinator percent_meeting_both',
      ...(coordinator ? sides(coordinator.both, 'Rostered and there at the start', 'Shifts') : []),
      input('Rostered', coordinator?.rostered ?? 0),
      input('There at the start', coordinator?.actual ?? 0),
    ),
  };
}
