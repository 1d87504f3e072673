import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Page } from '../../../components/Page.tsx';
import { Views } from '../../../components/Views.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { exportOf } from './export.ts';
import { Opportunities } from './Opportunities.tsx';
import { Pathways } from './Pathways.tsx';
import { PipelineReport } from './PipelineReport.tsx';
import { Succession } from './Succession.tsx';
import { TalentGrid } from './TalentGrid.tsx';

const views = {
  succession: 'Succession',
  pipeline: 'Pipeline report',
  pathways: 'Pathways',
  opportunities: 'Opportunities',
} as const;
type View = keyof typeof views | 'talent';

/** Who could follow in critical roles, whether they reflect the workforce, and what helps people on. */
export default function CareersScreen() {
  const trust = useTrust();
  const [view, setView] = useState<View>('succession');
  const query = useQuery({
    queryKey: ['careers', trust.code],
    queryFn: () => planner.retention.careers({ trust: trust.code }),
  });
  const talent = query.data?.talent ?? null;
  const all: Partial<Record<View, string>> = talent === null ? views : { ...views, talent: 'Talent grid' };
  return (
    <Page
      title="Succession and careers"
      subtitle={`${trust.name} · names stay inside the trust; the pipeline report has none`}
      actions={
        <>
          {view === 'succession' && query.data && query.data.roles.length > 0 && (
            <ExportButton table={() => exportOf(query.data, trust.name)} />
          )}
          <PrintPage />
        </>
      }
    >
      <Views views={all as Record<View, string>} view={view} onView={setView} />
      <Answered query={query}>
        {(data) => {
          switch (view) {
            case 'pipeline':
              return <PipelineReport />;
            case 'pathways':
              return <Pathways data={data} />;
            case 'opportunities':
              return <Opportunities data={data} />;
            case 'talent':
              return data.talent && <TalentGrid data={data} places={data.talent} />;
            default:
              return <Succession data={data} />;
          }
        }}
      </Answered>
    </Page>
  );
}
