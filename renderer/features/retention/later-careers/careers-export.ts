import type { AgeLine, ExportTable, LaterCareers, TableValue } from '#contract';
import { dateText } from '../../../components/numbers.ts';

type Row = ExportTable['rows'][number];

/** Heads of 55 and over, and what is planned, as a workbook: no person is in it. Small numbers are not hidden. */
export function exportOf(data: LaterCareers, trust: string): ExportTable {
  const row = (kind: Row['kind'], values: TableValue[]): Row => ({ kind, values });
  const head = (title: string) => row('group', [title, null, null, null, null, null]);
  const line = (kind: Row['kind'], { name, heads, over55, some, notStated, rate }: AgeLine) =>
    row(kind, [name, heads, over55, some, notStated, rate]);
  const share = (title: string, value: TableValue) => row('row', [title, null, null, null, null, value]);
  return {
    title: `55 and over in ${trust}`.slice(0, 200),
    subtitle: `${data.census ? `staff list of ${dateText(data.census)} · ` : ''}no person is in it · for use within the trust: small numbers are not hidden`,
    columns: [
      { heading: 'Of', kind: 'text' },
      { heading: 'Heads', kind: 'count' },
      { heading: '55 and over', kind: 'count' },
      { heading: 'In a band that 55 lies in', kind: 'count' },
      { heading: 'Not stated', kind: 'count' },
      { heading: 'Share', kind: 'rate' },
    ],
    rows: [
      line('total', data.all),
      head('By unit'),
      ...data.unit.map((one) => line('row', one)),
      head('By band'),
      ...data.band.map((one) => line('row', one)),
      head('Of those 55 and over for certain'),
      share(`Talked to in ${data.conversationMonths} months`, data.talkedTo),
      share('With a plan', data.withPlan),
      head('Plans'),
      ...data.plans.map(({ name, people }) => row('row', [name, people, null, null, null, null])),
      ...(data.retired ? [head('Retired in twelve months'), share('and in post again', data.retired)] : []),
      head('Legacy mentors'),
      row('row', ['In the role', data.mentorsActive, null, null, null, null]),
      row('row', ['People supported', data.supported, null, null, null, null]),
    ],
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
