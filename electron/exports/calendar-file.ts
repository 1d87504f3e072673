/** An all-day entry of a calendar. Days are civil dates. */
export interface CalendarEntry {
  /** The same in every file that has the entry, so that a calendar takes a newer file in place of an older one. */
  readonly uid: string;
  readonly day: string;
  /** The day after the last one. */
  readonly until: string;
  readonly title: string;
  readonly description: string;
}

const LONGEST = 75;

/**
 * A calendar file of all-day entries that keep nobody busy, as it stands at an instant. Source: RFC 5545, with METHOD of
 * RFC 5546; the name of the calendar is what calendars made of X-WR-CALNAME.
 */
export function calendarFile(name: string, entries: readonly CalendarEntry[], at: string): string {
  const stamp = at.replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maternity Workforce Planner//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    ...entries.flatMap(({ uid, day, until, title, description }) => [
      'BEGIN:VEVENT',
      `UID:${text(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date(day)}`,
      `DTEND;VALUE=DATE:${date(until)}`,
      `SUMMARY:${text(title)}`,
      ...(description === '' ? [] : [`DESCRIPTION:${text(description)}`]),
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const date = (day: string) => day.replaceAll('-', '');

/** Escaped, on one line, without what a text may not hold. */
const text = (value: string) =>
  value
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** A line over 75 octets goes on in the next ones, each of which begins with a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LONGEST) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
