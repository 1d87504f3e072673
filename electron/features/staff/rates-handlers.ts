import { implementation } from '../../context.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { maternityGroups } from './calculations/as-expected.ts';
import { profileFormulas } from './calculations/formulas.ts';
import { profileOf } from './calculations/profile.ts';
import { listFor, monthEnds, ratesTrend } from './calculations/rates-trend.ts';
import { inPostAt, type Spell, spellsReader } from './calculations/spells.ts';
import { namesOfGroups } from './group-names.ts';
import { listsOf } from './lists-repository.ts';
import { censuses, leaversOf, sicknessOf } from './repository.ts';
import { answerInPost, answerLeavers } from './service.ts';
import { headsOf } from './calculations/heads.ts';
import { shownHeads } from './figure-rows.ts';
import { primaryOf } from './calculations/people.ts';
import { groupRulesOf } from './occupation-codes.ts';
import { placesOfBatches } from './person-repository.ts';
import { addDays } from '../../core/dates.ts';

const on = implementation.staff;
const maternity = maternityGroups['midwives_and_support'] ?? [];

export const ratesHandlers = {
  ratesTrend: on.ratesTrend.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const days = censuses(database, trust.id).filter((day) => input.on === undefined || day <= input.on);
    const newest = days[days.length - 1];
    if (newest === undefined) return null;
    const rules = groupRulesOf(context, trust.id);
    const leavers = leaversOf(database, trust.id);
    const ends = monthEnds(newest, input.months);
    const first = `${(ends[0] ?? newest).slice(0, 8)}01`;
    const absences = sicknessOf(database, trust.id, { first, last: newest });
    const firstDay = (kind: string) =>
      sourceBatches(database, trust.id, kind, null)
        .map((batch) => batch.first)
        .sort()[0];
    const absenceDays = sourceBatches(database, trust.id, 'absence', null)
      .map((batch) => batch.last)
      .sort();
    const told = {
      leaversFrom: firstDay('leavers') ?? null,
      absenceFrom: firstDay('absence') ?? null,
      absenceTo: absenceDays[absenceDays.length - 1] ?? null,
    };
    const rows = listsOf(database, trust.id, [
      ...new Set([...ends.map((end) => listFor(days, end) ?? newest), newest]),
    ]);
    const read = spellsReader(leavers, rules);
    const spells = new Map<string, Spell[]>();
    const spellsBy = (census: string) => {
      const known = spells.get(census) ?? read(rows.get(census) ?? [], census);
      spells.set(census, known);
      return known;
    };
    const lists = {
      censuses: days,
      spellsBy,
      leavers,
      absences,
      rules,
    };
    const nameOf = namesOfGroups(context);
    return {
      census: newest,
      groups: groupsOf(spellsBy(newest), newest).map((key) => ({ key, name: nameOf(key) })),
      months: ratesTrend(lists, ends, input.groups ?? maternity, told),
    };
  }),

  heads: on.heads.handler(({ input, context }) => {
    const { database } = context;
    const answer = answerLeavers(context, requireTrust(database, input.trust), input.period);
    if (!answer) return { day: null, total: 0, heads: 0, stayed: 0, wte: 0, rows: [] };
    const { period, spells } = answer;
    const heads = headsOf(spells, period, input.at, input.groups ?? maternity);
    const counted = heads.filter(({ counts }) => counts);
    const page = heads
      // Whoever left is what a person looks for.
      .sort((one, other) => Number(one.stays) - Number(other.stays) || (one.spell.person < other.spell.person ? -1 : 1))
      .slice(input.offset, input.offset + input.limit);
    const places = placesOfBatches(
      database,
      page.map(({ spell }) => spell.from?.batchId ?? 0),
    );
    return {
      day: input.at === 'start' ? addDays(period.first, -1) : period.last,
      total: heads.length,
      heads: counted.length,
      stayed: counted.filter(({ stays }) => stays).length,
      wte: heads.reduce((sum, { spell }) => sum + spell.fte, 0),
      rows: shownHeads(page, (batch) => places.get(batch) ?? { fileName: '', sheet: '' }),
    };
  }),

  profile: on.profile.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const days = censuses(database, trust.id).filter((day) => input.on === undefined || day <= input.on);
    const list = days.length === 0 ? undefined : answerInPost(context, trust, input.on);
    if (!list) return null;
    const profile = profileOf(list.figures.assignments, input.groups ?? maternity, list.census);
    const heads = (over55: string) =>
      profile.age.filter((band) => band.over55 === over55).reduce((sum, band) => sum + band.heads, 0);
    return {
      census: list.census,
      ...profile,
      over55: { sure: heads('all'), perhaps: heads('some'), notStated: heads('not_stated') },
      formulas: [...profileFormulas],
    };
  }),
};

/** Groups that people in post are of, by their primary assignments. */
function groupsOf(spells: readonly Spell[], day: string): string[] {
  return [...new Set([...inPostAt(spells, day).values()].map((held) => primaryOf(held).group))];
}
