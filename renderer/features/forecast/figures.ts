import type { Forecast, ForecastReached } from '#contract';
import { asOn, formulaOf, input, makings, wteInput, monthsTo } from '../../components/making.ts';
import { total } from '../../components/numbers.ts';
import { assumptionLines, monthText, reachedText, runsText } from './words.ts';

/** When levels are reached, in post at the end, and one more starter a month. */
export function forecastMade(data: Forecast) {
  const { census, to, formulas, months, now, oneMore, groups, assumptions, scenario, history } = data;
  const last = months[months.length - 1];
  const nameOf = (group: string) => groups.find(({ key }) => key === group)?.name ?? group;
  const assumed = assumptionLines(assumptions, nameOf);
  const until = `to ${monthText(to)}`;
  const inPost = wteInput('In post', now.inPost, asOn(census));
  const made = makings({
    on: until,
    imports: [
      { kind: 'staff_list', last: census },
      { kind: 'ledger', last: census },
      // The months that the ordinary variation is drawn from; the rate is of twelve.
      { kind: 'leavers', ...monthsTo(census, Math.max(12, ...history.map(({ months: drawn }) => drawn))) },
      { kind: 'vacancy_tracker' },
    ],
    entered: [
      {
        where: 'Forecast: what the trust assumes',
        by: [{ kind: 'setting', fields: { key: 'forecast_assumptions' } }],
      },
      ...(scenario === null
        ? []
        : [{ where: `Forecast: scenario ${scenario.name}`, by: [{ kind: 'scenario', key: String(scenario.id) }] }]),
      'Vacancies: posts and stages',
      { where: 'Establishment: funded and required', by: [{ tables: ['establishment_line'] }] },
    ],
    packs: ['forecast-rules', 'recruitment-rules'],
    notes: assumed.length > 0 ? [`Assumed: ${assumed.join('; ')}.`] : [],
  });
  const moves = [
    wteInput(
      'Starters',
      total(months, ({ starters: { plan, cohorts, more } }) => plan + cohorts + more),
      until,
    ),
    wteInput(
      'Leavers',
      total(months, ({ leavers }) => leavers),
      until,
    ),
    wteInput(
      'Retirements apart from them',
      total(months, ({ retirements }) => retirements),
      until,
    ),
    wteInput(
      'Changed hours',
      total(months, ({ hoursChange }) => hoursChange),
      until,
    ),
  ];
  const target = (name: 'funded' | 'required', reached: ForecastReached, range: Forecast['fundedRange']) =>
    made(
      `${formulaOf(formulas, 'reached')}; in post: ${formulaOf(formulas, 'inPost')}`,
      inPost,
      wteInput(name === 'funded' ? 'Funded' : 'Required', now[name], asOn(census)),
      wteInput(`${name === 'funded' ? 'Funded' : 'Required'} at the end`, last?.[name] ?? null, monthText(to)),
      wteInput('Short at the end', reached.shortAtEnd, monthText(to)),
      ...moves,
      ...(range ? [input('Simulated runs', runsText(range.runs), until)] : []),
    );
  return {
    funded: target('funded', data.fundedReached, data.fundedRange),
    required: target('required', data.requiredReached, data.requiredRange),
    inPost: made(formulaOf(formulas, 'inPost'), inPost, ...moves),
    oneMore: made(
      'in post at the end with one more starter every month − in post at the end without; those who start leave at the same rate',
      inPost,
      wteInput('With', oneMore.inPostMore, monthText(to)),
      wteInput('Without', oneMore.inPost, monthText(to)),
      input('Funded level reached with it', reachedText(oneMore.funded, to), until),
    ),
  };
}
