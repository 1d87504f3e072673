import type { TodayDue } from '#contract';
import { clockText, dateText } from '../../components/numbers.ts';

/** How the backups stand. */
export function BackupsCard({ backups: { madeAt, problem, hasSecond } }: { backups: TodayDue['backups'] }) {
  return (
    <section>
      <h2>Backups</h2>
      <div className="panel">
        <p>
          {madeAt ? `Last backup ${dateText(madeAt)}, ${clockText(madeAt)}, checked.` : 'No backup yet.'}{' '}
          {problem ?? (hasSecond ? 'It is copied to a second place.' : 'No second place is set.')}
        </p>
        <a href="#/backups">{hasSecond ? 'Open the backups' : 'Choose a second place'}</a>
      </div>
    </section>
  );
}
