import { useState } from 'react';
import { useTrust } from '../../../client/trust.ts';
import { Page } from '../../../components/Page.tsx';
import { Views } from '../../../components/Views.tsx';
import { LearningView } from '../learning/LearningView.tsx';
import { SurveyView } from './SurveyView.tsx';

const views = { surveys: 'Surveys', learning: 'Learning environment' } as const;

/** What staff and learners say in surveys, and how placement areas stand by the Safe Learning Environment Charter. */
export default function SurveysScreen() {
  const trust = useTrust();
  const [view, setView] = useState<keyof typeof views>('surveys');
  return (
    <Page
      title="Surveys and learning environment"
      subtitle={`${trust.name} · a finding or a gap becomes an action of the retention plan in one step`}
    >
      <Views views={views} view={view} onView={setView} />
      {view === 'surveys' ? <SurveyView /> : <LearningView />}
    </Page>
  );
}
