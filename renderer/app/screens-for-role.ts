import type { Role } from '#contract';

/** Screens that are about people, or for those who look after the planner: not for a viewer without personal data. */
const ofPeople: ReadonlySet<string> = new Set([
  '/due',
  '/preceptorship',
  '/preceptors',
  '/mentors',
  '/vacancies',
  '/training-sessions',
  '/supervision',
  '/training-roles',
  '/conversations',
  '/careers',
  '/later-careers',
  '/imports',
  '/backups',
  '/history',
  '/audit',
  '/profiles',
  '/personal-data',
]);

/** Whether a role has use for a screen; what a screen asks is refused by the backend in any case. */
export const hasUseFor = (role: Role, { path, section }: { readonly path: string; readonly section: string }) =>
  role === 'editor' ||
  (role === 'lmns' ? section === 'LMNS' || ['/history', '/about'].includes(path) : !ofPeople.has(path));

/** What an LMNS sees beside its own section. */
const ofBoth: ReadonlySet<string> = new Set(['/history', '/profiles', '/audit', '/about']);

/** Whether a screen is of what is in view: an LMNS has its own, and a trust is never led into them. */
export const isOf = (
  inView: 'trust' | 'lmns',
  { path, section }: { readonly path: string; readonly section: string },
) => (inView === 'lmns' ? section === 'LMNS' || ofBoth.has(path) : section !== 'LMNS');
