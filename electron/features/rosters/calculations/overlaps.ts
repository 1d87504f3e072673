import { dayNumber } from '../../../core/dates.ts';
import { textKey } from '../../../imports/clean/text.ts';
import type { DutyEntry } from '../entries.ts';

/**
 * Pairs of duties of one person whose times overlap: actual times, else planned ones; cancelled duties are nobody's. An
 * end at the other's start is no overlap. Pairs in order of their rows, the lower row first.
 */
export function overlappingDuties<Duty extends DutyEntry>(duties: Iterable<Duty>): [Duty, Duty][] {
  const days = new Map<string, number>();
  const byPerson = new Map<string, { from: number; to: number; duty: Duty }[]>();
  for (const duty of duties) {
    const start = duty.actualStart ?? duty.plannedStart;
    const end = duty.actualStart === null ? duty.plannedEnd : duty.actualEnd;
    const person = duty.person ?? (duty.name === null ? null : textKey(duty.name));
    if (start === null || end === null || person === null) continue;
    if (duty.status === 'cancelled' || duty.status === 'unfilled') continue;
    let day = days.get(duty.date);
    if (day === undefined) days.set(duty.date, (day = dayNumber(duty.date)));
    const span = { from: day * 1440 + start, to: day * 1440 + end, duty };
    const others = byPerson.get(person);
    if (others === undefined) byPerson.set(person, [span]);
    else others.push(span);
  }
  const pairs: [Duty, Duty][] = [];
  for (const spans of byPerson.values()) {
    spans.sort((a, b) => a.from - b.from || a.duty.row - b.duty.row);
    spans.forEach((one, place) => {
      for (let next = place + 1; next < spans.length && spans[next]!.from < one.to; next += 1) {
        const other = spans[next]!.duty;
        pairs.push(one.duty.row <= other.row ? [one.duty, other] : [other, one.duty]);
      }
    });
  }
  return pairs.sort(([a, b], [c, d]) => a.row - c.row || b.row - d.row);
}
