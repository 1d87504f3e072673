/** Rows of rosters and of bank lists, as the imports hand them on. */
export { type BookingLayout, bookingRowParser } from './parse/bookings.ts';
export { dutyRowParser } from './parse/duties.ts';
export type { RowSettings } from './parse/source.ts';
