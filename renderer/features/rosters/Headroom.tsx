import type { RosterFiguresShown } from '#contract';
import { hoursText, percentText } from '../../components/numbers.ts';
import type { ShowRows } from './RosterFigures.tsx';

/** Hours away by reason, as a share of substantive time. */
export function Headroom({ headroom, onRows }: { headroom: RosterFiguresShown['headroom']; onRows: ShowRows }) {
  return (
    <section>
      <h2>Headroom used, by reason</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Hours away by reason</caption>
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col" className="number">
                Hours
              </th>
              <th scope="col" className="number">
                Of substantive time
              </th>
            </tr>
          </thead>
          <tbody>
            {headroom.groups.map(({ group, minutes, share }) => (
              <tr key={group}>
                <th scope="row">{group}</th>
                <td className="number">{hoursText(minutes)}</td>
                <td className="number">
                  <button
                    type="button"
                    className="link"
                    aria-label={`${percentText(share)}: rows of ${group}`}
                    onClick={() =>
                      onRows(['unavailability', 'percent_of_substantive_time', group], `Headroom used, ${group}`)
                    }
                  >
                    {percentText(share)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="table__total">
              <th scope="row">All reasons</th>
              <td className="number">{hoursText(headroom.total)}</td>
              <td className="number">{percentText(headroom.ofSubstantiveTime)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="table__why">
        Hours away ÷ (hours away + {hoursText(headroom.substantivePlanned)} planned substantive hours). As an add-on to
        planned hours the same time is {percentText(headroom.asAddOn)}: the two are never mixed.
      </p>
    </section>
  );
}
