import type { BookingFiguresShown } from '#contract';
import { daysText, hoursText, percentText } from '../../components/numbers.ts';
import type { ShowRows } from './RosterFigures.tsx';

const parts = [
  ['bank', 'registered', 'Bank, registered'],
  ['bank', 'support', 'Bank, support'],
  ['agency', 'registered', 'Agency, registered'],
  ['agency', 'support', 'Agency, support'],
] as const;

/** Finalised hours of the bank and agency lists by unit. */
export function BankLists({ figures, onRows }: { figures: BookingFiguresShown; onRows: ShowRows }) {
  const { finalised, unfinalised, actualTotal, actual, agencyShare, units, alsoInRoster, period } = figures;
  return (
    <section>
      <h2>Bank and agency lists</h2>
      <p>
        {daysText(period)}: {finalised} finalised bookings with {hoursText(actualTotal)} h worked (bank{' '}
        {hoursText(actual.bank)}, agency {hoursText(actual.agency)}), so agency is{' '}
        <button
          type="button"
          className="link"
          onClick={() => onRows(['agency_share_of_temporary_percent'], 'Agency share of temporary hours')}
        >
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
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Finalised bank and agency hours by unit</caption>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              {parts.map(([, , title]) => (
                <th scope="col" className="number" key={title}>
                  {title}, h
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, minutes }) => (
              <tr key={unit}>
                <th scope="row">{unit}</th>
                {parts.map(([supply, type, title]) => (
                  <td className="number" key={title}>
                    {minutes[supply][type] === 0 ? (
                      hoursText(0)
                    ) : (
                      <button
                        type="button"
                        className="link"
                        aria-label={`${hoursText(minutes[supply][type])}: rows of ${unit}, ${title}`}
                        onClick={() => onRows(['units', unit, `actual_hours_${supply}_${type}`], `${title}, ${unit}`)}
                      >
                        {hoursText(minutes[supply][type])}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
