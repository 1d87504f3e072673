import type { ExportTable, Pipeline, PipelinePeople } from '#contract';
import { implementation } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { sharedFile } from '../organisation/shared-file.ts';
import { pipelineShown } from './pipeline-service.ts';

const on = implementation.retention;

export const pipelineHandlers = {
  pipeline: on.pipeline.handler(({ input, context }) =>
    pipelineShown(context, requireTrust(context.database, input.trust), input.profile),
  ),

  pipelineFile: on.pipelineFile.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const sharing = beginSharing(context, trust, input.profile);
    const shown = pipelineShown(context, trust, input.profile, sharing.profile);
    return sharedFile(tableOf(shown, trust.name), sharing, context);
  }),
};

type Row = ExportTable['rows'][number];

function tableOf({ bands, readiness, profile, on: day, formulas }: Pipeline, trust: string): ExportTable {
  const cells = ({ white, bme, unknown, all, share }: PipelinePeople) => [white, bme, unknown, all, share];
  const head = (title: string): Row => ({ kind: 'group', values: [title, null, null, null, null, null] });
  const row = (key: string, name: string, people: PipelinePeople): Row => ({
    kind: key === 'total' ? 'total' : 'row',
    values: [name, ...cells(people)],
  });
  return {
    title: `Pipeline of future leaders of ${trust}, shared`.slice(0, 200),
    subtitle: `As on ${day} · ${profile.name}: counts from 1 to ${profile.hideBelow - 1}, and what would tell them, are left out`,
    columns: [
      { heading: 'Band group', kind: 'text' },
      { heading: 'White', kind: 'count' },
      { heading: 'Black and minority ethnic', kind: 'count' },
      { heading: 'Not stated or unknown', kind: 'count' },
      { heading: 'All', kind: 'count' },
      { heading: 'Black and minority ethnic, share', kind: 'rate' },
    ],
    rows: [
      head('Workforce'),
      ...bands.map(({ key, name, workforce }) => row(key, name, workforce)),
      head('Pipeline'),
      ...bands.map(({ key, name, pipeline }) => row(key, name, pipeline)),
      head('Pipeline by readiness'),
      ...readiness.map(({ key, name, pipeline }) => row(key, name, pipeline)),
    ],
    definitions: formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
