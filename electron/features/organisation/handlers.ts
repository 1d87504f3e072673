import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { setDropsNames } from './drop-names.ts';
import { readPreference, writePreference } from './preferences.ts';
import {
  deleteUnit,
  describeTrust,
  findTrust,
  insertSite,
  insertStaffGroups,
  insertUnit,
  nameKey,
  siteIdByName,
  systemId,
  trustCodes,
  updateTrust,
  updateUnit,
} from './repository.ts';
import { rulesHandlers } from './rules-handlers.ts';
import { addTrust } from './service.ts';
import { isStillUsed, isTaken, requireTrust } from './trust.ts';

const on = implementation.organisation;

export const organisationHandlers = on.router({
  ...rulesHandlers,

  overview: on.overview.handler(({ context: { database } }) => {
    const codes = trustCodes(database);
    const trusts = codes.map((code) => describeTrust(database, requireTrust(database, code)));
    const viewed = readPreference<string>(database, 'trust in view');
    return { trusts, inView: codes.find((code) => code === viewed) ?? codes[0] ?? null };
  }),

  addTrust: on.addTrust.handler(({ input, context: { database, reference }, errors }) => {
    if (findTrust(database, input.code))
      throw errors.NAME_TAKEN({
        message: `A trust with the code ${input.code} is already here. Open it, or enter another code.`,
      });
    const names = input.units.map((unit) => nameKey(unit.name));
    const twice = input.units.find((unit, index) => names.indexOf(nameKey(unit.name)) !== index);
    if (twice) throw errors.NAME_TAKEN({ message: `The unit ${twice.name} is listed twice. Remove one.` });
    return addTrust(database, reference, input);
  }),

  renameTrust: on.renameTrust.handler(({ input, context: { database, now } }) => {
    const trust = requireTrust(database, input.trust);
    recordChange(database, { trustId: trust.id, label: `Trust ${input.name}`, at: now() }, () =>
      updateTrust(database, trust.id, { name: input.name, systemId: systemId(database, input.system) }),
    );
    return describeTrust(database, requireTrust(database, input.trust));
  }),

  dropNames: on.dropNames.handler(({ input, context: { database, now } }) => {
    const trust = requireTrust(database, input.trust);
    const label = input.drop ? 'Drop names on import' : 'Keep names on import';
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      setDropsNames(database, trust.id, input.drop),
    );
    return describeTrust(database, trust);
  }),

  view: on.view.handler(({ input, context: { database } }) => {
    writePreference(database, 'trust in view', requireTrust(database, input.trust).code);
    return null;
  }),

  addSite: on.addSite.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    if (siteIdByName(database, trust.id, input.name) !== null)
      throw errors.NAME_TAKEN({ message: `There is already a site called ${input.name}.` });
    recordChange(database, { trustId: trust.id, label: `New site ${input.name}`, at: now() }, () =>
      insertSite(database, trust.id, input.name),
    );
    return describeTrust(database, trust);
  }),

  addUnit: on.addUnit.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    try {
      recordChange(database, { trustId: trust.id, label: `New unit ${input.name}`, at: now() }, () =>
        insertUnit(database, trust.id, { ...input, siteId: siteIdByName(database, trust.id, input.site) }),
      );
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: `There is already a unit called ${input.name}.` });
      throw error;
    }
    return describeTrust(database, trust);
  }),

  changeUnit: on.changeUnit.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    if (!describeTrust(database, trust).units.some((unit) => unit.id === input.id)) throw errors.NOT_THERE();
    try {
      recordChange(database, { trustId: trust.id, label: `Unit ${input.name}`, at: now() }, () =>
        updateUnit(database, input.id, {
          name: input.name,
          kind: input.kind,
          siteId: siteIdByName(database, trust.id, input.site),
        }),
      );
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: `There is already a unit called ${input.name}.` });
      throw error;
    }
    return describeTrust(database, trust);
  }),

  removeUnit: on.removeUnit.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const unit = describeTrust(database, trust).units.find(({ id }) => id === input.id);
    if (!unit) throw errors.NOT_THERE();
    try {
      recordChange(database, { trustId: trust.id, label: `Remove unit ${unit.name}`, at: now() }, () =>
        deleteUnit(database, unit.id),
      );
    } catch (error) {
      if (isStillUsed(error))
        throw errors.STILL_USED({
          message: `${unit.name} still has rosters or establishment lines. Undo those imports or remove those lines first.`,
        });
      throw error;
    }
    return describeTrust(database, trust);
  }),

  addStaffGroup: on.addStaffGroup.handler(({ input, context: { database, now }, errors }) => {
    const trust = requireTrust(database, input.trust);
    const key = nameKey(input.name).replace(/[^a-z0-9]+/g, '_');
    try {
      recordChange(database, { trustId: trust.id, label: `New staff group ${input.name}`, at: now() }, () =>
        insertStaffGroups(database, trust.id, [{ key, name: input.name }]),
      );
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: `There is already a staff group called ${input.name}.` });
      throw error;
    }
    return describeTrust(database, trust);
  }),
});
