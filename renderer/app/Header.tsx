import type { Trust } from '#contract';
import { planner } from '../client/planner.ts';
import { useAct } from '../client/queries.ts';
import { useTrust } from '../client/trust.ts';

/** The product, the trust in view and the box to go anywhere. */
export function Header({ trusts, onGoTo }: { trusts: Trust[]; onGoTo: () => void }) {
  const trust = useTrust();
  const view = useAct(
    (code: string) => planner.organisation.view({ trust: code }),
    (_, code) => `Now showing ${trusts.find((other) => other.code === code)?.name ?? code}`,
  );
  const removeSample = useAct(
    () => planner.sample.remove(),
    () => 'The sample service was removed',
  );
  return (
    <header className="frame__header">
      <span className="frame__product">Maternity Workforce Planner</span>
      <select
        id="trust-in-view"
        aria-label="Trust in view"
        value={trust.code}
        onChange={(event) => view.mutate(event.target.value)}
      >
        {trusts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {trust.isSample && (
        <span className="frame__sample">
          Invented sample data
          <button type="button" onClick={() => removeSample.mutate()}>
            Remove the sample
          </button>
        </span>
      )}
      <button type="button" className="frame__goto" onClick={onGoTo} aria-keyshortcuts="Control+K">
        Go to, or do… <kbd>Ctrl K</kbd>
      </button>
    </header>
  );
}
