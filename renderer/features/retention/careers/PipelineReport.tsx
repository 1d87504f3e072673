import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pipeline, PipelinePeople } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Choose } from '../../../components/Choose.tsx';
import { dateText, decimal } from '../../../components/numbers.ts';
import { ShareButton } from '../../../components/ShareButton.tsx';

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
          <div className="page__bar">
            <div>
              <Choose title="For" value={profile} choices={profiles} onChoose={setProfile} />
            </div>
            <div>
              <ShareButton file={(shared) => planner.retention.pipelineFile({ trust, profile: shared })} />
            </div>
          </div>
          {data.census === null && (
            <p className="note note--attention">
              No staff list tells the ethnic origin of the workforce. <a href="#/imports">Import one</a> to see the
              pipeline beside it.
            </p>
          )}
          <BandReport data={data} />
          <ReadinessReport data={data} />
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

function BandReport({ data }: { data: Pipeline }) {
  return (
    <section aria-labelledby="pipeline-title">
      <h2 id="pipeline-title">Pipeline against workforce, by band group</h2>
      <div className="table-scroll" role="group" aria-labelledby="pipeline-title" tabIndex={0}>
        <table className="table pipeline-table">
          <caption className="unseen">Pipeline against workforce, by band group and ethnic group</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Band group
              </th>
              <th scope="colgroup" colSpan={columns.length}>
                Workforce{data.census && `, ${dateText(data.census)}`}
              </th>
              <th scope="colgroup" colSpan={columns.length}>
                Pipeline
              </th>
            </tr>
            <tr>
              {['Workforce', 'Pipeline'].flatMap((half) =>
                columns.map((column) => (
                  <th scope="col" key={`${half} ${column}`} className="number">
                    {column}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {data.bands.map(({ key, name, workforce, pipeline }) => (
              <tr key={key} className={key === 'total' ? 'total' : undefined}>
                <th scope="row">{name}</th>
                {[...cells(workforce), ...cells(pipeline)].map((cell, index) => (
                  <td key={index} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ReadinessReport({ data }: { data: Pipeline }) {
  return (
    <section aria-labelledby="readiness-title">
      <h2 id="readiness-title">Pipeline by readiness</h2>
      <div className="table-scroll" role="group" aria-labelledby="readiness-title" tabIndex={0}>
        <table className="table pipeline-table">
          <caption className="unseen">Pipeline by readiness and ethnic group</caption>
          <thead>
            <tr>
              <th scope="col">Ready</th>
              {columns.map((column) => (
                <th scope="col" key={column} className="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.readiness.map(({ key, name, pipeline }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells(pipeline).map((cell, index) => (
                  <td key={index} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
