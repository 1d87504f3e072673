import type { LmnsOverview, Trust } from '#contract';
import { useInView } from '../client/lmns.ts';
import { planner } from '../client/planner.ts';
import { queryClient, useAct } from '../client/queries.ts';
import { useSignedIn } from '../client/session.ts';
import { AppearanceButton } from './AppearanceButton.tsx';
import { SessionButton } from './SessionButton.tsx';
import { useView } from './view.ts';

interface HeaderProps {
  trusts: Trust[];
  systems: LmnsOverview[];
  onGoTo: () => void;
}

/** The product, the trust or LMNS in view and the box to go anywhere. */
export function Header({ trusts, systems, onGoTo }: HeaderProps) {
  const inView = useInView();
  const trust = inView.kind === 'trust' ? trusts.find(({ code }) => code === inView.code) : undefined;
  const view = useView(trusts, systems);
  const { isEditor, isOn } = useSignedIn();
  const removeSample = useAct(
    async () => {
      await planner.sample.remove();
      // Its LMNS goes first from the page: without a trust the page would show it, and it is gone.
      await queryClient.refetchQueries({ queryKey: ['organisation', 'lmns'], exact: true });
    },
    () => 'The sample service was removed',
  );
  return (
    <header className="frame__header">
      <span className="frame__product">Maternity Workforce Planner</span>
      <select
        id="trust-in-view"
        aria-label={inView.kind === 'trust' ? 'Trust in view' : 'LMNS in view'}
        value={inView.kind === 'trust' ? inView.code : `lmns ${inView.id}`}
        onChange={({ target: { value } }) => {
          const id = /^lmns (\d+)$/.exec(value)?.[1];
          view.mutate(id === undefined ? { trust: value } : { lmns: Number(id) });
        }}
      >
        {trusts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        {systems.length > 0 && (
          <optgroup label="Local systems">
            {systems.map(({ id, name, kind }) => (
              <option key={id} value={`lmns ${id}`}>
                {name.includes(kind) ? name : `${name} (${kind})`}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {trust?.isSample && (
        <span className="frame__sample">
          Invented sample data
          {isEditor && isOn('sample') && (
            <button type="button" onClick={() => removeSample.mutate()}>
              Remove the sample
            </button>
          )}
        </span>
      )}
      <button type="button" className="frame__goto" onClick={onGoTo} aria-keyshortcuts="Control+K">
        Go to, or do… <kbd>Ctrl K</kbd>
      </button>
      <AppearanceButton />
      <SessionButton />
    </header>
  );
}
