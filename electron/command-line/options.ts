import { returnPeriod, trustCode } from '#contract';
import { type DatePeriod, isDate } from '../core/dates.ts';
import { CommandRefusal } from './refusal.ts';

/** The options of all commands, as typed. */
export interface Options {
  readonly trust?: string | undefined;
  readonly mapping?: string | undefined;
  readonly period?: string | undefined;
  readonly units?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly on?: string | undefined;
  readonly out?: string | undefined;
  readonly 'as-sent'?: boolean | undefined;
  readonly replace?: boolean | undefined;
  readonly overlap?: string | undefined;
  readonly 'problems-out'?: string | undefined;
  readonly 'passphrase-file'?: string | undefined;
  readonly 'key-file'?: string | undefined;
  readonly policy?: string | undefined;
  readonly in?: string | undefined;
  readonly tables?: string | undefined;
  readonly as?: string | undefined;
  readonly 'pin-file'?: string | undefined;
}

/** The value of a word or option that a command cannot do without. */
export function required(value: string | undefined, what: string): string {
  if (value === undefined) throw new CommandRefusal(`Give ${what}.`);
  return value;
}

/** The code of a trust, in capitals. */
export function readTrustCode(options: Options): string {
  const typed = required(options.trust, '--trust CODE');
  const read = trustCode.safeParse(typed);
  if (!read.success)
    throw new CommandRefusal(`--trust ${typed}: ${read.error.issues[0]?.message ?? 'is not an ODS code.'}`);
  return read.data;
}

/** `--from DATE --to DATE`, or `--on DATE`; undefined where none is given. */
export function readPeriod({ from, to, on }: Options): DatePeriod | undefined {
  if (on !== undefined) return period(on, on);
  if (from === undefined && to === undefined) return undefined;
  return period(required(from, '--from DATE with --to'), required(to, '--to DATE with --from'));
}

/** `--period FROM..TO` of an import, or `--on DATE` for a file that says how things stand on one day. */
export function readImportPeriod({ period: typed, on }: Options): DatePeriod | undefined {
  if (typed === undefined) return on === undefined ? undefined : period(on, on);
  const [first = '', last = ''] = typed.split('..');
  return period(first, last);
}

/** `--period 2026-Q2` of a return, or `--period 2026-10` for a month. */
export function readReturnPeriod({ period: typed }: Options): string {
  const read = returnPeriod.safeParse(required(typed, '--period 2026-Q2'));
  if (!read.success)
    throw new CommandRefusal(`--period ${typed}: enter a quarter of the NHS year as 2026-Q2, or a month as 2026-10.`);
  return read.data;
}

function period(first: string, last: string): DatePeriod {
  for (const date of [first, last])
    if (!isDate(date))
      throw new CommandRefusal(
        `“${date}” is not a date. Write dates as 2026-10-05, and a period as 2026-10-05..2026-11-01.`,
      );
  if (first > last) throw new CommandRefusal(`The period begins on ${first}, after it ends on ${last}.`);
  return { first, last };
}
