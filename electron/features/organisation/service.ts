import type { z } from 'zod';
import type { newTrust, Trust } from '#contract';
import { type Database, inTransaction } from '../../database/database.ts';
import type { Reference } from '../../reference/load.ts';
import { writePreference } from './preferences.ts';
import {
  describeTrust,
  insertBands,
  insertSite,
  insertStaffGroups,
  insertTrust,
  insertUnit,
  systemId,
} from './repository.ts';

export type NewTrust = z.infer<typeof newTrust>;

/** Adds a trust with the published staff groups and bands, its sites and units, and brings it into view. */
export function addTrust(database: Database, reference: Reference, trust: NewTrust, isSample = false): Trust {
  return inTransaction(database, () => {
    const row = insertTrust(database, {
      code: trust.code,
      name: trust.name,
      systemId: systemId(database, trust.system),
      isSample: isSample ? 1 : 0,
    });
    insertStaffGroups(database, row.id, reference.organisation.staffGroups);
    insertBands(database, row.id, reference.organisation.bands);
    const sites = new Map(trust.sites.map((name) => [name, insertSite(database, row.id, name)]));
    for (const { name, kind, site } of trust.units)
      insertUnit(database, row.id, { name, kind, siteId: (site && sites.get(site)) || null });
    writePreference(database, 'trust in view', row.code);
    return describeTrust(database, row);
  });
}
