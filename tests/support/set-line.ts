import type { ContractRouterClient } from '@orpc/contract';
import type { contract, EstablishmentCells, EstablishmentField } from '#contract';
import { oneWte } from '../../electron/core/wte.ts';

type Planner = ContractRouterClient<typeof contract>;

/** Types what is given into the cells of a line, as the establishment's table does. */
export function setLine(
  { establishment }: Pick<Planner, 'establishment'>,
  { trust, id, ...values }: { trust: string; id: number } & Partial<EstablishmentCells>,
) {
  const cells = Object.entries(values).map(([field, value]) => ({
    id,
    field: field as EstablishmentField,
    text: typeof value === 'number' ? String(value / oneWte) : (value ?? ''),
  }));
  return establishment.enterCells({ trust, cells });
}
