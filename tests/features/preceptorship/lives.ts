import { openImportingTrust } from '../../support/importing.ts';

export const trust = 'T1';
export const today = '2026-11-02';

/** A trust on 2 November 2026 with what a test does to its preceptees. */
export async function openTrust() {
  const opened = await openImportingTrust(['Delivery Suite']);
  let day = today;
  Object.assign(opened.context, { today: () => day });
  const { preceptorship, history } = opened.client;
  type Event = Parameters<typeof preceptorship.recordEvent>[0]['event'];
  return {
    ...opened,
    preceptorship,
    /** Makes it another day. */
    be: (other: string) => void (day = other),
    undo: () => history.undo({ trust }),
    page: (key: string) => preceptorship.preceptee({ trust, key }),
    add: async (cells: Partial<Parameters<typeof preceptorship.addPreceptee>[0]> = {}) =>
      (await preceptorship.addPreceptee({ trust, name: 'Ada Test', start: '2026-01-31', wte: 100_000, ...cells })).key,
    event: (key: string, event: Event, id?: number) =>
      preceptorship.recordEvent({ trust, key, event, ...(id === undefined ? {} : { id }) }),
  };
}

export const extension = { kind: 'extension' as const, from: today, reason: 'More time', approvedBy: 'A lead' };
export const pause = (from: string, until: string | null) => ({ kind: 'pause' as const, from, until, reason: 'Leave' });
