/** An entry of a calendar file: its properties by name, with their parameters, texts unescaped. */
export type ReadEntry = ReadonlyMap<string, { readonly parameters: string; readonly value: string }>;

/**
 * Reads a calendar file by RFC 5545 alone: octets, folding, properties, components. Throws for what the standard does not
 * allow, so that a file which it reads is one.
 */
export function readCalendar(bytes: Uint8Array): {
  readonly calendar: ReadEntry;
  readonly entries: readonly ReadEntry[];
} {
  const physical: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(13, from);
    if (end < 0 || bytes[end + 1] !== 10) throw new Error('A line does not end with CR and LF');
    if (end - from > 75) throw new Error(`A line has ${end - from} octets`);
    physical.push(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end)));
    from = end + 2;
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines.push(`${lines.pop() ?? ''}${line.slice(1)}`);
    else lines.push(line);
  }
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('This is no calendar');
  const calendar = new Map<string, { parameters: string; value: string }>();
  const entries: (typeof calendar)[] = [];
  let open: typeof calendar | null = null;
  for (const line of lines.slice(1, -1)) {
    const parts = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,"]+)*):(.*)$/su.exec(line);
    if (!parts) throw new Error(`This is no property: ${line}`);
    const [, name = '', parameters = '', value = ''] = parts;
    if (/\p{Cc}/u.test(value)) throw new Error(`${name} holds a control character`);
    if (name === 'BEGIN') {
      if (value !== 'VEVENT' || open) throw new Error(`${value} cannot begin here`);
      open = new Map();
    } else if (name === 'END') {
      if (value !== 'VEVENT' || !open) throw new Error(`${value} cannot end here`);
      for (const needed of ['UID', 'DTSTAMP', 'DTSTART']) if (!open.has(needed)) throw new Error(`No ${needed}`);
      entries.push(open);
      open = null;
    } else {
      const own = open ?? calendar;
      if (own.has(name)) throw new Error(`${name} twice`);
      own.set(name, { parameters, value: isText(name) ? unescaped(value) : value });
    }
  }
  for (const needed of ['VERSION', 'PRODID']) if (!calendar.has(needed)) throw new Error(`No ${needed}`);
  return { calendar, entries };
}

const isText = (name: string) => ['UID', 'SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME'].includes(name);

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])/u.test(value)) throw new Error(`Not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));
}
