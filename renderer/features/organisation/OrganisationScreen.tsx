import { useState } from 'react';
import type { Unit } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Page } from '../../components/Page.tsx';
import { NameForm } from './NameForm.tsx';
import { NamesSetting } from './NamesSetting.tsx';
import { SetUpTrust } from './SetUpTrust.tsx';
import { TrustForm } from './TrustForm.tsx';
import { UnitForm } from './UnitForm.tsx';
import { unitKinds } from './unit-kinds.ts';

type Open = { what: 'unit'; unit: Unit | null } | { what: 'trust' | 'site' | 'staff group' | 'new trust' } | null;

/** The trust in view: its name and system, sites, units, staff groups and bands. */
export default function OrganisationScreen() {
  const trust = useTrust();
  const [open, setOpen] = useState<Open>(null);
  useOpened('unit', (key) => setOpen({ what: 'unit', unit: trust.units.find(({ id }) => id === Number(key)) ?? null }));
  const close = () => setOpen(null);
  const remove = useAct(
    (id: number) => planner.organisation.removeUnit({ trust: trust.code, id }),
    (_, id) => `Removed ${trust.units.find((unit) => unit.id === id)?.name ?? 'the unit'}`,
  );
  if (open?.what === 'new trust') return <SetUpTrust onCancel={close} />;

  const columns: Column<Unit>[] = [
    { key: 'name', title: 'Unit', value: (unit) => unit.name, header: true },
    {
      key: 'kind',
      title: 'Kind',
      value: (unit) => unitKinds.find(({ key }) => key === unit.kind)?.name ?? unit.kind,
      means: 'What the unit does: inpatient, community, neonatal and others.',
    },
    { key: 'site', title: 'Site', value: (unit) => trust.sites.find(({ id }) => id === unit.siteId)?.name ?? '' },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => '',
      show: (unit) => (
        <span className="actions">
          <Button onClick={() => setOpen({ what: 'unit', unit })} aria-label={`Change ${unit.name}`}>
            Change
          </Button>
          <Button
            onClick={() => remove.mutate(unit.id, { onError: (error) => announce(sentence(error)) })}
            aria-label={`Remove ${unit.name}`}
          >
            Remove
          </Button>
        </span>
      ),
    },
  ];

  return (
    <Page
      title="Trust and units"
      subtitle={`${trust.name} · ODS code ${trust.code}${trust.system ? ` · ${trust.system.name} (${trust.system.kind})` : ''}`}
      actions={
        <>
          <Button onClick={() => setOpen({ what: 'trust' })}>Change the trust</Button>
          <Button onClick={() => setOpen({ what: 'new trust' })}>Set up another trust</Button>
        </>
      }
    >
      {remove.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(remove.error)}
        </p>
      )}
      <h2>Units</h2>
      <DataTable
        caption="Units"
        columns={columns}
        rows={trust.units}
        rowKey={(unit) => unit.id}
        tools={<Button onClick={() => setOpen({ what: 'unit', unit: null })}>Add a unit</Button>}
      />
      <div className="columns">
        <div>
          <section>
            <h2>Sites</h2>
            <p>
              {trust.sites.map(({ name }) => name).join(', ') ||
                'No sites yet: they are needed only where a trust has several.'}
            </p>
            <Button onClick={() => setOpen({ what: 'site' })}>Add a site</Button>
          </section>
          <NamesSetting trust={trust} />
        </div>
        <section>
          <h2>Staff groups and bands</h2>
          <p>{trust.staffGroups.map(({ name }) => name).join(', ')}</p>
          <p>{trust.bands.map(({ name }) => name).join(', ')}</p>
          <Button onClick={() => setOpen({ what: 'staff group' })}>Add a staff group</Button>
        </section>
      </div>
      {open?.what === 'unit' && (
        <Dialog title={open.unit ? `Change ${open.unit.name}` : 'Add a unit'} onClose={close}>
          <UnitForm trust={trust} unit={open.unit} onDone={close} />
        </Dialog>
      )}
      {open?.what === 'trust' && (
        <Dialog title="Change the trust" onClose={close}>
          <TrustForm trust={trust} onDone={close} />
        </Dialog>
      )}
      {(open?.what === 'site' || open?.what === 'staff group') && (
        <Dialog title={`Add a ${open.what}`} onClose={close}>
          <NameForm trust={trust.code} what={open.what} onDone={close} />
        </Dialog>
      )}
    </Page>
  );
}
