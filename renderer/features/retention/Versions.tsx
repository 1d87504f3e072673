import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanVersion, RetentionPlan } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { dateText } from '../../components/numbers.ts';
import { titleOf, valueText } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Versions of the plan that somebody approved, each of which shows how the plan stood. */
export function Versions({ plan, onApprove }: { plan: RetentionPlan; onApprove: () => void }) {
  const [open, setOpen] = useState<PlanVersion | null>(null);
  const columns: Column<PlanVersion>[] = [
    {
      key: 'name',
      title: 'Version',
      header: true,
      value: ({ name }) => name,
      show: (version) => (
        <button type="button" className="link" onClick={() => setOpen(version)}>
          {version.name}
        </button>
      ),
    },
    { key: 'by', title: 'Approved by', value: ({ approvedBy }) => approvedBy },
    { key: 'on', title: 'Approved on', value: ({ approvedOn }) => approvedOn, show: (one) => dateText(one.approvedOn) },
    {
      key: 'lmns',
      title: 'Seen by the LMNS on',
      value: ({ lmnsOn }) => lmnsOn,
      show: ({ lmnsOn }) => (lmnsOn ? dateText(lmnsOn) : '–'),
    },
    {
      key: 'covers',
      title: 'Covers',
      value: ({ covers }) => covers,
      means: 'The time or the part of the service that it is about.',
    },
    {
      key: 'next',
      title: 'Next review',
      value: ({ nextReview }) => nextReview,
      show: ({ nextReview }) => (nextReview ? dateText(nextReview) : '–'),
      means: 'The day by which the version is to be looked at again.',
    },
    {
      key: 'actions',
      title: 'Actions',
      number: true,
      means: 'Actions that the version holds.',
      value: ({ actions }) => actions,
    },
  ];
  if (plan.versions.length === 0)
    return (
      <section className="empty">
        <h2>No version yet</h2>
        <p>
          When the board or another group approves the plan, keep it as a version: it shows how the plan stood then,
          whatever changes later.
        </p>
        <Button kind="main" onClick={onApprove}>
          Keep a version
        </Button>
      </section>
    );
  return (
    <>
      <DataTable
        caption="Versions of the plan"
        columns={columns}
        rows={plan.versions}
        rowKey={({ id }) => id}
        tools={<Button onClick={onApprove}>Keep a version</Button>}
      />
      {open && <VersionDialog version={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function VersionDialog({ version, onClose }: { version: PlanVersion; onClose: () => void }) {
  const trust = useTrust().code;
  const kept = useQuery({
    queryKey: ['retention version', trust, version.id],
    queryFn: () => planner.retention.version({ trust, id: version.id }),
  });
  return (
    <Dialog title={version.name} wide onClose={onClose}>
      <p>
        Approved by {version.approvedBy} on {dateText(version.approvedOn)}
        {version.lmnsOn && ` · seen by the LMNS on ${dateText(version.lmnsOn)}`}
      </p>
      <Answered query={kept}>
        {({ list, since }) => (
          <>
            <p>
              {since.added.length + since.gone.length + since.changed.length === 0
                ? 'The plan of today is the same.'
                : `Since then: ${since.added.length} added, ${since.changed.length} changed, ${since.gone.length} gone.`}
            </p>
            {since.changed.length + since.added.length + since.gone.length > 0 && (
              <ul>
                {since.changed.map(({ action, fields }) => (
                  <li key={action}>
                    {action}: {fields.join(', ')}
                  </li>
                ))}
                {since.added.map((action) => (
                  <li key={action}>{action}: added</li>
                ))}
                {since.gone.map((action) => (
                  <li key={action}>{action}: gone</li>
                ))}
              </ul>
            )}
            <DataTable
              caption={`The plan as it stood: ${version.name}`}
              columns={[
                { key: 'action', title: 'Action', header: true, value: titleOf },
                { key: 'owner', title: 'Owner', value: ({ owner }) => owner },
                { key: 'due', title: 'Due', value: ({ due }) => due, show: ({ due }) => (due ? dateText(due) : '–') },
                {
                  key: 'status',
                  title: 'Status',
                  value: ({ statusName }) => statusName,
                  means: 'As the version says.',
                },
                { key: 'rag', title: 'RAG', value: ({ ragName }) => ragName, means: 'As the version says.' },
                {
                  key: 'value',
                  title: 'Value',
                  value: ({ latest, current }) => (latest === null ? current : valueText(latest)),
                },
                {
                  key: 'target',
                  title: 'Target',
                  value: ({ target }) => target,
                  means: 'The value of the measure that is aimed at.',
                },
              ]}
              rows={list}
              rowKey={({ key }) => key}
            />
          </>
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
