import type { LmnsOverview, Trust } from '#contract';
import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import type { Perform } from './commands.ts';
import { SessionButton } from './SessionButton.tsx';
import { useView } from './view.ts';

interface HeaderProps {
  trusts: Trust[];
  systems: LmnsOverview[];
  perform: Perform;
}

/** The product, the trust or LMNS in view and the box to go anywhere. */
export function Header({ trusts, systems, perform }: HeaderProps) {
  const inView = useInView();
  const trust = inView.kind === 'trust' ? trusts.find(({ code }) => code === inView.code) : undefined;
  const view = useView(trusts, systems);
  const { isEditor, isOn } = useSignedIn();
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
            <button type="button" onClick={() => perform('remove-sample')}>
              Remove the sample
            </button>
          )}
        </span>
      )}
      <button type="button" className="frame__goto" onClick={() => perform('go-to')} aria-keyshortcuts="Control+K">
        Go to, or do… <kbd>Ctrl K</kbd>
      </button>
      <button type="button" className="frame__appearance" aria-label="Appearance" onClick={() => perform('appearance')}>
        <span aria-hidden="true">◐</span>
      </button>
      <SessionButton />
    </header>
  );
}
