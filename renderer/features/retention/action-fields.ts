import type { RetentionPlan } from '#contract';
import type { Field } from '../../components/Fields.tsx';
import type { FieldKey } from './action-typed.ts';
import { escalations, fieldTitles } from './words.ts';

interface Section {
  title: string;
  fields: Field<FieldKey>[];
}

const none = 'Not said';

/** The fields of an action in their groups. */
export function actionSections(plan: RetentionPlan, units: readonly string[]): Section[] {
  const field = (key: FieldKey, more: Omit<Field<FieldKey>, 'key' | 'label'> = {}): Field<FieldKey> => ({
    key,
    label: fieldTitles[key],
    ...more,
  });
  return [
    {
      title: 'The issue',
      fields: [
        field('issue', { kind: 'words' }),
        field('theme', { choices: plan.elements, none }),
        field('promise', { choices: plan.promise, none }),
        field('evidenceSource', { choices: plan.evidenceSources, none }),
        field('evidence', { kind: 'words' }),
        field('baseline', { hint: 'such as 44 %' }),
        field('baselineOn', { kind: 'date' }),
      ],
    },
    {
      title: 'The action',
      fields: [
        field('action', { kind: 'words' }),
        field('number'),
        field('owner', { hint: 'a role, not a name' }),
        field('unit', { choices: units.map((name) => ({ key: name, name })), open: true }),
        field('start', { kind: 'date' }),
        field('due', { kind: 'date' }),
        field('status', { choices: plan.statuses, none }),
        field('rag', { choices: plan.colours, none: 'Not rated' }),
        field('cost', { kind: 'number' }),
        field('funding'),
        field('references', {
          hint: 'such as 5.1, 5.5',
          choices: plan.lines.map(({ reference }) => ({ key: reference, name: reference })),
          open: true,
        }),
        field('equalityReference'),
      ],
    },
    {
      title: 'How you will know that it works',
      fields: [
        field('figure', {
          choices: plan.figures,
          none: 'None: values are entered by hand',
          hint: 'drawn month by month before and after the start',
        }),
        field('measure', { hint: 'what is measured, and in what' }),
        field('target'),
        field('current'),
        field('confidence', { choices: plan.confidenceLevels, none }),
        field('nextReview', { kind: 'date' }),
      ],
    },
    {
      title: 'Escalation and notes',
      fields: [
        field('escalateTo', { choices: escalations, none: 'Not escalated' }),
        field('escalation', { kind: 'words' }),
        field('notes', { kind: 'words' }),
      ],
    },
  ];
}
