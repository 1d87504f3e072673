export * from './establishment.ts';
export * from './history.ts';
export * from './imports.ts';
export * from './organisation.ts';
export * from './returns.ts';
export * from './rosters.ts';
export * from './staff.ts';
