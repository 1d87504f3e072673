import type { TrainingCompliance } from '#contract';
import { type Context, implementation } from '../../context.ts';
import { sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { sharedFile } from '../organisation/shared-file.ts';
import { beginSharing } from '../organisation/sharing.ts';
import { requireTrust } from '../organisation/trust.ts';
import { complianceShared } from './calculations/compliance-shared.ts';
import { matrixOf } from './calculations/matrix.ts';
import { trainingFacts } from './facts.ts';
import { compareText } from './people-service.ts';
import { remarksOn } from './remarks.ts';
import { aboutOf, formulasOf } from './shown.ts';

const verbs = implementation.training;
/** The reason of whom a trust counts although the list would leave them out. */
export const countedAllTheSame = { key: 'counted', name: 'Counted all the same' };

/** Compliance of every group in every course on a census, with who is left out and what the figures come from. */
function complianceShown(context: Context, trust: TrustRow, on: string | undefined): TrainingCompliance {
  const { database } = context;
  const facts = trainingFacts(context, trust.id, on);
  const { people, rules, fileDay, listDay, scheme, standings } = facts;
  const sources =
    fileDay === null ? [] : sourceBatches(database, trust.id, 'training', { first: fileDay, last: fileDay });
  return {
    ...aboutOf(facts),
    listDay,
    fileDay,
    cells: matrixOf(people.counted, standings, facts, rules, scheme?.pack.rotational ?? null),
    excluded: [...people.excluded],
    reasons: [...rules.exclusionReasons, countedAllTheSame],
    units: [...new Set(people.counted.map(({ unit }) => unit ?? ''))].sort(compareText),
    sources: [...sources],
    remarks: remarksOn(facts),
    formulas: formulasOf(facts),
  };
}

export const complianceHandlers = {
  compliance: verbs.compliance.handler(({ input, context }) =>
    complianceShown(context, requireTrust(context.database, input.trust), input.on),
  ),

  complianceFile: verbs.complianceFile.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const sharing = beginSharing(context, trust, input.profile);
    const table = complianceShared(complianceShown(context, trust, input.on), trust.name, sharing.profile);
    return sharedFile(table, sharing, context);
  }),
};
