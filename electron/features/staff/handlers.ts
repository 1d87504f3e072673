import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { givenCells } from '../../imports/given-rows.ts';
import { requireTrust } from '../organisation/trust.ts';
import { maternityGroups } from './calculations/as-expected.ts';
import { inPostFormulas, leaverFormulas, sicknessFormulas } from './calculations/formulas.ts';
import { byGroup } from './calculations/in-post.ts';
import { namesOfGroups } from './group-names.ts';
import { wantedRows } from './list-filter.ts';
import { personHandlers } from './person-handlers.ts';
import { ratesHandlers } from './rates-handlers.ts';
import { shownEvents, shownPeople, shownSickness } from './figure-rows.ts';
import { codesOf, placesOf, staffGroupsOf } from './calculations/places.ts';
import { groupRulesOf, ownOccupationCodes, setOccupationCode } from './occupation-codes.ts';
import { censuses } from './repository.ts';
import { answerInPost, answerLeavers, answerSickness } from './service.ts';

const on = implementation.staff;

/** Groups that people in post may be counted in. */
function groupsOf({ reference }: Context): string[] {
  const { staffGroups, unmapped } = reference.organisation;
  return [...new Set(staffGroups.map(({ inPostKey }) => inPostKey))].filter((key) => key !== unmapped.key);
}

/** What rates are shown of: midwives, support and both, then any other group that there is. */
function shownGroups(groups: readonly string[]): [string, readonly string[]][] {
  const others = groups.filter((group) => !(group in maternityGroups));
  return [...Object.entries(maternityGroups), ...others.map((group): [string, string[]] => [group, [group]])];
}

const page = <Row>(rows: readonly Row[], { offset, limit }: { offset: number; limit: number }) => ({
  total: rows.length,
  rows: rows.slice(offset, offset + limit),
});

export const staffHandlers = on.router({
  ...personHandlers,
  ...ratesHandlers,

  groupRules: on.groupRules.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const own = ownOccupationCodes(database, trust.id);
    const rules = groupRulesOf(context, trust.id);
    const newest = answerInPost(context, trust);
    const unmapped = newest?.figures.assignments.filter(({ group }) => group === rules.unmapped) ?? [];
    return {
      groups: groupsOf(context).map((group) => ({ group, groupName: namesOfGroups(context)(group) })),
      occupationCodes: [...rules.byOccupationCode].sort().map(([code, group]) => ({ code, group, own: code in own })),
      unmapped: codesOf(unmapped.map(({ entry }) => entry)),
    };
  }),

  setOccupationCode: on.setOccupationCode.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const { code, group } = input;
    if (group !== null && !groupsOf(context).includes(group)) throw errors.NO_SUCH_GROUP();
    const label =
      group === null
        ? `Occupation code ${code} as the reference data has it`
        : `Occupation code ${code} to ${namesOfGroups(context)(group)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      setOccupationCode(database, trust.id, code, group),
    );
    return { label };
  }),

  censuses: on.censuses.handler(({ input, context: { database } }) =>
    censuses(database, requireTrust(database, input.trust).id),
  ),

  inPost: on.inPost.handler(({ input, context }) => {
    const answer = answerInPost(context, requireTrust(context.database, input.trust), input.on);
    if (!answer) return null;
    const { figures, sources } = answer;
    const nameOf = namesOfGroups(context);
    const known = <Sum extends { available: number }>(sum: Sum) => ({
      ...sum,
      available: figures.statusKnown ? sum.available : null,
    });
    const available = byGroup(figures.bands, 'available');
    const wte = byGroup(figures.bands, 'wte');
    const total = (sums: ReadonlyMap<string, number>) => [...sums.values()].reduce((sum, one) => sum + one, 0);
    return {
      census: figures.census,
      sources: [...sources],
      assignments: figures.assignments.length,
      people: figures.people,
      ...known({ wte: total(wte), available: total(available) }),
      groups: [...wte].map(([group, sum]) =>
        known({
          group,
          groupName: nameOf(group),
          heads: figures.heads.get(group) ?? 0,
          wte: sum,
          available: available.get(group) ?? 0,
        }),
      ),
      bands: figures.bands.map((band) => known({ ...band, groupName: nameOf(band.group) })),
      places: placesOf(figures.assignments).map((place) => known({ ...place, groupName: nameOf(place.group) })),
      staffGroups: staffGroupsOf(figures.assignments).map((sum) => known({ ...sum, groupName: nameOf(sum.group) })),
      formulas: [...inPostFormulas],
    };
  }),

  people: on.people.handler(({ input, context }) => {
    const answer = answerInPost(context, requireTrust(context.database, input.trust), input.on);
    if (!answer) return { total: 0, rows: [] };
    const rows = wantedRows(
      shownPeople(answer.rows, answer.sources, answer.rules, answer.census),
      input,
      answer.census,
    );
    const given = givenCells(context.database);
    const shown = page(rows, input);
    return { ...shown, rows: shown.rows.map((row) => ({ ...row, given: given(row) })) };
  }),

  leavers: on.leavers.handler(({ input, context }) => {
    const answer = answerLeavers(context, requireTrust(context.database, input.trust), input.period);
    if (!answer) return null;
    const { figures, period, census, sources, remarks } = answer;
    return {
      period,
      startCensus: figures.startCensus,
      census,
      sources: [...sources],
      groups: shownGroups(figures.groups).map(([key, groups]) => {
        const group = figures.of(groups);
        return {
          key,
          groups: [...groups],
          ...group,
          leaverRate: { numerator: 2 * group.leavers, denominator: group.headsStart + group.headsEnd },
          stability: { numerator: group.stayed, denominator: group.headsStart },
          leaverRateFte: { numerator: 2 * group.leaversFte, denominator: group.fteStart + group.fteEnd },
        };
      }),
      formulas: [...leaverFormulas],
      remarks: [...remarks],
    };
  }),

  leaverEvents: on.leaverEvents.handler(({ input, context }) => {
    const answer = answerLeavers(context, requireTrust(context.database, input.trust), input.period);
    if (!answer) return { total: 0, rows: [] };
    const rows = shownEvents(answer.figures.events, answer.sources);
    return page(
      rows.filter(({ group }) => input.groups?.includes(group) ?? true),
      input,
    );
  }),

  sickness: on.sickness.handler(({ input, context }) => {
    const answer = answerSickness(context, requireTrust(context.database, input.trust), input.period);
    if (!answer) return null;
    const { figures, period, census, sources, remarks } = answer;
    const groups = [...new Set(figures.people.map(({ group }) => group))].sort();
    return {
      period,
      census,
      sources: [...sources],
      groups: shownGroups(groups).map(([key, some]) => ({ key, groups: [...some], days: figures.of(some) })),
      formulas: [...sicknessFormulas],
      remarks: [...remarks],
    };
  }),

  sicknessPeople: on.sicknessPeople.handler(({ input, context }) => {
    const answer = answerSickness(context, requireTrust(context.database, input.trust), input.period);
    if (!answer) return { total: 0, rows: [] };
    const people = shownSickness(answer, input.groups);
    return page(input.all ? people : people.filter(({ days }) => days.numerator > 0), input);
  }),
});
