import type { Careers } from '#contract';
import type { EqualityGroup } from '../../contract/equality-rules.ts';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { byPerson, primaryOf } from '../staff/calculations/people.ts';
import { assignmentsAt, censuses } from '../staff/repository.ts';
import { groupReader } from './calculations/ethnic-groups.ts';
import { eachOnce, type InPipeline, type PipelineParts } from './calculations/pipeline.ts';
import {
  interestsOf,
  opportunitiesOf,
  rolesOf,
  type StoredSuccessor,
  successorsOf,
  talentOf,
} from './careers-repository.ts';
import { listedWorkforce } from './equality-service.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** Place in a list of choices, the unknown last. */
const placeIn = (some: readonly { readonly key: string }[], key: string | null) => {
  const place = some.findIndex((one) => one.key === key);
  return place < 0 ? some.length : place;
};

/** Succession, pathways, opportunities and the talent grid as they stand today. */
export function careersShown(world: World, trust: TrustRow): Careers {
  const { database, reference } = world;
  const today = world.today();
  const { title, version, levels, readiness, opportunityKinds, outcomes, pathways, talentGrid } = reference.careers;
  const people = originsOf(world, trust.id);
  const successors = successorsOf(database, trust.id);
  const interests = interestsOf(database, trust.id);
  return {
    on: today,
    roles: rolesOf(database, trust.id)
      .map((role) => {
        const own = successors
          .filter(({ roleId }) => roleId === role.id)
          .sort((one, other) => placeIn(readiness, one.readiness) - placeIn(readiness, other.readiness))
          .map(({ roleId: _role, ...one }) => one);
        return {
          ...role,
          successors: own,
          reviewOverdue: role.review !== null && role.review < today,
          isUncovered: !own.some((one) => one.readiness === readiness[0]?.key),
        };
      })
      .sort((one, other) => urgency(one, levels) - urgency(other, levels)),
    opportunities: opportunitiesOf(database, trust.id).map((one) => ({
      ...one,
      isOpen: (one.opens === null || one.opens <= today) && (one.closes === null || one.closes >= today),
      interests: interests
        .filter(({ opportunityId }) => opportunityId === one.id)
        .map(({ opportunityId: _of, ...interest }) => interest),
    })),
    pathways: pathways.map((step) => ({
      ...step,
      to: pathways.filter(({ from }) => from.includes(step.key)).map(({ key }) => key),
    })),
    talent: talentGrid ? talentOf(database, trust.id) : null,
    choices: { levels, readiness, opportunityKinds, outcomes, groups: reference.equality.groups },
    census: people.census,
    pack: { title, version },
  };
}

type Levels = readonly { readonly key: string }[];
const urgency = ({ risk, impact }: { risk: string | null; impact: string | null }, levels: Levels) =>
  placeIn(levels, risk) + placeIn(levels, impact);

/** The ethnic group of everybody on the newest staff list by employee number; undefined for an origin that no category knows. */
function originsOf({ database, reference, today }: World, trustId: number) {
  const groupOf = groupReader(reference.equality);
  const census = censuses(database, trustId)
    .filter((day) => day <= today())
    .pop();
  const of = new Map<string, EqualityGroup | undefined>();
  if (census !== undefined)
    for (const [person, held] of byPerson(assignmentsAt(database, trustId, census)))
      of.set(person, groupOf(primaryOf(held).ethnicOrigin));
  return { census: census ?? null, of };
}

/** Everything that the pipeline report is made of. */
export interface PipelineWorld {
  readonly parts: PipelineParts;
  readonly census: string | null;
  /** Place of the band group that a band is of. */
  readonly placeOf: (band: string | null) => number;
}

export function readPipeline(world: World, trust: TrustRow): PipelineWorld {
  const { database, reference } = world;
  const { bandGroups } = reference.equality;
  const { readiness } = reference.careers;
  const bands = [...bandGroups, { key: 'other', name: 'Other or no band' }];
  const placeOf = (band: string | null) => {
    const place = bandGroups.findIndex((group) => band !== null && group.bands.includes(band));
    return place < 0 ? bandGroups.length : place;
  };
  const bandOf = new Map(rolesOf(database, trust.id).map(({ id, band }) => [id, placeOf(band)]));
  const origins = originsOf(world, trust.id);
  const inPipeline = ({ person, name, ethnicGroup, readiness: ready, roleId }: StoredSuccessor): InPipeline => ({
    who: person ?? name.toLowerCase(),
    band: bandOf.get(roleId) ?? bandGroups.length,
    readiness: Math.min(placeIn(readiness, ready), readiness.length - 1),
    group: (person === null ? undefined : origins.of.get(person)) ?? ethnicGroup ?? 'unknown',
  });
  const listed = listedWorkforce(world, trust.id, world.today());
  const parts: PipelineParts = {
    bands,
    readiness,
    people: eachOnce(successorsOf(database, trust.id).map(inPipeline)),
    workforce: listed
      ? listed.bands.map(({ key, white, bme, unknown }) => ({ band: placeOf(key), white, bme, unknown }))
      : null,
  };
  return { parts, census: listed?.census ?? null, placeOf };
}
