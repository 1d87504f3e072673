import type { Context } from '../../context.ts';

/** Names of the groups; one that the reference data does not have is shown by its key. */
export function namesOfGroups({ reference }: Pick<Context, 'reference'>): (group: string) => string {
  const { staffGroups, unmapped } = reference.organisation;
  const names = new Map([...staffGroups, unmapped].map(({ key, name }) => [key, name]));
  return (group) => names.get(group) ?? group;
}
