import type { AssessmentShown, AssessmentStep } from '#contract';
import { exactShown } from './amounts.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';

type Row = AssessmentStep & { readonly number: number };

const decimals: Record<AssessmentStep['unit'], number> = {
  hours: 2,
  WTE: 4,
  cases: 2,
  births: 0,
  'births per WTE': 2,
  factor: 4,
  '%': 2,
};

const columns: Column<Row>[] = [
  { key: 'number', title: 'Step', number: true, value: ({ number }) => number },
  { key: 'area', title: 'Area', value: ({ area }) => area ?? 'All areas' },
  { key: 'title', title: 'What', header: true, value: ({ title }) => title },
  { key: 'formula', title: 'Formula', value: ({ formula }) => formula },
  { key: 'numbers', title: 'With its numbers', value: ({ numbers }) => numbers },
  {
    key: 'value',
    title: 'Comes to',
    number: true,
    value: ({ value, unit }) => Number(exactShown(value, decimals[unit]).replace(/,/g, '').replace('−', '-')),
    show: ({ value, unit }) => exactShown(value, decimals[unit]),
    means: 'The result of the step.',
  },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
];

/** Every step of the chain in order: its formula, the same with its numbers, and what it comes to. */
export function WorkingSteps({ shown }: { shown: AssessmentShown }) {
  return (
    <section aria-labelledby="working-title">
      <h2 id="working-title">Working</h2>
      <p className="grid-keys">
        Each step is carried on in full and rounded only where it is shown. Hours come first, then travel, then the
        hours of one WTE, then the uplift ({shown.head.upliftMode === 'add_on' ? 'added on' : 'as a divisor'}).
      </p>
      <DataTable
        caption="Working of the assessment"
        columns={columns}
        rows={shown.result.steps.map((step, index) => ({ ...step, number: index + 1 }))}
        rowKey={({ number }) => number}
      />
    </section>
  );
}
