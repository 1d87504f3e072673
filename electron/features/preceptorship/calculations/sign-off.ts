import type { BandGate, BandGateCells, CompetencyShown } from '#contract';
import type { CompetencyLists } from '../../../contract/support-rules.ts';
import { isSameName } from './same-name.ts';

/** What was entered of one competency. */
export interface EnteredCompetency {
  readonly competency: string;
  readonly state: string;
  readonly assessor: string | null;
  readonly assessorSigned: string | null;
  readonly precepteeSigned: string | null;
}

/** A competency that somebody is followed by. */
export interface Followed {
  readonly list: string;
  readonly number: string;
  readonly title: string;
}

/** The list of a trust's own competencies. */
export const ownList = 'own';

/** The competencies of a programme's preceptees: of the lists that are followed, then the trust's own. */
export function followedCompetencies(
  { lists }: CompetencyLists,
  own: readonly { readonly number: string; readonly title: string }[],
  programme: string,
): Followed[] {
  const followed = lists.filter(({ usual, programmes }) => usual && programmes.includes(programme));
  return [
    ...followed.flatMap(({ key, competencies }) =>
      competencies.map(({ id, title }) => ({ list: key, number: id, title })),
    ),
    ...own.map(({ number, title }) => ({ list: ownList, number, title })),
  ];
}

/** Each competency with its state and signatures. It is complete only with both signatures by today. */
export function competenciesOn(
  followed: readonly Followed[],
  entered: readonly EnteredCompetency[],
  { states }: CompetencyLists,
  today: string,
): CompetencyShown[] {
  const byCompetency = new Map(entered.map((one) => [one.competency, one]));
  const [first] = states;
  return followed.map(({ list, number, title }) => {
    const competency = `${list}:${number}`;
    const found = byCompetency.get(competency);
    const state = states.find(({ key }) => key === found?.state) ?? first;
    const [assessorSigned, precepteeSigned] = [found?.assessorSigned ?? null, found?.precepteeSigned ?? null];
    const isSigned = (day: string | null) => day !== null && day <= today;
    return {
      competency,
      list,
      number,
      title,
      state: state?.key ?? '',
      stateName: state?.name ?? '',
      assessor: found?.assessor ?? null,
      assessorSigned,
      precepteeSigned,
      complete: state?.complete === true && isSigned(assessorSigned) && isSigned(precepteeSigned),
    };
  });
}

/**
 * The gate to band 6. No date opens it by itself: competencies are complete (all here, or by the day entered where they
 * are followed elsewhere), the manager signs, the band takes effect, and it is paid.
 */
export function bandGateOn(cells: BandGateCells, competencies: readonly CompetencyShown[]): BandGate {
  const signed = competencies.flatMap(({ assessorSigned, precepteeSigned }) => [assessorSigned, precepteeSigned]);
  const all = competencies.length > 0 && competencies.every(({ complete }) => complete);
  const last = signed.reduce<string | null>(
    (latest, day) => (latest === null || (day ?? '') > latest ? day : latest),
    null,
  );
  const completeOn = all ? last : cells.competenciesComplete;
  return { ...cells, completeOn, stage: stageOf({ ...cells, completeOn }) };
}

function stageOf({
  completeOn,
  managerSigned,
  effective,
  paid,
}: Pick<BandGate, 'completeOn' | 'managerSigned' | 'effective' | 'paid'>): BandGate['stage'] {
  if (completeOn === null) return 'competencies';
  if (managerSigned === null) return 'manager';
  if (effective === null) return 'effective';
  return paid === null ? 'paid' : 'done';
}

/**
 * In words why a manager cannot sign the gate: she is the preceptee, or the only assessor, so that one person alone would
 * have signed for the trust; undefined where she can.
 */
export function sameSignatory(
  manager: string | null,
  preceptee: string,
  competencies: readonly Pick<CompetencyShown, 'assessor'>[],
): string | undefined {
  if (manager === null) return undefined;
  if (isSameName(manager, preceptee)) return `${manager} is the preceptee: the manager who signs is another person.`;
  const assessors = competencies.flatMap(({ assessor }) => (assessor === null ? [] : [assessor]));
  return assessors.length > 0 && assessors.every((assessor) => isSameName(assessor, manager))
    ? `${manager} signed as the only assessor: the manager’s sign-off is a second person’s.`
    : undefined;
}

/** In words why these cells cannot be: a step before another, or days that contradict each other; undefined where they can. */
export function gateProblem(
  { completeOn, manager, managerSigned, effective, paid }: Omit<BandGate, 'stage'>,
  today: string,
): { readonly closed: boolean; readonly message: string } | undefined {
  const closed = (message: string) => ({ closed: true, message });
  const wrong = (message: string) => ({ closed: false, message });
  if (completeOn !== null && completeOn > today)
    return wrong('Competencies cannot be complete on a day still to come.');
  if (managerSigned !== null && completeOn === null)
    return closed('Competencies are not complete yet: the manager signs after that. Nothing was changed.');
  if (managerSigned !== null && manager === null) return wrong('Enter which manager signed.');
  if (managerSigned !== null && managerSigned > today) return wrong('Nobody can have signed on a day still to come.');
  if (managerSigned !== null && completeOn !== null && managerSigned < completeOn)
    return wrong('The manager signs once competencies are complete: correct one of the two days.');
  if (effective !== null && managerSigned === null)
    return closed('The manager has not signed yet: the band takes effect after that. Nothing was changed.');
  if (paid !== null && effective === null)
    return closed('Enter from when band 6 takes effect before the day on which it was paid. Nothing was changed.');
  if (paid !== null && effective !== null && paid < effective)
    return wrong('Band 6 cannot have been paid before it took effect.');
  return undefined;
}
