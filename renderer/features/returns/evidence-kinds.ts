import type { EvidenceKind } from '#contract';

/** What a piece of evidence is, as a person calls it. */
export const evidenceKinds: Record<EvidenceKind, string> = {
  document: 'Document',
  figure: 'Figure',
  import: 'Import',
  plan: 'Plan',
  meeting: 'Meeting',
};
