import type { RosterFiguresShown } from '#contract';
import { hoursText, percentText } from '../../components/numbers.ts';
import type { ShowRows } from './RosterFigures.tsx';

type UnitFill = RosterFiguresShown['all'];

const parts = [
  ['registered', 'day', 'Registered, day'],
  ['registered', 'night', 'Registered, night'],
  ['support', 'day', 'Support, day'],
  ['support', 'night', 'Support, night'],
] as const;

/** Planned and actual care hours and the fill, by unit, registered or support, day or night; each rate opens its rows. */
export function FillTable({ units, all, onRows }: { units: UnitFill[]; all: UnitFill; onRows: ShowRows }) {
  const idle = units.filter(({ total }) => total.planned === 0 && total.actual === 0);
  return (
    <>
      <div className="table-scroll">
        <table className="table table--dense fill-table">
          <caption className="unseen">Planned hours, actual hours and shift fill in percent, by unit</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Unit
              </th>
              {['All care duties', ...parts.map(([, , title]) => title)].map((title) => (
                <th scope="colgroup" colSpan={3} key={title} className="table__span">
                  {title}
                </th>
              ))}
            </tr>
            <tr>
              {['all', ...parts].map((part) => (
                <Heads key={String(part)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {units
              .filter((fill) => !idle.includes(fill))
              .map((fill) => (
                <Row key={fill.unit} fill={fill} name={fill.unit} at={fill.unit} onRows={onRows} />
              ))}
          </tbody>
          <tfoot>
            <Row fill={all} name="All units" at="ALL" onRows={onRows} />
          </tfoot>
        </table>
      </div>
      {idle.length > 0 && (
        <p className="table__why">
          No care duty is rostered in these days for {idle.map(({ unit }) => unit).join(', ')}.
        </p>
      )}
    </>
  );
}

function Heads() {
  return (
    <>
      <th scope="col" className="number">
        Plan h
      </th>
      <th scope="col" className="number">
        Actual h
      </th>
      <th scope="col" className="number">
        Fill
      </th>
    </>
  );
}

function Row({ fill, name, at, onRows }: { fill: UnitFill; name: string; at: string; onRows: ShowRows }) {
  const total = at === 'ALL';
  return (
    <tr className={total ? 'table__total' : undefined}>
      <th scope="row">{name}</th>
      <Fill
        hours={fill.total}
        title={`${name}, all care duties`}
        figure={['units', at, 'fill_percent']}
        onRows={onRows}
      />
      {parts.map(([type, half, title]) => (
        <Fill
          key={title}
          hours={fill.cells[type][half]}
          title={`${name}, ${title.toLowerCase()}`}
          figure={['units', at, `fill_percent_${type}_${half}`]}
          onRows={onRows}
        />
      ))}
    </tr>
  );
}

interface FillProps {
  hours: { planned: number; actual: number };
  title: string;
  figure: string[];
  onRows: ShowRows;
}

function Fill({ hours: { planned, actual }, title, figure, onRows }: FillProps) {
  const rate = percentText({ numerator: actual, denominator: planned });
  return (
    <>
      <td className="number">{hoursText(planned)}</td>
      <td className="number">{hoursText(actual)}</td>
      <td className="number">
        {planned === 0 && actual === 0 ? (
          rate
        ) : (
          <button
            type="button"
            className="link"
            aria-label={`${rate}: rows of ${title}`}
            onClick={() => onRows(figure, `Shift fill, ${title}`)}
          >
            {rate}
          </button>
        )}
      </td>
    </>
  );
}
