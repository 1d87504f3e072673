import type { BookingFiguresShown } from '#contract';
import { daysText, hoursText, percentText } from '../../components/numbers.ts';
import type { ShowRows } from './RosterFigures.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { hoursInput } from '../../components/making.ts';
import { bookedMade } from './figures.ts';

const parts = [
  ['bank', 'registered', 'Bank, registered'],
  ['bank', 'support', 'Bank, support'],
  ['agency', 'registered', 'Agency, registered'],
  ['agency', 'support', 'Agency, support'],
] as const;

/** Finalised hours of the bank and agency lists by unit. */
export function BankLists({ figures, onRows }: { figures: BookingFiguresShown; onRows: ShowRows }) {
  const { finalised, unfinalised, actualTotal, actual, agencyShare, units, alsoInRoster, period } = figures;
  const rowsOfUnit = (unit: string, key: string, title: string, minutes: number) => {
    const figure = ['units', unit, key];
    const making = bookedMade(figures, figure, hoursInput('Worked', minutes));
    onRows({ figure, title: `${title}, ${unit}`, value: `${hoursText(minutes)} h`, making });
  };
  const rowsOfShare = () => {
    const figure = ['agency_share_of_temporary_percent'];
    const making = bookedMade(figures, figure, hoursInput('Agency', actual.agency), hoursInput('Bank', actual.bank));
    onRows({ figure, title: 'Agency share of temporary hours', value: percentText(agencyShare), making });
  };
  const columns: Column<BookingFiguresShown['units'][number]>[] = [
    { key: 'unit', title: 'Unit', header: true, value: ({ unit }) => unit },
    ...parts.map(
      ([supply, type, title]): Column<BookingFiguresShown['units'][number]> => ({
        key: `${supply} ${type}`,
        title: `${title}, h`,
        number: true,
        sum: 2,
        value: ({ minutes: of }) => of[supply][type] / 60,
        show: ({ unit, minutes: of }) =>
          of[supply][type] === 0 ? (
            hoursText(0)
          ) : (
            <button
              type="button"
              className="link"
              aria-label={`${hoursText(of[supply][type])}: rows of ${unit}, ${title}`}
              onClick={() => rowsOfUnit(unit, `actual_hours_${supply}_${type}`, title, of[supply][type])}
            >
              {hoursText(of[supply][type])}
            </button>
          ),
        means: 'Hours worked of bookings that are finalised, breaks left out.',
      }),
    ),
  ];
  return (
    <section>
      <h2>Bank and agency lists</h2>
      <p>
        {daysText(period)}: {finalised} finalised bookings with {hoursText(actualTotal)} h worked (bank{' '}
        {hoursText(actual.bank)}, agency {hoursText(actual.agency)}), so agency is{' '}
        <button type="button" className="link" onClick={rowsOfShare}>
          {percentText(agencyShare)} of temporary hours
        </button>
        . {unfinalised} bookings are not finalised and do not count.
      </p>
      {alsoInRoster && (
        <p className="note note--attention">
          The roster of the same days has {hoursText(alsoInRoster.minutes)} h of bank and agency duties too. They may be
          the same ones: use one source only.
        </p>
      )}
      <DataTable
        caption="Finalised bank and agency hours by unit"
        columns={columns}
        rows={units}
        rowKey={({ unit }) => unit}
      />
    </section>
  );
}
