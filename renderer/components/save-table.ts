import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useContext } from 'react';
import type { ExportTable } from '#contract';
import { LmnsInView } from '../client/lmns.ts';
import { planner } from '../client/planner.ts';
import { sentence } from '../client/refusal.ts';
import { saveExported } from '../client/save-exported.ts';
import { TrustInView } from '../client/trust.ts';
import { announce } from './announce.ts';

/** The trust or system in view, by which what is printed or saved says whose it is; undefined where none is. */
export function useWhose(): string | undefined {
  const [lmns, trust] = [useContext(LmnsInView), useContext(TrustInView)];
  return lmns?.name ?? trust?.name;
}

interface Asked {
  readonly as: 'table' | 'csv';
  readonly table: () => ExportTable | Promise<ExportTable>;
}

/** Saves a table as a workbook or as CSV, in the name of whose it is, and says so. */
export function useSaveTable(onSaved?: () => void): UseMutationResult<string | null, Error, Asked> {
  const of = useWhose();
  return useMutation({
    mutationFn: async ({ as, table }: Asked) =>
      saveExported(await planner.exports[as]({ ...(await table()), ...(of !== undefined && { of }) })),
    onSuccess: (told) => {
      onSaved?.();
      if (told) announce(told);
    },
    onError: (error) => announce(sentence(error)),
  });
}
