import type { ExportTable, Mentoring, Mentors } from '#contract';
import { stepStatus } from './mentor-words.ts';

/** Appointments in view as a workbook: one row for each, with the day of every step. */
export function mentorsExport(data: Mentors, rows: readonly Mentoring[], trust: string): ExportTable {
  const steps = rows[0]?.steps.map(({ step, name }) => ({ step, name })) ?? [];
  return {
    title: `Mentors of ${trust}`.slice(0, 200),
    subtitle: `As on ${data.on} · ${data.share.numerator} of ${data.share.denominator} with a mentor within ${data.rules.mentorWithinDays} days`,
    columns: [
      { heading: 'Name', kind: 'text' },
      { heading: 'Band', kind: 'text' },
      { heading: 'Post', kind: 'text' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'Appointed', kind: 'date' },
      { heading: 'Mentor', kind: 'text' },
      { heading: 'Mentor named on', kind: 'date' },
      { heading: 'Next', kind: 'text' },
      { heading: 'Status', kind: 'text' },
      ...steps.flatMap(({ name }) => [
        { heading: `${name}, due`, kind: 'date' as const },
        { heading: `${name}, held`, kind: 'date' as const },
      ]),
      { heading: 'Objectives', kind: 'long_text' },
      { heading: 'Ended', kind: 'date' },
    ],
    rows: rows.map((row) => ({
      kind: 'row' as const,
      values: [
        row.name,
        row.band,
        row.post,
        row.unit,
        row.appointed,
        row.mentor,
        row.mentorNamedOn,
        row.next?.name ?? null,
        row.next ? stepStatus(row.next).word : 'All done',
        ...steps.flatMap(({ step }) => {
          const found = row.steps.find((one) => one.step === step);
          return [found?.due ?? null, found?.held ?? null];
        }),
        row.objectives,
        row.ended,
      ],
    })),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
