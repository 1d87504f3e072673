import { establishment } from './establishment.ts';
import { fileExports } from './exports.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { organisation } from './organisation.ts';
import { planner } from './planner.ts';
import { returns } from './returns.ts';
import { rosters } from './rosters.ts';
import { sample } from './sample.ts';
import { staff } from './staff.ts';

export type * from './bridge.ts';
export type * from './import-shapes.ts';
export type * from './imports.ts';
export type * from './reference.ts';
export type * from './ledger.ts';
export type * from './rosters.ts';
export type * from './staff.ts';
export * from './establishment.ts';
export * from './exports.ts';
export * from './organisation.ts';
export * from './refusals.ts';
export * from './return-document.ts';
export * from './returns.ts';
export * from './values.ts';

/** Everything that may be asked of the planner, over any transport. */
export const contract = {
  establishment,
  exports: fileExports,
  history,
  imports,
  organisation,
  planner,
  returns,
  rosters,
  sample,
  staff,
};
