import { and, eq } from 'drizzle-orm';
import type { PreceptorshipProgrammeShown } from '#contract';
import { setting } from '#drizzle';
import type { PreceptorshipProgramme } from '../../contract/preceptorship-rules.ts';
import { groupedBy } from '../../core/grouped.ts';
import type { Database } from '../../database/database.ts';
import type { Reference } from '../../reference/load.ts';

const usual = 'usual_preceptorship_programme';

/** The programme that a trust uses where none is chosen. */
export function usualProgramme({ db }: Database, trustId: number): string {
  const row = db
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.trustId, trustId), eq(setting.key, usual)))
    .get();
  return row ? (JSON.parse(row.value) as string) : 'midwifery_core';
}

export function putUsualProgramme({ db }: Database, trustId: number, programme: string): void {
  const value = JSON.stringify(programme);
  db.insert(setting)
    .values({ trustId, key: usual, value })
    .onConflictDoUpdate({ target: [setting.trustId, setting.key], set: { value } })
    .run();
}

/** Programmes by their keys, each in the edition that was in force when somebody started. */
export function programmesOf({ programmes, preceptorship }: Reference) {
  const oldestFirst = [...programmes].sort((first, second) => (first.validFrom < second.validFrom ? -1 : 1));
  const editions = groupedBy(oldestFirst, ({ programme }) => programme);
  return {
    /** Before the first edition that one; the newly registered midwives' where the key is none. */
    find(key: string, start: string): PreceptorshipProgramme {
      const own = editions.get(key) ?? [preceptorship];
      return own.filter(({ validFrom }) => validFrom <= start).pop() ?? own[0] ?? preceptorship;
    },
    has: (key: string) => editions.has(key),
  };
}

/** A programme as screens choose and name it, with what a trust uses instead of the published values. */
export function programmesShown(reference: Reference): PreceptorshipProgrammeShown[] {
  return reference.programmes.map((pack) => {
    const published = reference.published.programmes.find(({ id }) => id === pack.id);
    return {
      key: pack.programme,
      name: pack.name,
      title: pack.title,
      version: pack.version,
      validFrom: pack.validFrom,
      own: published === undefined || published === pack ? [] : differences(published, pack),
      steps: [...pack.milestones, ...pack.steps].map(({ key, name }) => ({ key, name })),
      purposes: pack.protectedPurposes.map(({ key, name }) => ({ key, name })),
      levels: pack.escalation.map(({ key, name }) => ({ key, name })),
    };
  });
}

function differences(published: PreceptorshipProgramme, own: PreceptorshipProgramme): string[] {
  const said = (value: unknown) => (typeof value === 'object' ? 'changed' : String(value));
  return (Object.keys(own) as (keyof PreceptorshipProgramme)[])
    .filter((field) => JSON.stringify(own[field]) !== JSON.stringify(published[field]))
    .map((field) => {
      const { name = field } = own.values.find(({ path }) => path.split(/[.[]/)[0] === field) ?? {};
      const [is, was] = [said(own[field]), said(published[field])];
      return is === was ? `${name.replace('{name}: ', '')}: the trust’s own` : `${name}: ${is} (published: ${was})`;
    });
}
