import type { LaterCareers, WorkforceEquality } from '#contract';
import type { Context } from '../../context.ts';
import { named, type PublishedTables } from '../../core/protected-tables.ts';
import { lineKey } from '../../core/shared-lines.ts';
import { keeper } from '../../database/kept.ts';
import type { ProtectedTables } from '../../core/small-numbers.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { noBand } from '../staff/calculations/in-post.ts';
import { agesPublished, columnOfAge } from './calculations/ages-shared.ts';
import { equalityPublished } from './calculations/equality-shared.ts';
import { groupKeys } from './calculations/ethnic-groups.ts';
import { type LeaversFile, leaversPlace, leaversPublished } from './calculations/leavers-shared.ts';
import { pipelinePublished } from './calculations/pipeline.ts';
import { EVERYBODY, headsKey, type StaffNumbers, staffPublished, TOGETHER } from './calculations/staff-shared.ts';
import { type Tying, tying } from './calculations/shared-ties.ts';
import { type PipelineWorld, readPipeline } from './careers-service.ts';
import { equalityShown } from './equality-service.ts';
import { snapshotsOf } from './equality-repository.ts';
import { laterCareersShown, staffNumbers } from './later-career-service.ts';
import { leaverFiles } from './leaver-files.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Everything that is shared of one staff list, and how the keys of each file stand in it. */
export interface SharedSystem {
  readonly published: PublishedTables;
  /** Null without a staff list. */
  readonly staff: StaffNumbers | null;
  readonly ages: LaterCareers;
  readonly leavers: readonly LeaversFile[] | null;
  readonly pipeline: PipelineWorld;
  /** Of the same staff list. */
  readonly snapshots: readonly WorkforceEquality[];
}

type SharedPart = 'staff' | 'ages' | 'pipeline';
const prefix = (part: SharedPart, census: string | null) => `${part} of ${census ?? 'no list'}: `;

/** The counts of one part by its own keys. */
export const partOf =
  (shown: ProtectedTables, part: SharedPart, census: string | null): ProtectedTables =>
  (key) =>
    shown(`${prefix(part, census)}${key}`);

/** How a key of a snapshot's tables stands beside others: staff by band are those of its list, whatever the day. */
export const equalityKey = ({ shown, list }: WorkforceEquality) => {
  const day = shown?.day ?? '';
  return (key: string) =>
    list && /^(band|workforce) /.test(key) ? `equality of list ${list.census}: ${key}` : `equality on ${day}: ${key}`;
};

/** Snapshots of workforce equality that go by the staff list of a day, put together. */
export function snapshotsOfList(world: World, trust: TrustRow, census: string | null): WorkforceEquality[] {
  return snapshotsOf(world.database, trust.id).flatMap(({ id }) => {
    const one = equalityShown(world, trust, id);
    return one && (one.list?.census ?? null) === census ? [one] : [];
  });
}

/**
 * Staff by unit and band, leavers of all years and staff groups, later careers, pipeline and workforce equality of the newest
 * staff list: they go to the same readers, who could take one from the other.
 */
export function sharedSystem(world: World, trust: TrustRow): SharedSystem {
  const { database, reference, today } = world;
  return kept(database, `${trust.id} ${today()}`, () => readSystem(world, trust), reference);
}

/** A file of equality and one of the pipeline are made of the same. */
const kept = keeper(2);

function readSystem(world: World, trust: TrustRow): SharedSystem {
  const all = tying();
  const staff = staffNumbers(world, trust);
  const leavers = leaverFiles(world, trust);
  const ages = laterCareersShown(world, trust, undefined);
  const pipeline = readPipeline(world, trust);
  const census = staff?.census ?? null;
  const snapshots = census === null ? [] : snapshotsOfList(world, trust, census);
  const own = (part: SharedPart) => (key: string) => `${prefix(part, census)}${key}`;
  if (leavers) all.add(leaversPublished(leavers, maternityGroups['midwives_and_support'] ?? []));
  if (staff) all.add(named(staffPublished(staff), own('staff')));
  all.add(named(agesPublished(ages), own('ages')));
  all.add(named(pipelinePublished(pipeline.parts), own('pipeline')));
  for (const one of snapshots) all.add(named(equalityPublished(one), equalityKey(one)));
  const newest = leavers?.find(({ back }) => back === 0)?.data.period;
  if (staff && newest) tieLeavers(all, staff, own('staff'), (group) => leaversPlace(newest, group));
  if (staff) tieAges(all, ages, own('ages'), own('staff'), newest && leaversPlace(newest, null));
  if (staff) tieOrigins(all, staff, pipeline, snapshots, own);
  return { published: all.made(), staff, ages, leavers: leavers ?? null, pipeline, snapshots };
}

type KeyOf = (key: string) => string;

/** Heads at the end of the newest year are those of the list. */
function tieLeavers(all: Tying, { people, groups }: StaffNumbers, own: KeyOf, place: (group: string | null) => string) {
  for (const group of [null, ...groups.map(({ key }) => key)]) {
    const staffGroup = group ?? TOGETHER;
    all.tie(own(headsKey(staffGroup)), [`${place(group)} all heads end`]);
    for (const part of ['unit', 'band'] as const)
      for (const key of new Set(people.map((one) => one[part] ?? '')))
        all.tie(own(headsKey(staffGroup, part, key)), [`${place(group)} ${part} ${key} heads end`]);
  }
}

function tieAges(all: Tying, ages: LaterCareers, own: KeyOf, staff: KeyOf, place: string | undefined) {
  all.tie(own(lineKey('heads')), [staff(headsKey(TOGETHER))]);
  for (const [of, title] of [['unit', 'Unit'] as const, ['band', 'Band'] as const])
    for (const { key } of ages[of]) all.tie(own(lineKey('heads', title, key)), [staff(headsKey(TOGETHER, of, key))]);
  if (place === undefined) return;
  const found = [...all.made().counts.keys()].flatMap((key) => {
    const age = key.startsWith(`${place} age `) && key.endsWith(' heads end');
    return age ? [{ key, column: columnOfAge(key.slice(`${place} age `.length, -' heads end'.length)) }] : [];
  });
  for (const column of [lineKey('over55'), lineKey('some')])
    all.tie(
      own(column),
      found.filter((one) => one.column === column).map(({ key }) => key),
    );
}

/** Ethnic groups of a band are its heads; the band groups of the pipeline are of bands. */
function tieOrigins(
  all: Tying,
  { people, groups }: StaffNumbers,
  { placeOf, parts }: PipelineWorld,
  snapshots: readonly WorkforceEquality[],
  own: (part: SharedPart) => KeyOf,
) {
  const [staff, pipeline] = [own('staff'), own('pipeline')];
  const bands = [...new Set(people.map(({ band }) => band ?? ''))];
  const headsOf = (band: string) => groups.map(({ key }) => staff(headsKey(key, 'band', band)));
  all.tie(pipeline('workforce total all'), [staff(headsKey(EVERYBODY))]);
  for (const [place, { key }] of parts.bands.entries())
    all.tie(pipeline(`workforce ${key} all`), bands.filter((band) => placeOf(band || null) === place).flatMap(headsOf));
  const [one] = snapshots;
  if (!one) return;
  const keyOf = equalityKey(one);
  for (const band of one.bands) all.tie(keyOf(`band ${band.key} all`), headsOf(band.key === noBand ? '' : band.key));
  for (const group of [...groupKeys, 'all']) {
    all.tie(pipeline(`workforce total ${group}`), [keyOf(`workforce ${group}`)]);
    for (const [place, { key }] of parts.bands.entries())
      all.tie(
        pipeline(`workforce ${key} ${group}`),
        one.bands.filter((band) => placeOf(band.key) === place).map((band) => keyOf(`band ${band.key} ${group}`)),
      );
  }
}
