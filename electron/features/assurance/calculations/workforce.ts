/** Midwives and maternity support workers: the groups that midwifery staffing is about. */
export const maternity: readonly string[] = ['midwives', 'support'];
