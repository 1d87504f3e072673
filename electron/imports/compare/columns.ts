import { dateInWords, isDate } from '../../core/dates.ts';

type Value = string | number | null;
type Writing = 'text' | 'date' | 'clock' | 'hours' | 'wte' | 'pence' | 'yes_no' | 'list' | 'meetings' | 'code';

const columns: Readonly<Record<string, readonly [title: string, writing: Writing]>> = {
  person: ['Staff number', 'text'],
  assignment: ['Assignment', 'text'],
  name: ['Name', 'text'],
  unit_id: ['Unit', 'text'],
  unit: ['Unit', 'text'],
  date: ['Date', 'date'],
  band: ['Band', 'text'],
  registered: ['Registered', 'yes_no'],
  cost_centre: ['Cost centre', 'text'],
  planned_start: ['Planned start', 'clock'],
  planned_end: ['Planned end', 'clock'],
  planned_break: ['Planned break', 'hours'],
  planned_minutes: ['Planned hours', 'hours'],
  actual_start: ['Actual start', 'clock'],
  actual_end: ['Actual end', 'clock'],
  actual_break: ['Actual break', 'hours'],
  actual_minutes: ['Actual hours', 'hours'],
  night: ['Night', 'yes_no'],
  fill: ['Filled by', 'text'],
  in_charge: ['In charge', 'yes_no'],
  supernumerary: ['Supernumerary', 'yes_no'],
  group_name: ['Group', 'text'],
  minutes: ['Hours', 'hours'],
  request_id: ['Request', 'text'],
  finalised: ['Finalised', 'yes_no'],
  primary_assignment: ['Primary assignment', 'yes_no'],
  fte: ['FTE', 'wte'],
  hours: ['Contracted hours a week', 'wte'],
  start_date: ['Start', 'date'],
  nhs_entry_date: ['NHS entry', 'date'],
  end_date: ['Last day', 'date'],
  funded: ['Funded WTE', 'wte'],
  worked: ['Worked WTE', 'wte'],
  wte: ['WTE', 'wte'],
  annual_budget: ['Budget a year', 'pence'],
  funding_end: ['Funding ends', 'date'],
  meets: ['Meets the requirement', 'yes_no'],
  course: ['Course', 'code'],
  known_by: ['Known by', 'code'],
  meetings: ['Meetings', 'meetings'],
  orientation_minutes: ['Orientation', 'hours'],
  supernumerary_minutes: ['Supernumerary time', 'hours'],
  protected_minutes_preceptee: ['Protected time, preceptee', 'hours'],
  protected_minutes_preceptor: ['Protected time, preceptor', 'hours'],
  plan_references: ['Lines of the plan', 'list'],
  escalated: ['Escalated', 'yes_no'],
  rag: ['Colour', 'text'],
};

/** The name of a column as a person reads it. */
export function titleOf(column: string): string {
  const known = columns[column]?.[0];
  if (known !== undefined) return known;
  const words = column.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A stored value as a person reads it; null where there is none. */
export function written(column: string, value: Value): string | null {
  if (value === null) return null;
  const writing = columns[column]?.[1] ?? 'text';
  if (typeof value === 'string') return writtenText(writing, value);
  switch (writing) {
    case 'clock':
      return clock(value);
    case 'hours':
      return `${Math.floor(value / 60)}:${twoDigits(value % 60)}`;
    case 'wte':
      return decimals(value, 100_000, 2);
    case 'pence':
      return `£${decimals(value, 100, 2)}`;
    case 'yes_no':
      return value === 1 ? 'Yes' : 'No';
    default:
      return String(value);
  }
}

function writtenText(writing: Writing, value: string): string {
  if (writing === 'code') return value.replaceAll('_', ' ');
  if (writing === 'list') return (JSON.parse(value) as string[]).join(', ');
  if (writing === 'meetings') {
    const held = Object.entries(JSON.parse(value) as Record<string, string>);
    return held.map(([meeting, day]) => `${meeting} on ${dateInWords(day)}`).join(', ');
  }
  return isDate(value) ? dateInWords(value) : value;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const dayLong = 24 * 60;

function clock(minutes: number): string {
  const time = `${twoDigits(Math.floor((minutes % dayLong) / 60))}:${twoDigits(minutes % 60)}`;
  return minutes >= dayLong ? `${time} next day` : time;
}

/** An exact decimal of at least so many places. */
function decimals(value: number, scale: number, least: number): string {
  const whole = Math.floor(Math.abs(value) / scale);
  const digits = String(scale).length - 1;
  const part = String(Math.abs(value) % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '')
    .padEnd(least, '0');
  return `${value < 0 ? '−' : ''}${whole}.${part}`;
}
