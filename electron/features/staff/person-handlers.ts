import { implementation } from '../../context.ts';
import { daysBetween } from '../../core/dates.ts';
import { requireTrust } from '../organisation/trust.ts';
import { groupOf } from './calculations/groups.ts';
import { stretchesOf } from './calculations/stretches.ts';
import { trendOf } from './calculations/trend.ts';
import { namesOfGroups } from './group-names.ts';
import { groupRulesOf } from './occupation-codes.ts';
import {
  absencesOfPerson,
  assignmentsOfPerson,
  censusSums,
  leaversOfPerson,
  placesOfBatches,
} from './person-repository.ts';
import { censuses } from './repository.ts';

const on = implementation.staff;

export const personHandlers = {
  person: on.person.handler(({ input, context, errors }) => {
    const { database, today } = context;
    const trust = requireTrust(database, input.trust);
    const person = /^\d+$/.test(input.person) ? input.person.padStart(8, '0') : input.person;
    const rows = assignmentsOfPerson(database, trust.id, person);
    const absences = absencesOfPerson(database, trust.id, person);
    const leavers = leaversOfPerson(database, trust.id, person);
    const all = [...rows, ...absences, ...leavers];
    if (all.length === 0) throw errors.PERSON_UNKNOWN();
    const rules = groupRulesOf(context, trust.id);
    const lists = censuses(database, trust.id);
    const newestList = lists[lists.length - 1] ?? null;
    const places = placesOfBatches(
      database,
      all.map(({ batchId }) => batchId),
    );
    const readAt = ({ batchId, row }: { batchId: number; row: number }) => ({
      batch: batchId,
      fileName: places.get(batchId)?.fileName ?? '',
      sheet: places.get(batchId)?.sheet ?? '',
      row,
    });
    const newest = rows[rows.length - 1];
    return {
      person,
      name: newest?.name ?? all.find(({ name }) => name !== null)?.name ?? null,
      ageBand: newest?.ageBand ?? leavers[0]?.ageBand ?? null,
      nhsEntry: newest?.nhsEntry ?? null,
      newestList,
      onNewestList: newest !== undefined && newest.census === newestList,
      assignments: stretchesOf(rows, lists).map(({ entry, ...stretch }) => ({
        ...readAt(entry),
        ...stretch,
        assignment: entry.assignment,
        position: entry.position,
        unit: entry.unit,
        division: entry.division,
        costCentre: entry.costCentre,
        staffGroup: entry.staffGroup,
        occupationCode: entry.occupationCode,
        group: groupOf(rules, entry),
        payGrade: entry.payGrade,
        band: entry.band,
        category: entry.category,
        status: entry.status,
        primary: entry.primary === null ? null : entry.primary === 1,
        fte: entry.fte,
        hours: entry.hours,
        start: entry.start,
      })),
      absences: absences.map((episode) => ({
        ...readAt(episode),
        type: episode.type,
        reason: episode.reason,
        start: episode.start,
        end: episode.end,
        calendarDays: Math.max(0, daysBetween(episode.start, episode.end ?? today()) + 1),
      })),
      leavers: leavers.map((leaver) => ({
        ...readAt(leaver),
        assignment: leaver.assignment,
        position: leaver.position,
        unit: leaver.unit,
        band: leaver.band,
        fte: leaver.fte,
        start: leaver.start,
        leaving: leaver.leaving,
        reason: leaver.reason,
        destination: leaver.destination,
      })),
    };
  }),

  trend: on.trend.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const nameOf = namesOfGroups(context);
    const { by, group } = input;
    const { keys, months } = trendOf(censusSums(database, trust.id), by, groupRulesOf(context, trust.id), group);
    const named = (key: string | null) => {
      if (key === null) return 'Not stated';
      if (by === 'group') return nameOf(key);
      return by === 'band' ? (key === '-' ? 'No band' : `Band ${key}`) : key;
    };
    return { by, keys: keys.map((key) => ({ key, name: named(key) })), months: [...months] };
  }),
};
