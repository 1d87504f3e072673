import type { RosterFiguresShown } from '#contract';
import { hoursText, percentText } from '../../components/numbers.ts';
import type { ShowRows } from './RosterFigures.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { fillMade } from './figures.ts';

type UnitFill = RosterFiguresShown['all'];

const parts = [
  ['registered', 'day', 'Registered, day'],
  ['registered', 'night', 'Registered, night'],
  ['support', 'day', 'Support, day'],
  ['support', 'night', 'Support, night'],
] as const;

const CARE = 'Registered midwives and nurses, and support workers, on duties that give care.';
const means = {
  planned: 'Hours that the roster asks for, breaks left out.',
  actual: 'Hours worked by substantive, bank and agency staff.',
  fill: 'Actual hours ÷ planned hours. Above 100 % more was worked than planned.',
};

/** Planned and actual care hours and the fill, by unit, registered or support, day or night; each rate opens its rows. */
export function FillTable({ figures, onRows }: { figures: RosterFiguresShown; onRows: ShowRows }) {
  const { units, all } = figures;
  const idle = units.filter(({ total }) => total.planned === 0 && total.actual === 0);
  const three = (
    over: string,
    hoursOf: (fill: UnitFill) => { planned: number; actual: number },
    figure: string,
  ): Column<UnitFill>[] => [
    {
      key: `${figure} planned`,
      title: 'Plan h',
      over,
      number: true,
      value: (fill) => hoursOf(fill).planned / 60,
      show: (fill) => hoursText(hoursOf(fill).planned),
      means: means.planned,
    },
    {
      key: `${figure} actual`,
      title: 'Actual h',
      over,
      number: true,
      value: (fill) => hoursOf(fill).actual / 60,
      show: (fill) => hoursText(hoursOf(fill).actual),
      means: means.actual,
    },
    {
      key: figure,
      title: 'Fill',
      over,
      number: true,
      share: true,
      value: (fill) => (hoursOf(fill).planned === 0 ? null : hoursOf(fill).actual / hoursOf(fill).planned),
      show: (fill) => {
        const { planned, actual } = hoursOf(fill);
        const rate = percentText({ numerator: actual, denominator: planned });
        if (planned === 0 && actual === 0) return rate;
        const [at, name] = fill === all ? ['ALL', 'All units'] : [fill.unit, fill.unit];
        const title = `${name}, ${over.toLowerCase()}`;
        const path = ['units', at, figure];
        return (
          <button
            type="button"
            className="link"
            aria-label={`${rate}: rows of ${title}`}
            onClick={() =>
              onRows({
                figure: path,
                title: `Shift fill, ${title}`,
                value: rate,
                making: fillMade(figures, path, hoursOf(fill)),
              })
            }
          >
            {rate}
          </button>
        );
      },
      means: means.fill,
    },
  ];
  const columns: Column<UnitFill>[] = [
    { key: 'unit', title: 'Unit', header: true, value: (fill) => (fill === all ? 'All units' : fill.unit) },
    ...three('All care duties', ({ total }) => total, 'fill_percent'),
    ...parts.flatMap(([type, half, title]) =>
      three(title, ({ cells }) => cells[type][half], `fill_percent_${type}_${half}`),
    ),
  ];
  return (
    <>
      <DataTable
        className="table--dense fill-table"
        caption="Planned hours, actual hours and shift fill in percent, by unit"
        columns={columns}
        rows={units.filter((fill) => !idle.includes(fill))}
        rowKey={({ unit }) => unit}
        totals={[all]}
        definitions={[{ term: 'Care duties', meaning: CARE }]}
      />
      {idle.length > 0 && (
        <p className="table__why">
          No care duty is rostered in these days for {idle.map(({ unit }) => unit).join(', ')}.
        </p>
      )}
    </>
  );
}
