import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BoardRow } from '#contract';
import { daysBetween } from '../../../electron/core/dates.ts';
import { extension, openTrust, pause, today, trust } from './lives.ts';

type SortKey = 'name' | 'start' | 'wte' | 'unit' | 'next' | 'progress' | 'hours' | 'end' | 'sure';
interface BoardRows {
  boardLines(
    rows: readonly BoardRow[],
    group: 'none' | 'cohort' | 'unit',
    sort: { key: SortKey; down: boolean },
  ): ({ kind: 'group'; title: string; count: number } | { kind: 'row'; row: BoardRow })[];
  readonly sortTitles: Readonly<Record<SortKey, string>>;
}
interface Drawn {
  row: BoardRow;
  names: ReadonlyMap<string, string>;
  span: { first: string; until: string };
  today: string;
}
/** By their addresses: this side is compiled without a page. */
const at = (name: string) => new URL(`../../../renderer/features/preceptorship/${name}`, import.meta.url).pathname;

describe('the board', () => {
  let board: BoardRows;
  beforeAll(async () => {
    board = (await import(at('board-rows.ts'))) as BoardRows;
  });
  /** Four people who differ in every column. */
  async function four() {
    const { preceptorship, add, event } = await openTrust();
    const amy = await add({ name: 'amy Ash', start: '2025-09-01', wte: 60_000, unit: 'Ward', cohort: 'First' });
    await event(amy, { kind: 'preceptor', from: '2025-09-02', preceptor: 'Jo Mistry' });
    for (const [step, held] of Object.entries({ start: '2025-09-10', '3m': '2025-11-30', '6m': '2026-02-27' }))
      await preceptorship.recordMeeting({ trust, key: amy, step, held });
    await preceptorship.addHours({ trust, key: amy, kind: 'supernumerary', day: '2025-09-03', minutes: 2700 });
    const bea = await add({ name: 'Bea Birch', start: '2026-10-26', wte: 100_000, cohort: 'Second' });
    await event(bea, { kind: 'preceptor', from: '2026-10-26', preceptor: 'Ann Frost' });
    await preceptorship.addHours({ trust, key: bea, kind: 'supernumerary', day: '2026-10-27', minutes: 900 });
    const cat = await add({
      name: 'Cat Cedar',
      start: '2026-10-27',
      wte: 80_000,
      unit: 'birth centre',
      cohort: 'Second',
    });
    await event(cat, { kind: 'preceptor', from: '2026-10-27', preceptor: 'Jo Mistry' });
    await event(cat, pause('2026-11-01', null));
    const dot = await add({ name: 'Dot Dogwood', start: '2024-09-02', wte: 90_000, unit: 'Ward', cohort: 'Old' });
    await event(dot, { kind: 'completed', from: '2025-09-02', approvedBy: 'A lead' });
    return (await preceptorship.board({ trust })).rows;
  }
  const names = (rows: readonly BoardRow[], key: SortKey, down = false) =>
    board
      .boardLines(rows, 'none', { key, down })
      .flatMap((line) => (line.kind === 'row' ? [line.row.name.split(' ')[0]] : []));

  it('is sorted by each of its columns, up and down, whatever the order in which people came', async () => {
    const rows = await four();
    const orders: Record<SortKey, string> = {
      // Capitals do not come before small letters.
      name: 'amy Bea Cat Dot',
      start: 'Dot amy Bea Cat',
      wte: 'amy Cat Dot Bea',
      // Who has no unit comes last; within a unit by the preceptor, who has none last.
      unit: 'Cat amy Dot Bea',
      // What is overdue longest, the next to come, and last those for whom nothing has a day.
      next: 'amy Bea Cat Dot',
      progress: 'Bea Cat Dot amy',
      // Of those owed: none, none, 15 of 150 hours, 45 of 90.
      hours: 'Cat Dot Bea amy',
      // The day of the sign-off, the ends, and last the end that nobody knows.
      end: 'Dot amy Bea Cat',
      sure: 'amy Cat Bea Dot',
    };
    expect(Object.keys(orders).sort()).toEqual(Object.keys(board.sortTitles).sort());
    for (const shuffled of [rows, [...rows].reverse(), [rows[2]!, rows[0]!, rows[3]!, rows[1]!]])
      for (const [key, order] of Object.entries(orders) as [SortKey, string][]) {
        expect([key, names(shuffled, key).join(' ')]).toEqual([key, order]);
        expect([key, names(shuffled, key, true).join(' ')]).toEqual([key, order.split(' ').reverse().join(' ')]);
      }
  });

  it('has its groups by name, cohorts by their first start, the newest first, and the order within each', async () => {
    const rows = await four();
    const told = (group: 'cohort' | 'unit', down = false) =>
      board
        .boardLines(rows, group, { key: 'name', down })
        .map((line) => (line.kind === 'group' ? `${line.title} ${line.count}:` : line.row.name.split(' ')[0]));
    expect(told('cohort')).toEqual(['Second 2:', 'Bea', 'Cat', 'First 1:', 'amy', 'Old 1:', 'Dot']);
    expect(told('cohort', true).slice(0, 3)).toEqual(['Second 2:', 'Cat', 'Bea']);
    expect(told('unit')).toEqual(['birth centre 1:', 'Cat', 'No unit 1:', 'Bea', 'Ward 2:', 'amy', 'Dot']);
  });
});

describe('the bar of the timeline', () => {
  const span = { first: '2026-01-01', until: '2028-01-01' };
  const whole = daysBetween(span.first, span.until);
  const place = (day: string) => (daysBetween(span.first, day) / whole) * 100;
  const programme = new Map([
    ['start', 'First meeting'],
    ['3m', '3 month meeting'],
  ]);
  async function drawn(row: BoardRow) {
    const { TimelineBar } = (await import(at('TimelineBar.tsx'))) as { TimelineBar: FunctionComponent<Drawn> };
    const html = renderToStaticMarkup(createElement(TimelineBar, { row, names: programme, span, today }));
    const marks = [...html.matchAll(/<span class="([^"]*)" style="([^"]*)">([^<]*)<\/span>/g)].map(
      ([, look = '', style = '', text = '']) => {
        const [left, width] = ['left', 'width'].map((name) => new RegExp(`${name}:([\\d.]+)%`).exec(style)?.[1]);
        const numbers = [left, width].flatMap((one) => (one === undefined ? [] : [Number(one)]));
        return { look: look.trim().replaceAll('timeline__', ''), numbers, text };
      },
    );
    const words = /role="img" aria-label="([^"]*)"/.exec(html)?.[1]?.split('; ');
    return { marks: marks.sort((one, other) => (one.look < other.look ? -1 : 1)), words };
  }
  const from = (day: string, until: string) => [place(day), place(until) - place(day)];
  const closeTo = (numbers: readonly number[]) => numbers.map((one) => expect.closeTo(one, 6) as number);

  it('has rotations, pauses, the extension, meetings, the planned end and today, each at its days and in words', async () => {
    const { preceptorship, add, event, page } = await openTrust();
    const key = await add({ name: 'Ada Test', start: '2026-02-02' });
    await preceptorship.recordMeeting({ trust, key, step: 'start', held: '2026-02-12' });
    await preceptorship.reschedule({ trust, key, step: '9m', to: '2026-12-01', reason: 'Leave' });
    await event(key, pause('2026-06-01', '2026-06-11'));
    const rotation = { kind: 'rotation' as const, setting: null };
    await event(key, { ...rotation, from: '2026-08-03', until: '2026-09-30', unit: 'Postnatal Ward' });
    await event(key, {
      ...rotation,
      from: '2026-10-05',
      until: '2026-10-30',
      unit: 'Home births',
      setting: 'community',
    });
    await event(key, { ...extension, until: '2027-05-31' });
    const { row } = await page(key);
    const { marks, words } = await drawn(row);
    expect(marks.filter(({ look }) => !look.startsWith('meeting'))).toEqual(
      [
        ['bar', from('2026-02-02', '2027-05-31')],
        ['beyond', from('2027-02-02', '2027-05-31')],
        ['pause', from('2026-06-01', '2026-06-11')],
        ['planned', [place('2027-02-02')]],
        ['rotation', from('2026-08-03', '2026-09-30'), 'Postnatal Ward'],
        ['rotation rotation--outside', from('2026-10-05', '2026-10-30'), 'Home births'],
        ['today', [place(today)]],
      ].map(([look, numbers, text = '']) => ({ look, numbers: closeTo(numbers as number[]), text })),
    );
    // First meeting held, two overdue, one that was moved and the last to come: all but those of the start moved by the pause.
    expect(marks.filter(({ look }) => look.startsWith('meeting'))).toEqual(
      [
        ['meeting meeting--blue', '2026-12-01'],
        ['meeting meeting--blue', '2027-05-31'],
        ['meeting meeting--green', '2026-02-12'],
        ['meeting meeting--red', '2026-05-02'],
        ['meeting meeting--red', '2026-08-12'],
      ]
        .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
        .map(([look, day = '']) => ({ look, numbers: closeTo([place(day)]), text: '' })),
    );
    expect(words).toEqual([
      'Ada Test: from 2 February 2026 to 31 May 2027',
      'planned to 2 February 2027',
      'paused from 1 June 2026 to 11 June 2026',
      'Postnatal Ward from 3 August 2026 to 30 September 2026',
      'Home births from 5 October 2026 to 30 October 2026',
      'extended to 31 May 2027',
      'First meeting held 12 February 2026',
      '3 month meeting overdue, 2 May 2026',
      '6m overdue, 12 August 2026',
      '9m upcoming, moved to 1 December 2026',
      'completion upcoming, 31 May 2027',
    ]);
  });

  it('goes on to the end of what is shown under an open pause, and has nothing outside of it', async () => {
    const { preceptorship, add, event, page } = await openTrust();
    const key = await add({ name: 'Ada Test', start: '2025-09-01' });
    await preceptorship.reschedule({ trust, key, step: 'completion', to: '2026-12-01', reason: 'Leave' });
    await event(key, pause('2026-07-01', null));
    const { row } = await page(key);
    const { marks, words } = await drawn(row);
    const of = (look: string) => marks.filter((mark) => mark.look.startsWith(look));
    // Begun before the first day, past the planned end, and of no known end: drawn open up to today.
    expect(of('bar')).toEqual([{ look: 'bar bar--open', numbers: closeTo([0, place(today)]), text: '' }]);
    expect(of('pause')[0]?.numbers).toEqual(closeTo([place('2026-07-01'), 100 - place('2026-07-01')]));
    // That of the start, and of December, lie before it; those that the pause stopped have no day.
    expect(of('meeting').map(({ numbers }) => numbers[0])).toEqual(closeTo([place('2026-03-01'), place('2026-06-01')]));
    expect(of('beyond')[0]?.numbers).toEqual(closeTo(from('2026-09-01', today)));
    expect(words?.slice(0, 3)).toEqual([
      'Ada Test: from 1 September 2025 to a day not known yet',
      'planned to 1 September 2026',
      'paused from 1 July 2026, still open',
    ]);
  });
});
