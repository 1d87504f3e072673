import type { Careers, ExportTable } from '#contract';
import { dateText } from '../../../components/numbers.ts';

/** Critical roles with how many could follow and when: nobody is named. It is for use within the trust. */
export function exportOf({ roles, choices, on }: Careers, trust: string): ExportTable {
  const level = (key: string | null) => choices.levels.find((one) => one.key === key)?.name ?? null;
  return {
    title: `Critical roles of ${trust}`.slice(0, 200),
    subtitle: `As on ${dateText(on)} · nobody is named`,
    columns: [
      { heading: 'Role', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'Risk', kind: 'text' },
      { heading: 'Impact', kind: 'text' },
      ...choices.readiness.map(({ name }): ExportTable['columns'][number] => ({ heading: name, kind: 'count' })),
      { heading: 'Gap', kind: 'long_text' },
      { heading: 'Action', kind: 'long_text' },
      { heading: 'Who answers for it', kind: 'text' },
      { heading: 'Next review', kind: 'date' },
    ],
    rows: roles.map(({ name, band, unit, risk, impact, successors, gap, action, owner, review }) => ({
      kind: 'row',
      values: [
        name,
        band,
        unit,
        level(risk),
        level(impact),
        ...choices.readiness.map(({ key }) => successors.filter(({ readiness }) => readiness === key).length),
        gap,
        action,
        owner,
        review,
      ],
    })),
    definitions: [{ term: 'Ready', meaning: 'How many people could follow in the role by then, as entered.' }],
  };
}
