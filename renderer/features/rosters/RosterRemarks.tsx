import type { RosterFiguresShown } from '#contract';
import { dateText, decimal, hoursText } from '../../components/numbers.ts';

/** What is told apart from the headlines: hours outside care, the clock change, double bookings, and the sources. */
export function RosterRemarks({ figures }: { figures: RosterFiguresShown }) {
  const { apart, counts, clockChanges, overlaps, sources } = figures;
  const whole = (value: number) => value.toLocaleString('en-GB');
  return (
    <>
      <h2>Told apart</h2>
      <ul className="remarks">
        <li>
          Not in care hours: management {hoursText(apart.management)} h, supernumerary coordinators{' '}
          {hoursText(apart.coordinator)} h, other supernumerary {hoursText(apart.otherSupernumerary)} h, and{' '}
          {whole(counts.onCall)} on-call duties.
        </li>
        <li>
          {whole(counts.unfilled)} unfilled, {whole(counts.cancelled)} cancelled and {whole(counts.extra)} extra duties;{' '}
          {whole(counts.people)} people with a staff number and {whole(counts.agencyNames)} agency names.
        </li>
        {clockChanges.map(({ season, dutyDate, duties, minutes }) => (
          <li key={dutyDate}>
            Clock change ({season}): {whole(duties)} worked duties of {dateText(dutyDate)} cross it and were{' '}
            {decimal(Math.abs(minutes) / 60, 2)} h {minutes < 0 ? 'shorter' : 'longer'} than the wall clock says. The
            hours above stay wall clock.
          </li>
        ))}
        {overlaps.length > 0 && (
          <li>
            {whole(overlaps.length)} pairs of duties put one person in two places at once: rows{' '}
            {overlaps
              .slice(0, 6)
              .map(({ rows }) => rows.map(({ row }) => row).join(' and '))
              .join('; ')}
            .
          </li>
        )}
        {sources.map((source) => (
          <li key={source.id}>
            From {source.fileName}: {whole(source.rowsAccepted)} rows stored, {whole(source.rowsRefused)} left out.{' '}
            {source.remarks.map(({ message }) => message).join(' ')}
          </li>
        ))}
      </ul>
    </>
  );
}
