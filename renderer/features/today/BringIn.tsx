import type { TodayToBringIn } from '#contract';
import { ScreenLink } from '../../components/ScreenLink.tsx';

/** Lists that are not there yet, and what each would give. */
export function BringIn({ lists }: { lists: TodayToBringIn[] }) {
  return (
    <section>
      <h2>Bring in next</h2>
      <div className="panel">
        <ul>
          {lists.map(({ kind, title, gives }) => (
            <li key={kind}>
              <strong>{title}</strong>: {gives}
            </li>
          ))}
        </ul>
        <ScreenLink to="/imports" look="button">
          Import a file
        </ScreenLink>
      </div>
    </section>
  );
}
