import { implementation } from '../../context.ts';
import { sourceBatches } from '../../imports/sources.ts';
import { requireTrust } from '../organisation/trust.ts';
import { maternityGroups } from './calculations/as-expected.ts';
import { profileFormulas } from './calculations/formulas.ts';
import { profileOf } from './calculations/profile.ts';
import { monthEnds, ratesTrend } from './calculations/rates-trend.ts';
import { spellsOf } from './calculations/spells.ts';
import { namesOfGroups } from './group-names.ts';
import { absencesOf, censuses, leaversOf } from './repository.ts';
import { answerInPost } from './service.ts';

const on = implementation.staff;
const maternity = maternityGroups['midwives_and_support'] ?? [];

export const ratesHandlers = {
  ratesTrend: on.ratesTrend.handler(({ input, context }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const days = censuses(database, trust.id).filter((day) => input.on === undefined || day <= input.on);
    const list = days.length === 0 ? undefined : answerInPost(context, trust, input.on);
    if (!list) return null;
    const leavers = leaversOf(database, trust.id);
    const ends = monthEnds(list.census, input.months);
    const first = `${(ends[0] ?? list.census).slice(0, 8)}01`;
    const absences = absencesOf(database, trust.id, { first, last: list.census });
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
    const lists = {
      spells: spellsOf(list.rows, list.census, leavers, list.rules),
      leavers,
      absences,
      rules: list.rules,
    };
    const nameOf = namesOfGroups(context);
    return {
      census: list.census,
      groups: [...list.figures.heads.keys()].map((key) => ({ key, name: nameOf(key) })),
      months: ratesTrend(lists, ends, input.groups ?? maternity, told),
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
