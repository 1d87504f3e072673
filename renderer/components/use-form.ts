import { useState } from 'react';
import { fieldProblems, sentence } from '../client/refusal.ts';
import type { Problem } from './ErrorSummary.tsx';
import { usePatientCheck } from './patient-check.tsx';

/**
 * What is typed into the fields of a form whose ids begin with `id`, what is wrong with it, and the warning about patients.
 * `names` are the fields for what the planner calls otherwise.
 */
export function useForm<Key extends string>(
  id: string,
  first: Key,
  start: () => Record<Key, string>,
  names: Readonly<Record<string, Key>> = {},
) {
  const [typed, setTyped] = useState(start);
  const [problems, setProblems] = useState<Problem[]>([]);
  const patients = usePatientCheck();
  return {
    typed,
    problems,
    patients,
    type: (key: Key, value: string) => {
      setTyped((before) => ({ ...before, [key]: value }));
      patients.forget();
    },
    /** Says what is wrong beside the fields; with nothing wrong the form may be sent. */
    judge: (found: Partial<Record<Key, string>>): boolean => {
      const wrong = (Object.entries(found) as [Key, string | undefined][]).flatMap(([key, message]) =>
        message ? [{ field: `${id}-${key}`, message }] : [],
      );
      setProblems(wrong);
      return wrong.length === 0;
    },
    /** Shows why a call was refused: at its field, be it part of something that was sent, or at the first one. */
    failed: (error: Error) => {
      if (patients.caught(error)) {
        setProblems([]);
        return;
      }
      const keyOf = (field: string): string => {
        const part = field.split('.').pop() ?? field;
        return [field, part].find((key) => key in typed) ?? names[part] ?? first;
      };
      const known = fieldProblems(error).map(({ field, message }) => ({ field: `${id}-${keyOf(field)}`, message }));
      setProblems(known.length > 0 ? known : [{ field: `${id}-${first}`, message: sentence(error) }]);
    },
  };
}

/** What was typed, or null where nothing was. */
export const typedOrNull = (text: string): string | null => text.trim() || null;

/** The fields as they are sent: null where nothing was typed. */
export function typedCells<Key extends string>(keys: readonly Key[], typed: Readonly<Record<Key, string>>) {
  return Object.fromEntries(keys.map((key) => [key, typedOrNull(typed[key])])) as Record<Key, string | null>;
}
