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
  return (
    <div className="table-scroll">
      <table className="table table--dense">
        <caption className="unseen">Planned hours, actual hours and shift fill in percent, by unit</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Unit
            </th>
            {parts.map(([, , title]) => (
              <th scope="colgroup" colSpan={3} key={title} className="table__span">
                {title}
              </th>
            ))}
            <th scope="colgroup" colSpan={3} className="table__span">
              All care duties
            </th>
          </tr>
          <tr>
            {[...parts, 'all'].map((part) => (
              <Heads key={String(part)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((fill) => (
            <Row key={fill.unit} fill={fill} name={fill.unit} at={fill.unit} onRows={onRows} />
          ))}
        </tbody>
        <tfoot>
          <Row fill={all} name="All units" at="ALL" onRows={onRows} />
        </tfoot>
      </table>
    </div>
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
      {parts.map(([type, half, title]) => (
        <Fill
          key={title}
          hours={fill.cells[type][half]}
          title={`${name}, ${title.toLowerCase()}`}
          figure={['units', at, `fill_percent_${type}_${half}`]}
          onRows={onRows}
        />
      ))}
      <Fill
        hours={fill.total}
        title={`${name}, all care duties`}
        figure={['units', at, 'fill_percent']}
        onRows={onRows}
      />
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
