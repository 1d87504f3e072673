import type { Rate } from '#contract';
import type { Context } from '../../context.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { matrixOf } from '../training/calculations/matrix.ts';
import { trainingFacts } from '../training/facts.ts';
import type { TrainedGroup } from './calculations/training.ts';

interface Trained {
  readonly groups: readonly TrainedGroup[];
  readonly census: string;
  readonly fileDay: string;
  readonly threshold: Rate;
  /** The courses, and the scheme in force. */
  readonly packs: readonly string[];
}

/** Every staff group in every course by the newest lists, in heads; null without a file of training. */
export function trainedGroups(context: Context, trust: TrustRow): Trained | null {
  const { reference } = context;
  const facts = trainingFacts(context, trust.id, undefined);
  const { rules, people, standings, scheme, census, fileDay } = facts;
  if (fileDay === null) return null;
  const courses = new Map(rules.courses.map(({ key, name }) => [key, name]));
  const names = new Map(rules.groups.map(({ key, name }) => [key, name]));
  const groups = matrixOf(people.counted, standings, facts, rules, scheme?.pack.rotational ?? null).map((cell) => ({
    ...cell,
    courseName: courses.get(cell.course) ?? cell.course,
    groupName: names.get(cell.group) ?? cell.group,
  }));
  const packs = [reference.training.id, ...(scheme === null ? [] : [scheme.pack.id])];
  return { groups, census, fileDay, threshold: rules.threshold, packs };
}
