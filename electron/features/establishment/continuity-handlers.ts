import type { ContinuityQuarterInputs, ContinuityTeamInputs } from '#contract';
import { implementation } from '../../context.ts';
import { exactText, type Fraction } from '../../core/fraction.ts';
import { recordChange } from '../../database/history.ts';
import { isTaken, requireTrust } from '../organisation/trust.ts';
import { difference } from './calculations/agreed-levels.ts';
import { quartersFrom, shareOf, wholeWomen, womenOf, wteFor } from './calculations/continuity.ts';
import {
  deleteQuarter,
  deleteTeam,
  insertQuarter,
  insertTeam,
  listBlocks,
  listQuarters,
  listTeams,
  putBlock,
  updateQuarter,
  updateTeam,
} from './continuity-repository.ts';
import { changesOf } from './neonatal-handlers.ts';

const on = implementation.establishment;
const sent = (value: Fraction | null) => value && exactText(value);
/** Quarters that are offered from today's on. */
const AHEAD = 8;

export const continuityHandlers = {
  continuity: on.continuity.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const { blocks, largestTeam, caseload } = reference.continuity;
    const { id } = requireTrust(database, input.trust);
    const teams = listTeams(database, id).map((team) => {
      const exact = womenOf(team.wte, team.caseload);
      return { ...team, exactWomen: sent(exact), women: wholeWomen(exact) };
    });
    const quarters = listQuarters(database, id);
    const stored = new Map(listBlocks(database, id).map((block) => [block.block, block]));
    const named = blocks.map(({ key, name }) => {
      const { status = null, date = null, note = '' } = stored.get(key) ?? {};
      return { key, name, status, date, note };
    });
    return {
      teams,
      wte: teams.reduce((sum, { wte }) => sum + (wte ?? 0), 0),
      women: teams.reduce((sum, { women }) => sum + (women ?? 0), 0),
      quarters: quarters.map((row) => ({
        ...row,
        share: shareOf(row.women, row.allWomen),
        ethnicShare: shareOf(row.ethnicWomen, row.allEthnicWomen),
        deprivedShare: shareOf(row.deprivedWomen, row.allDeprivedWomen),
        wteForWomen: row.women === null ? null : sent(wteFor(row.women, caseload)),
        shortOf: difference(row.neededWte, row.inPostWte),
      })),
      blocks: named,
      blocksInPlace: named.filter(({ status }) => status === 'in_place').length,
      largestTeam,
      caseload,
      quartersToAdd: quartersFrom(today(), AHEAD).filter((quarter) => !quarters.some((row) => row.quarter === quarter)),
    };
  }),

  addContinuityTeam: on.addContinuityTeam.handler(({ input, context }) => {
    const { trust: code, ...given } = input;
    const { database, reference, now } = context;
    const trust = requireTrust(database, code);
    const { name, wte = null, caseload = reference.continuity.caseload } = given;
    const { focus = '', obstetrician = '', started = null, note = '' } = given;
    const label = `New continuity team ${name}`;
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertTeam(database, trust.id, { name, wte, caseload, focus, obstetrician, started, note }),
    );
    return { id, label };
  }),

  changeContinuityTeam: on.changeContinuityTeam.handler(({ input, context, errors }) => {
    const { trust: code, id, ...given } = input;
    const { database, now } = context;
    const trust = requireTrust(database, code);
    const found = listTeams(database, trust.id).find((team) => team.id === id);
    if (!found) throw errors.NOT_THERE();
    const changes = changesOf<ContinuityTeamInputs>(found, given as Partial<ContinuityTeamInputs>);
    if (Object.keys(changes).length === 0) return { label: null };
    const label = `Change continuity team ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateTeam(database, id, changes));
    return { label };
  }),

  removeContinuityTeam: on.removeContinuityTeam.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = listTeams(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove continuity team ${found.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteTeam(database, found.id));
    return { label };
  }),

  addContinuityQuarter: on.addContinuityQuarter.handler(({ input, context, errors }) => {
    const { trust: code, quarter, ...given } = input;
    const { database, now } = context;
    const trust = requireTrust(database, code);
    const label = `Continuity of carer in ${quarter}`;
    try {
      const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
        insertQuarter(database, trust.id, quarter, given),
      );
      return { id, label };
    } catch (error) {
      if (isTaken(error)) throw errors.NAME_TAKEN({ message: `${quarter} is there already. Change that row instead.` });
      throw error;
    }
  }),

  changeContinuityQuarter: on.changeContinuityQuarter.handler(({ input, context, errors }) => {
    const { trust: code, id, ...given } = input;
    const { database, now } = context;
    const trust = requireTrust(database, code);
    const found = listQuarters(database, trust.id).find((row) => row.id === id);
    if (!found) throw errors.NOT_THERE();
    const changes = changesOf<ContinuityQuarterInputs>(found, given as Partial<ContinuityQuarterInputs>);
    if (Object.keys(changes).length === 0) return { label: null };
    const label = `Change continuity of carer in ${found.quarter}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => updateQuarter(database, id, changes));
    return { label };
  }),

  removeContinuityQuarter: on.removeContinuityQuarter.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const found = listQuarters(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    const label = `Remove continuity of carer in ${found.quarter}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteQuarter(database, found.id));
    return { label };
  }),

  setContinuityBlock: on.setContinuityBlock.handler(({ input, context, errors }) => {
    const { trust: code, block, ...given } = input;
    const { database, reference, now } = context;
    const trust = requireTrust(database, code);
    const known = reference.continuity.blocks.find(({ key }) => key === block);
    if (!known) throw errors.NOT_THERE({ message: `There is no building block ${block}. Choose one from the list.` });
    const label = `Building block ${known.name}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => putBlock(database, trust.id, block, given));
    return { label };
  }),
};
