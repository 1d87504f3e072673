import type { EqualityIndicator, WorkforceEquality } from '#contract';
import { asOn, input, type Making } from '../../../components/making.ts';
import { dateText, total } from '../../../components/numbers.ts';
import { ofText } from './words.ts';

/** How an indicator of workforce race equality was made. */
export function indicatorMade(data: WorkforceEquality, indicator: EqualityIndicator): Making {
  const { shown, earlier, groups, list, pack, fair } = data;
  const { formula, now, kind, ofWorkforce, counted, outOf } = indicator;
  const nameOf = (wanted: string) => groups.find(({ key }) => key === wanted)?.name ?? wanted;
  const isOfList = (kind === 'bands' || ofWorkforce) && list !== null;
  return {
    formula,
    inputs: now.groups.map((group) =>
      input(
        kind === 'bands' ? nameOf(group.group) : `${nameOf(group.group)}, ${counted} of ${outOf}`,
        ofText(group) || 'not known',
      ),
    ),
    on: `snapshot of ${dateText(shown?.day ?? '')}`,
    imports: isOfList ? [{ kind: 'staff_list', last: list.census }] : [],
    entered: kind === 'bands' && list !== null ? [] : ['Workforce equality: the counts of the snapshot'],
    packs: [pack.title],
    notes: [
      ...(earlier.length > 0
        ? [`Earlier snapshots stand beside it: ${earlier.map(({ day }) => dateText(day)).join(', ')}.`]
        : []),
      ...(kind === 'relative'
        ? [`From ${fair.from / 100} to ${fair.to / 100} neither group is taken to be better off.`]
        : []),
    ],
  };
}

/** Heads in post of all bands by ethnic group. */
export function bandsMade({ bands, list, groups, pack }: WorkforceEquality): Making {
  return {
    formula:
      'Black and minority ethnic people ÷ all people in post, each once by the primary assignment, no bank staff',
    inputs: groups.map(({ key, name }) =>
      input(
        name,
        total(bands, (band) => band[key]),
      ),
    ),
    on: list === null ? 'no staff list' : asOn(list.census),
    imports: list === null ? [] : [{ kind: 'staff_list', last: list.census }],
    packs: [pack.title, 'organisation'],
  };
}
