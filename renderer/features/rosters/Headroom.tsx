import type { RosterFiguresShown } from '#contract';
import { hoursText, percentText } from '../../components/numbers.ts';
import type { ShowRows } from './RosterFigures.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { awayMade } from './figures.ts';

const ALL = 'All reasons';

/** Hours away by reason, as a share of substantive time. */
export function Headroom({ figures, onRows }: { figures: RosterFiguresShown; onRows: ShowRows }) {
  const { headroom } = figures;
  const rowsOf = (one: RosterFiguresShown['headroom']['groups'][number]) => {
    const figure = ['unavailability', 'percent_of_substantive_time', one.group];
    const making = awayMade(figures, figure, one);
    onRows({ figure, title: `Headroom used, ${one.group}`, value: percentText(one.share), making });
  };
  const columns: Column<RosterFiguresShown['headroom']['groups'][number]>[] = [
    { key: 'reason', title: 'Reason', header: true, value: ({ group }) => group },
    {
      key: 'hours',
      title: 'Hours',
      number: true,
      value: ({ minutes }) => minutes / 60,
      show: ({ minutes }) => hoursText(minutes),
      means: 'Hours that substantive staff were away on days of the roster, by the reason on it.',
    },
    {
      key: 'share',
      title: 'Of substantive time',
      number: true,
      share: true,
      value: ({ share }) => (share.denominator === 0 ? null : share.numerator / share.denominator),
      show: (one) =>
        one.group === ALL ? (
          percentText(one.share)
        ) : (
          <button
            type="button"
            className="link"
            aria-label={`${percentText(one.share)}: rows of ${one.group}`}
            onClick={() => rowsOf(one)}
          >
            {percentText(one.share)}
          </button>
        ),
      means: 'Hours away ÷ (hours away + planned substantive hours).',
    },
  ];
  return (
    <section>
      <h2>Headroom used, by reason</h2>
      <DataTable
        caption="Hours away by reason"
        columns={columns}
        rows={headroom.groups}
        rowKey={({ group }) => group}
        totals={[{ group: ALL, minutes: headroom.total, share: headroom.ofSubstantiveTime }]}
      />
      <p className="table__why">
        Hours away ÷ (hours away + {hoursText(headroom.substantivePlanned)} planned substantive hours). As an add-on to
        planned hours the same time is {percentText(headroom.asAddOn)}: the two are never mixed.
      </p>
    </section>
  );
}
