import type { LeaverEvent, Period, RateHead, SickPerson, StaffListRow } from '#contract';
import { groupedBy } from '../../core/grouped.ts';
import type { SourceBatch } from '../../imports/sources.ts';
import { type GroupRules, groupOf } from './calculations/groups.ts';
import type { Head } from './calculations/heads.ts';
import { isInPost } from './calculations/in-post.ts';
import type { LeavingEvent } from './calculations/leavers.ts';
import type { Stored, StoredAbsence, StoredAssignment, StoredLeaver } from './repository.ts';
import type { SicknessAnswer } from './service.ts';

/** Where a row was read. */
function readAt(sources: readonly SourceBatch[]) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return ({ batchId, row }: Pick<Stored, 'batchId'> & { readonly row: number }) => {
    const { fileName = '', sheet = '' } = byId.get(batchId) ?? {};
    return { batch: batchId, fileName, sheet, row };
  };
}

/** Rows of a staff list as they are shown, each with its group and what keeps it out of staff in post. */
export function shownPeople(
  rows: readonly StoredAssignment[],
  sources: readonly SourceBatch[],
  rules: GroupRules,
  census: string,
): StaffListRow[] {
  const place = readAt(sources);
  return rows.map((row) => {
    const notInPost = whyNotInPost(row, census);
    return {
      ...place(row),
      given: '',
      person: row.person,
      assignment: row.assignment,
      name: row.name,
      position: row.position,
      unit: row.unit,
      division: row.division,
      costCentre: row.costCentre,
      staffGroup: row.staffGroup,
      occupationCode: row.occupationCode,
      group: groupOf(rules, row),
      payGrade: row.payGrade,
      band: row.band,
      category: row.category,
      status: row.status,
      primary: row.primary === null ? null : row.primary === 1,
      fte: row.fte,
      hours: row.hours,
      start: row.start,
      ageBand: row.ageBand,
      notInPost,
      available: notInPost === null && row.status === 'active',
    };
  });
}

function whyNotInPost(row: StoredAssignment, census: string): StaffListRow['notInPost'] {
  if (isInPost(row, census)) return null;
  if (row.category === 'bank') return 'bank';
  return row.category === 'other' ? 'not_substantive' : 'not_started';
}

export function shownEvents(
  events: readonly LeavingEvent<StoredLeaver>[],
  sources: readonly SourceBatch[],
): LeaverEvent[] {
  const place = readAt(sources);
  return events.map(({ entry, group, notCounted }) => ({
    ...place(entry),
    person: entry.person,
    assignment: entry.assignment,
    name: entry.name,
    position: entry.position,
    unit: entry.unit,
    group,
    band: entry.band,
    fte: entry.fte,
    start: entry.start,
    leaving: entry.leaving,
    reason: entry.reason,
    destination: entry.destination,
    notCounted,
  }));
}

/** Assignments behind the heads and the FTE of a rate, each with the row of the staff list or of the leavers. */
export function shownHeads(
  heads: readonly Head[],
  place: (batchId: number) => { fileName: string; sheet: string },
): RateHead[] {
  return heads.map(({ spell: { person, assignment, group, fte, start, leaving, from }, counts, stays }) => {
    const { batchId = 0, row = 0, name = null, position = null, unit = null, band = null } = from ?? {};
    const read = { batch: batchId, ...place(batchId), row };
    return { ...read, person, assignment, name, position, unit, band, group, fte, start, leaving, counts, stays };
  });
}

/** People behind a sickness figure, those with the most days first, each with the episodes that touch the period. */
export function shownSickness(
  { figures, absences, sources, period }: SicknessAnswer,
  groups?: readonly string[],
): SickPerson[] {
  const place = readAt(sources);
  const episodes = groupedBy(
    absences.filter((episode) => isSickIn(episode, period)),
    ({ person }) => person,
  );
  return figures.people
    .filter(({ group }) => groups === undefined || groups.includes(group))
    .map(({ person, group, lost, available }) => {
      const own = episodes.get(person) ?? [];
      return {
        person,
        name: own.find(({ name }) => name !== null)?.name ?? null,
        group,
        days: { numerator: lost, denominator: available },
        episodes: own.map((episode) => ({
          ...place(episode),
          reason: episode.reason,
          start: episode.start,
          end: episode.end,
        })),
      };
    })
    .sort((one, other) => other.days.numerator - one.days.numerator || (one.person < other.person ? -1 : 1));
}

function isSickIn({ type, start, end }: StoredAbsence, { first, last }: Period): boolean {
  return type === 'sickness' && start <= last && (end ?? last) >= first;
}
