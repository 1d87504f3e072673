import { z } from 'zod';

/** What a profile may do: everything; look at figures that single out nobody; or the work of an LMNS. */
export const role = z.enum(['editor', 'viewer', 'lmns']);

export type Role = z.infer<typeof role>;

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  editor: 'Editor',
  viewer: 'Viewer without personal data',
  lmns: 'LMNS',
};
