import type { DisclosureProfile, ExportTable, Pipeline, WorkforceEquality } from '#contract';
import type { Context } from '../../context.ts';
import { named } from '../../core/protected-tables.ts';
import { type Disclosure, disclosureFor, protect } from '../../core/small-numbers.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { equalityPublished, equalityShared } from './calculations/equality-shared.ts';
import { pipelineTold } from './calculations/pipeline.ts';
import { tying } from './calculations/shared-ties.ts';
import { equalityKey, partOf, type SharedSystem, sharedSystem, snapshotsOfList } from './shared-system.ts';

type World = Pick<Context, 'database' | 'reference' | 'today' | 'now'>;
type Named = Disclosure & { readonly name: string };

const formulas = [
  {
    figure: 'Pipeline',
    formula:
      'successors in critical roles, each person once, in the highest band group and at the soonest readiness of their roles; the ethnic origin is that of the staff list where the employee number is there, else as entered',
  },
  {
    figure: 'Workforce',
    formula: 'heads in post on the newest staff list by the band group of the primary assignment, no bank staff',
  },
  { figure: 'Share', formula: 'Black and minority ethnic people ÷ all, those of unknown origin counted in all' },
];

/** The pipeline against the workforce as a profile shows it; of a file that is being made, by what it is protected. */
export function pipelineShown(
  world: World,
  trust: TrustRow,
  key: DisclosureProfile,
  sharing: Named = profileOf(world, trust, key),
): Pipeline {
  const { pipeline, published, staff } = sharedSystem(world, trust);
  const { name, hideBelow, roundTo } = sharing;
  const shown = partOf(protect(published, sharing), 'pipeline', staff?.census ?? null);
  const told = pipelineTold(pipeline.parts, sharing, shown);
  return { on: world.today(), profile: { key, name, hideBelow, roundTo }, census: pipeline.census, ...told, formulas };
}

/** What is shown to those within the trust has no memory; what others would be shown has that of their files. */
function profileOf(world: World, trust: TrustRow, key: DisclosureProfile): Named {
  const { smallNumbers } = world.reference;
  return key === 'lmns' || key === 'public'
    ? beginSharing(world, trust, key).profile
    : disclosureFor(smallNumbers, key);
}

/** A snapshot of workforce equality as it may leave the trust, with all that is shared of its staff list. */
export function equalityToShare(
  world: World,
  trust: TrustRow,
  data: WorkforceEquality,
  profile: Named,
  system: SharedSystem = sharedSystem(world, trust),
): ExportTable {
  const isNewest = system.snapshots.some(({ shown }) => shown?.id === data.shown?.id);
  const tables = isNewest ? system.published : ofOldList(world, trust, data);
  const keyOf = equalityKey(data);
  const shownAs = (disclosure: Disclosure) => {
    const shown = protect(tables, disclosure);
    return (key: string) => shown(keyOf(key));
  };
  return equalityShared(data, trust.name, profile, disclosureFor(world.reference.smallNumbers, 'survey'), shownAs);
}

/** Every snapshot that goes by the same earlier list. */
function ofOldList(world: World, trust: TrustRow, data: WorkforceEquality) {
  const all = tying();
  for (const one of data.list ? snapshotsOfList(world, trust, data.list.census) : [data])
    all.add(named(equalityPublished(one), equalityKey(one)));
  return all.made();
}
