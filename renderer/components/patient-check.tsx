import { ORPCError } from '@orpc/client';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface PatientCheck {
  /** What to send along: true once somebody has said that nothing typed is about a patient. */
  readonly aboutNoPatient: boolean;
  /** To be shown above the buttons of the form. */
  readonly warning: ReactNode;
  /** To be called when something else is typed: what was said of the text before is said of it no longer. */
  forget(): void;
  /** True where a call was refused since something looks like a patient's number: the warning says what. */
  caught(error: unknown): boolean;
}

/** Warns before a free text is stored that looks as if it identified a patient, and lets the person say that it does not. */
export function usePatientCheck(): PatientCheck {
  /** What was refused, and the how-manieth time: each one is told anew. */
  const [told, setTold] = useState<{ said: string; time: number } | null>(null);
  const [none, setNone] = useState(false);
  return {
    aboutNoPatient: none,
    warning: told && <PatientWarning key={told.time} said={told.said} none={none} onNone={setNone} />,
    forget: () => {
      setTold(null);
      setNone(false);
    },
    caught: (error) => {
      const isIt = error instanceof ORPCError && error.code === 'PATIENT_IDENTIFIER';
      setTold(isIt ? { said: error.message, time: (told?.time ?? 0) + 1 } : null);
      if (isIt) setNone(false);
      return isIt;
    },
  };
}

interface WarningProps {
  said: string;
  none: boolean;
  onNone: (none: boolean) => void;
}

function PatientWarning({ said, none, onNone }: WarningProps) {
  const warning = useRef<HTMLDivElement>(null);
  useEffect(() => {
    warning.current?.focus();
  }, []);
  return (
    <div className="note note--attention" role="alert" tabIndex={-1} ref={warning}>
      <p>{said}</p>
      <label className="choice">
        <input type="checkbox" checked={none} onChange={({ target }) => onNone(target.checked)} />
        None of this is about a patient
      </label>
    </div>
  );
}
