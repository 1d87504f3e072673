/** Rows of staff lists, of leavers and of absence, as the imports hand them on. */
export { type AbsenceSettings, absenceRowParser, type KnownPeople } from './parse/absences.ts';
export { assignmentRowParser, type StaffListSettings } from './parse/assignments.ts';
export type { StaffRowSettings } from './parse/cells.ts';
export { type LeaverSettings, leaverRowParser } from './parse/leavers.ts';
