import type { ExportedFile, SaveOutcome } from '#contract';
import { platform } from './platform.ts';

/** Lets the person save a file that the planner made. Answers what to tell them; null where they chose not to. */
export async function saveExported({ fileName, contents }: ExportedFile): Promise<string | null> {
  const bytes = Uint8Array.from(atob(contents), (letter) => letter.charCodeAt(0));
  return told(await platform.saveFile({ suggestedName: fileName, bytes }));
}

function told(outcome: SaveOutcome): string | null {
  switch (outcome.kind) {
    case 'saved':
      return `Saved ${outcome.path}`;
    case 'failed':
      return outcome.message;
    case 'cancelled':
      return null;
  }
}
