import type { ExportTable, Supervision } from '#contract';
import { stateWords } from './Checklists.tsx';
import { restStatus } from './CompensatoryRest.tsx';
import type { SupervisionView } from './SupervisionScreen.tsx';
import { nameIn } from './words.ts';

type Table = Pick<ExportTable, 'columns' | 'rows'>;
const text = (heading: string) => ({ heading, kind: 'text' as const });
const date = (heading: string) => ({ heading, kind: 'date' as const });
const row = (...values: ExportTable['rows'][number]['values']) => ({ kind: 'row' as const, values });
const yes = (flag: boolean | null) => (flag === null ? null : flag ? 'yes' : 'no');

const tables: Record<SupervisionView, (data: Supervision) => Table> = {
  locums: ({ locums, routes, levels }) => ({
    columns: [
      text('Doctor'),
      date('From'),
      date('To'),
      { heading: 'Days', kind: 'count' },
      text('Term'),
      text('Agency'),
      text('Route'),
      text('Certificate'),
      text('Level'),
      text('Checked by'),
      date('Checked on'),
      text('Tool complete'),
      text('Induction'),
      text('Named consultant'),
      text('Compliant'),
      text('Wanting'),
    ],
    rows: locums.map((one) =>
      row(
        one.doctor,
        one.first,
        one.last,
        one.days,
        one.term,
        one.agency,
        one.route && nameIn(routes, one.route),
        one.certificate,
        one.level && nameIn(levels, one.level),
        one.checkedBy,
        one.checkedOn,
        yes(one.toolComplete),
        yes(one.induction),
        one.namedConsultant,
        yes(one.compliant),
        one.wanting.join(', '),
      ),
    ),
  }),
  statement: ({ checklists }) => ({
    columns: [
      text('Staff group'),
      { heading: 'What is asked', kind: 'long_text' },
      text('Where we are'),
      { heading: 'Evidence', kind: 'long_text' },
      date('Checked'),
      text('Known from'),
    ],
    rows: checklists.flatMap(({ name, statement, lead, lines }) => [
      { kind: 'group' as const, values: [name, statement, lead, null, null, null] },
      ...lines.map((line) =>
        row(name, line.text, line.state && stateWords[line.state], line.evidence, line.checkedOn, line.mark),
      ),
    ]),
  }),
  attendance: ({ events }) => ({
    columns: [
      date('Day'),
      text('Event'),
      text('Consultant came'),
      text('Asked for'),
      text('Why not'),
      text('Reviewed'),
      text('What was done'),
    ],
    rows: events.map((one) =>
      row(
        one.date,
        one.situationName,
        yes(one.attended),
        yes(one.asked),
        one.reason,
        one.attended ? null : yes(one.reviewed),
        one.action,
      ),
    ),
  }),
  rest: ({ onCall }) => ({
    columns: [
      date('Night of'),
      text('Who'),
      { heading: 'Rest left, hours', kind: 'minutes' },
      text('Compensatory rest'),
      date('Given on'),
      text('Note'),
    ],
    rows: onCall.map((one) => row(one.date, one.who, one.restMinutes, restStatus(one).word, one.givenOn, one.note)),
  }),
};

const titles: Record<SupervisionView, string> = {
  locums: 'Locums on the middle-grade rota',
  statement: 'How doctors are supervised',
  attendance: 'Consultant attendance',
  rest: 'Compensatory rest',
};

/** What one view of supervision shows, for the trust's own use: locums are named in it. */
export function supervisionExport(data: Supervision, view: SupervisionView, trust: string): ExportTable {
  return {
    title: `${titles[view]}, ${trust}`.slice(0, 200),
    subtitle: `${data.pack.title}, version ${data.pack.version}`,
    ...tables[view](data),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
