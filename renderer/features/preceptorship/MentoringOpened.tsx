import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { MentoringDialog } from './MentoringDialog.tsx';
import { StepDialog } from './StepDialog.tsx';

/** The appointment behind a line of the due list, with all its steps. */
export function MentoringOpened({ id, onClose }: { id: number; onClose: () => void }) {
  const trust = useTrust().code;
  const [step, setStep] = useState<string | null>(null);
  const mentors = useQuery({
    queryKey: ['preceptorship', trust, 'mentors', {}],
    queryFn: () => planner.preceptorship.mentors({ trust }),
  });
  const found = mentors.data?.mentorings.find((one) => one.id === id);
  // What another screen had asked may be older than what was just recorded here.
  if (!mentors.data || !found || !mentors.isFetchedAfterMount) return null;
  if (step !== null) return <StepDialog mentoring={found} step={step} onClose={onClose} />;
  return (
    <MentoringDialog
      bands={mentors.data.rules.bands}
      mentoring={found}
      appointee={null}
      onStep={setStep}
      onClose={onClose}
    />
  );
}
