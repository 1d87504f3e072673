import type { NumberKind } from './cell.ts';

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;
const TIME = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/;

/** Days from 30 December 1899 to 1 January 1970, and from there to 1 January 1904. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
/** Excel counts a 29 February 1900 that never was; before 1 March 1900 its numbers are one smaller. */
const FIRST_OF_MARCH_1900 = 61;

/**
 * A date, time or both in ISO 8601, as cells of type `d` hold it, as the serial number of the workbook's own date system.
 * What the text says counts, without regard to a time zone. `undefined` for anything else, such as a duration.
 */
export function serialOfIso(text: string, date1904: boolean): { serial: number; kind: NumberKind } | undefined {
  const time = TIME.exec(text);
  if (time) return { serial: dayFraction(time[1], time[2], time[3]), kind: 'time' };
  const date = DATE.exec(text);
  if (!date) return undefined;
  const [, year, month, day, hour, minute, second] = date;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + DAYS_TO_1970;
  const serial = date1904 ? days - DAYS_TO_1904 : days < FIRST_OF_MARCH_1900 ? days - 1 : days;
  return { serial: serial + dayFraction(hour, minute, second), kind: hour === undefined ? 'date' : 'datetime' };
}

function dayFraction(hour = '0', minute = '0', second = '0'): number {
  return (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}
