import type { BoardRow } from '#contract';
import { dateText } from '../../components/numbers.ts';

/** The days that the timeline shows: from `first` to before `until`. */
export interface Span {
  readonly first: string;
  readonly until: string;
}

export const dayNumber = (date: string) =>
  Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000;

/** A first of a month so many months from that of a day. */
export function monthFrom(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** A day's place in the span in percent, within 0 to 100. */
export function placeOf(day: string, { first, until }: Span): number {
  const [from, to] = [dayNumber(first), dayNumber(until)];
  return Math.max(0, Math.min(100, ((dayNumber(day) - from) / (to - from)) * 100));
}

/** Left and width in percent of a time; null where none of it is in the span. */
export function barOf(from: string, until: string, span: Span): { left: string; width: string } | null {
  if (until <= span.first || from >= span.until) return null;
  const left = placeOf(from, span);
  return { left: `${left}%`, width: `${Math.max(0.3, placeOf(until, span) - left)}%` };
}

/** Months or, in a long span, years with their places. */
export function ticksOf(span: Span): { key: string; title: string; left: string }[] {
  const ticks: { key: string; title: string; left: string }[] = [];
  const months = Math.round((dayNumber(span.until) - dayNumber(span.first)) / 30.4);
  const step = months <= 15 ? 1 : months <= 40 ? 3 : 12;
  for (let at = 0; at < months; at += 1) {
    const month = monthFrom(span.first, at);
    if ((Number(month.slice(5, 7)) - 1) % step !== 0) continue;
    const name = dateText(month).split(' ').slice(1);
    const title = step === 12 ? (name[1] ?? '') : `${name[0]?.slice(0, 3)} ${name[1]?.slice(2)}`;
    const place = placeOf(month, span);
    // There is no room for a name at the very end.
    if (place <= 95) ticks.push({ key: month, title, left: `${place}%` });
  }
  return ticks;
}

type ToCome = Pick<BoardRow['meetings'][number], 'movedTo' | 'due' | 'status'>;

/** The day of a meeting that was not held: the one to which it was moved counts. While a pause is open none does. */
export const dayToCome = ({ movedTo, due, status }: ToCome): string | null =>
  status === 'paused' ? null : (movedTo ?? due);

/** The bar of somebody in words; `names` are those of the steps by their keys. */
export function inWords(row: BoardRow, names: ReadonlyMap<string, string>): string {
  const { start, adjustedEnd, ended, leaves, plannedEnd, meetings, pauses, rotations, extendedTo } = row;
  const end = ended ?? leaves ?? adjustedEnd;
  const parts = [
    `from ${dateText(start)} to ${end === null ? 'a day not known yet' : dateText(end)}`,
    ...(end === plannedEnd ? [] : [`planned to ${dateText(plannedEnd)}`]),
    ...pauses.map(
      ({ from, until }) => `paused from ${dateText(from)}${until ? ` to ${dateText(until)}` : ', still open'}`,
    ),
    ...rotations.map(
      ({ from, until, unit }) => `${unit ?? 'rotation'} from ${dateText(from)}${until ? ` to ${dateText(until)}` : ''}`,
    ),
    ...(extendedTo === null ? [] : [`extended to ${dateText(extendedTo)}`]),
    ...meetings.map(({ key, held, movedTo, due, status }) => {
      const name = names.get(key) ?? key;
      if (held) return `${name} held ${dateText(held)}`;
      const day = dayToCome({ movedTo, due, status });
      const when = day === null ? '' : `, ${day === movedTo ? 'moved to ' : ''}${dateText(day)}`;
      return `${name} ${status.replace(/_/g, ' ')}${when}`;
    }),
  ];
  return parts.join('; ');
}
