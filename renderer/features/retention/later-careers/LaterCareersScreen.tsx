import { useState } from 'react';
import { useTrust } from '../../../client/trust.ts';
import { Page } from '../../../components/Page.tsx';
import { Views } from '../../../components/Views.tsx';
import { CareersView } from './CareersView.tsx';
import { MentorsView } from './MentorsView.tsx';
import { RequestsView } from './RequestsView.tsx';

const views = { requests: 'Flexible working', careers: '55 and over', mentors: 'Legacy mentors' } as const;

/** Requests for flexible working, people towards the end of their career, and legacy mentors. */
export default function LaterCareersScreen() {
  const trust = useTrust();
  const [view, setView] = useState<keyof typeof views>('requests');
  return (
    <Page
      title="Flexible working and later careers"
      subtitle={`${trust.name} · requests and their decisions · who is 55 and over by the newest staff list · for use within the trust`}
    >
      <Views views={views} view={view} onView={setView} />
      {view === 'requests' && <RequestsView />}
      {view === 'careers' && <CareersView />}
      {view === 'mentors' && <MentorsView />}
    </Page>
  );
}
