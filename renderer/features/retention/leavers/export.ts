import { type ExportTable, leaverColumns, type RetentionLeavers, type TableValue } from '#contract';
import { dateText } from '../../../components/numbers.ts';

type Row = { kind: 'row' | 'group' | 'total'; values: TableValue[] };

/** Counts and rates as a workbook: no person is in it. It is for use within the trust, small numbers are not hidden. */
export function exportOf(data: RetentionLeavers, trust: string): ExportTable {
  const row = (values: TableValue[]): Row => ({ kind: 'row', values });
  const head = (title: string): Row => ({ kind: 'group', values: [title, null, null, null, null, null, null] });
  const lines = (title: string, some: RetentionLeavers['service']): Row[] => [
    head(title),
    ...some.map((one) => row([one.name, one.leavers, one.voluntary, null, one.headsStart, one.headsEnd, one.rate])),
  ];
  return {
    title: `Leavers of ${trust}`.slice(0, 200),
    subtitle: `${dateText(data.period.first)} to ${dateText(data.period.last)} · staff list of ${dateText(data.census)}`,
    columns: [...leaverColumns],
    rows: [
      {
        kind: 'total',
        values: ['All', data.leavers, data.voluntary, null, data.headsStart, data.headsEnd, data.leaverRate],
      },
      head('Reason'),
      ...data.reasons.map(({ reason, group, leavers, before }) =>
        row([reason ?? 'No reason given', leavers, group === 'voluntary' ? leavers : 0, before, null, null, null]),
      ),
      ...lines('Length of service', data.service),
      ...lines('Age band', data.age),
      ...lines('Band', data.band),
      ...lines('Unit', data.unit),
    ],
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
