import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Page } from '../../../components/Page.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RulesOnPaper } from './RulesOnPaper.tsx';
import { PackHead, PackTable, type Rule, RuleTable } from './RuleTable.tsx';

/** The dated packs of rules in force, and the values that the trust uses in place of published ones. */
export default function RulesScreen() {
  const trust = useTrust();
  const [view, setView] = useState<'values' | 'packs'>('values');
  const [which, setWhich] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const [open, setOpen] = useState<{ pack: string; path: string } | null>(null);
  const query = useQuery({
    queryKey: ['rules', trust.code],
    queryFn: () => planner.organisation.rules({ trust: trust.code }),
  });
  const packs = useMemo(() => query.data ?? [], [query.data]);
  const all = useMemo(() => packs.flatMap((pack): Rule[] => pack.values.map((rule) => ({ ...rule, pack }))), [packs]);
  const own = all.filter((rule) => rule.own !== null).length;
  const shown = all.filter((rule) => (which === '' || rule.pack.id === which) && (!onlyOwn || rule.own !== null));
  const chosen = packs.find(({ id }) => id === which);
  const found = all.find(({ pack, path }) => pack.id === open?.pack && path === open.path);
  const change = useCallback(({ pack, path }: Rule) => setOpen({ pack: pack.id, path }), []);
  const choose = useCallback((id: string) => {
    setWhich(id);
    setView('values');
  }, []);
  return (
    <Page
      title="Rules and defaults"
      subtitle={`${trust.name} · ${packs.length} packs in force · every figure is worked out by these values · ${own === 0 ? 'all as published' : own === 1 ? '1 value is your own' : `${own} values are your own`}`}
      filters={
        view === 'values' && (
          <>
            <label className="filter">
              Pack
              <select className="rules__pack" value={which} onChange={(event) => setWhich(event.target.value)}>
                <option value="">All packs</option>
                {packs.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <label className="filter">
              <input type="checkbox" checked={onlyOwn} onChange={(event) => setOnlyOwn(event.target.checked)} />
              Own values only
            </label>
          </>
        )
      }
      actions={
        <>
          <span role="group" aria-label="View" className="actions">
            <Button aria-pressed={view === 'values'} onClick={() => setView('values')}>
              Values
            </Button>
            <Button aria-pressed={view === 'packs'} onClick={() => setView('packs')}>
              Packs
            </Button>
          </span>
          <PrintPage />
        </>
      }
    >
      <Answered query={query}>
        {() =>
          view === 'packs' ? (
            <PackTable packs={packs} onChoose={choose} />
          ) : (
            <>
              {chosen && <PackHead pack={chosen} />}
              {shown.length > 0 ? (
                <RulesOnPaper packs={packs} rules={all} isAll={which === '' && !onlyOwn}>
                  <RuleTable rules={shown} onChange={change} />
                </RulesOnPaper>
              ) : (
                <EmptyState title={onlyOwn ? 'Every value here is as published' : 'This pack has no values to change'}>
                  <p>
                    {onlyOwn
                      ? 'Choose Change beside a value to use your own in its place. Every figure is then worked out by it.'
                      : 'Its lists and words are changed on the screens that use them.'}
                  </p>
                </EmptyState>
              )}
            </>
          )
        }
      </Answered>
      {found && (
        <Dialog title={found.name} onClose={() => setOpen(null)}>
          <RuleForm pack={found.pack} rule={found} onDone={() => setOpen(null)} />
        </Dialog>
      )}
    </Page>
  );
}
