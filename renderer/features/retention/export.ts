import type { ExportTable, RetentionAction, RetentionPlan, TableValue } from '#contract';
import { dateText } from '../../components/numbers.ts';
import { currentText, definitions, escalations, fieldTitles, fileText, unmeasuredText } from './words.ts';

type Export = {
  heading: string;
  kind: ExportTable['columns'][number]['kind'];
  of: (action: RetentionAction) => TableValue;
};

const columnsOf = (plan: RetentionPlan): Export[] => {
  const nameIn = (choices: readonly { key: string; name: string }[], key: string | null) =>
    choices.find((choice) => choice.key === key)?.name ?? key;
  return [
    { heading: 'No', kind: 'text', of: ({ number }) => number },
    { heading: 'Theme 2 lines', kind: 'text', of: ({ references }) => references.join(', ') },
    { heading: 'Element', kind: 'text', of: ({ theme, themeName }) => theme && themeName },
    { heading: 'People Promise', kind: 'text', of: ({ promise }) => nameIn(plan.promise, promise) },
    { heading: 'Issue', kind: 'long_text', of: ({ issue }) => issue },
    {
      heading: 'Source of the evidence',
      kind: 'text',
      of: ({ evidenceSource }) => nameIn(plan.evidenceSources, evidenceSource),
    },
    { heading: 'Evidence', kind: 'long_text', of: ({ evidence }) => evidence },
    { heading: 'Action', kind: 'long_text', of: ({ action }) => action },
    { heading: 'Unit', kind: 'text', of: ({ unit }) => unit },
    { heading: 'Owner (role)', kind: 'text', of: ({ owner }) => owner },
    { heading: 'Start', kind: 'date', of: ({ start }) => start },
    { heading: 'Due', kind: 'date', of: ({ due }) => due },
    { heading: 'Days overdue', kind: 'count', of: ({ overdueDays }) => overdueDays },
    { heading: 'Status', kind: 'text', of: ({ statusName }) => statusName },
    { heading: 'RAG', kind: 'text', of: ({ rag, ragName }) => rag && ragName },
    { heading: 'Measure', kind: 'text', of: ({ measure, figureName }) => measure ?? figureName },
    { heading: 'Baseline', kind: 'text', of: ({ baseline }) => baseline },
    { heading: 'Current value', kind: 'text', of: currentText },
    { heading: 'Target', kind: 'text', of: ({ target }) => target },
    { heading: 'Unmeasured', kind: 'text', of: ({ unmeasured }) => unmeasured && unmeasuredText[unmeasured] },
    { heading: 'Confidence', kind: 'text', of: ({ confidence }) => nameIn(plan.confidenceLevels, confidence) },
    { heading: 'Next review', kind: 'date', of: ({ nextReview }) => nextReview },
    { heading: 'Cost, £', kind: 'count', of: ({ cost }) => cost },
    { heading: 'Funding', kind: 'text', of: ({ funding }) => funding },
    { heading: 'Equality plan reference', kind: 'text', of: ({ equalityReference }) => equalityReference },
    { heading: 'Escalated to', kind: 'text', of: ({ escalateTo }) => nameIn(escalations, escalateTo) },
    { heading: 'What is escalated', kind: 'long_text', of: ({ escalation }) => escalation },
    {
      heading: 'Changed by hand; the file says',
      kind: 'long_text',
      of: ({ from, edited }) =>
        from === null
          ? 'entered by hand'
          : edited.map(({ field, file }) => `${fieldTitles[field]}: ${fileText(plan, field, file)}`).join('; '),
    },
  ];
};

/** The actions in view as a workbook. Notes and reviews stay here. */
export function exportOf(plan: RetentionPlan, actions: readonly RetentionAction[], trust: string): ExportTable {
  const columns = columnsOf(plan);
  const day = plan.planDay ? `plan of ${dateText(plan.planDay)} and ` : '';
  return {
    title: `Retention plan of ${trust}`.slice(0, 200),
    subtitle: `${actions.length} of ${plan.actions.length} actions · ${day}actions entered by hand · as on ${dateText(plan.on)}`,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: actions.map((action) => ({ kind: 'row', values: columns.map(({ of }) => of(action)) })),
    definitions,
  };
}
