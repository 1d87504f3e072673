import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pipeline, PipelinePeople } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { dateText, decimal } from '../../../components/numbers.ts';
import { ShareButton } from '../../../components/ShareButton.tsx';
import { DataTable, type Column } from '../../../components/DataTable.tsx';
import { ScreenLink } from '../../../components/ScreenLink.tsx';

const profiles = [
  { key: 'lmns', name: 'the LMNS and the board' },
  { key: 'public', name: 'everybody (to publish)' },
  { key: 'internal', name: 'use inside the trust' },
] as const;
type Profile = (typeof profiles)[number]['key'];

const told = (count: number | string) => (typeof count === 'number' ? decimal(count, 0) : count);
const shareText = (share: PipelinePeople['share']) =>
  typeof share === 'string'
    ? share
    : share.denominator === 0
      ? '–'
      : `${decimal((share.numerator / share.denominator) * 100, 1)} %`;

/** The pipeline of future leaders beside the workforce, by ethnic group, as it may be shown to whom it is for. */
export function PipelineReport() {
  const trust = useTrust().code;
  const [profile, setProfile] = useState<Profile>('lmns');
  const query = useQuery({
    queryKey: ['pipeline', trust, profile],
    queryFn: () => planner.retention.pipeline({ trust, profile }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={query}>
      {(data) => (
        <>
          <div className="page__bar" {...(profile !== 'internal' && { 'data-leaves-trust': true })}>
            <div>
              <Choose title="For" value={profile} choices={profiles} onChoose={setProfile} />
            </div>
            <div>
              <ShareButton file={(shared) => planner.retention.pipelineFile({ trust, profile: shared })} />
            </div>
          </div>
          {data.census === null && (
            <p className="note note--attention">
              No staff list tells the ethnic origin of the workforce. <ScreenLink to="/imports">Import one</ScreenLink>{' '}
              to see the pipeline beside it.
            </p>
          )}
          <ReportTable
            id="pipeline-title"
            title="Pipeline against workforce, by band group"
            first="Band group"
            sets={[`Workforce${data.census ? `, ${dateText(data.census)}` : ''}`, 'Pipeline']}
            rows={data.bands.map(({ key, name, workforce, pipeline }) => ({
              key,
              name,
              people: [workforce, pipeline],
            }))}
          />
          <ReportTable
            id="readiness-title"
            title="Pipeline by readiness"
            first="Ready"
            sets={[null]}
            rows={data.readiness.map(({ key, name, pipeline }) => ({ key, name, people: [pipeline] }))}
          />
          <p className="note">{ruleText(data)}</p>
          <details className="effect-method">
            <summary>How these figures are made</summary>
            {data.formulas.map(({ figure, formula }) => (
              <p key={figure}>
                {figure}: {formula}.
              </p>
            ))}
          </details>
        </>
      )}
    </Answered>
  );
}

function ruleText({ profile }: Pipeline): string {
  if (profile.key === 'internal') return 'Every count is shown here: keep it inside the trust.';
  const rounded = profile.roundTo > 1 ? ` What is shown is rounded to the nearest ${profile.roundTo}.` : '';
  return `Counts from 1 to ${profile.hideBelow - 1} are left out, with every other count from which one could be worked out; a percentage goes with its counts.${rounded}`;
}

const columns = ['White', 'Black and minority ethnic', 'Not stated or unknown', 'All', 'Share'] as const;
const cells = ({ white, bme, unknown, all, share }: PipelinePeople) => [
  told(white),
  told(bme),
  told(unknown),
  told(all),
  shareText(share),
];

interface ReportRow {
  key: string;
  name: string;
  people: readonly PipelinePeople[];
}

interface ReportTableProps {
  id: string;
  title: string;
  /** What the rows are by. */
  first: string;
  /** One for each set of people in a row; without a title where there is only one. */
  sets: readonly (string | null)[];
  rows: readonly ReportRow[];
}

/** People by ethnic group, one set or two beside each other. */
function ReportTable({ id, title, first, sets, rows }: ReportTableProps) {
  const total = rows.find(({ key }) => key === 'total');
  const shown: Column<ReportRow>[] = [
    { key: 'name', title: first, header: true, value: ({ name }) => name },
    ...sets.flatMap((set, of) =>
      columns.map(
        (column, at): Column<ReportRow> => ({
          key: `${of} ${column}`,
          title: column,
          ...(set !== null && { over: set }),
          number: true,
          value: ({ people }) => (people[of] ? (cells(people[of])[at] ?? null) : null),
          ...(column === 'Share' && {
            means: 'Black and minority ethnic people ÷ all, those of unknown origin counted in all.',
          }),
        }),
      ),
    ),
  ];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <DataTable
        className="pipeline-table"
        caption={`${title} and ethnic group`}
        columns={shown}
        rows={rows.filter(({ key }) => key !== 'total')}
        rowKey={({ key }) => key}
        {...(total && { total })}
      />
    </section>
  );
}
