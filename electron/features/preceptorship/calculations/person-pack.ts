import type { PrecepteePage, SignOff } from '#contract';
import type { Paper, PaperBlock } from '../../../contract/papers.ts';
import { dateInWords } from '../../../core/dates.ts';
import { formatWte } from '../../../core/wte.ts';
import { dayOrDash, heading, hoursInWords, note, paragraph, tableOf } from './paper-blocks.ts';
import { happenedBlocks } from './person-pack-events.ts';

const states: Readonly<Record<PrecepteePage['row']['state'], string>> = {
  not_started: 'Not started',
  in_programme: 'In the programme',
  paused: 'Paused',
  extended: 'Extended',
  signed_off: 'Signed off',
  left: 'Left',
};
const statuses: Readonly<Record<PrecepteePage['steps'][number]['status'], string>> = {
  done: 'Done',
  done_late: 'Done late',
  overdue: 'Overdue',
  due_soon: 'Due soon',
  upcoming: 'Upcoming',
  paused: 'Paused',
  not_held: 'Not held',
  closed_by_sign_off: 'Closed by the sign-off',
  closed_by_leaving: 'Closed by leaving',
  not_applicable: 'Not applicable',
};
const hoursKinds: Readonly<Record<PrecepteePage['given'][number]['kind'], string>> = {
  supernumerary: 'Supernumerary, orientation included',
  orientation: 'Of these at orientation',
  protected_preceptee: 'Protected development, preceptee',
  protected_preceptor: 'Protected time, preceptor',
};
/** Everything about one preceptee for the person's file. */
export function personPack(
  page: PrecepteePage,
  signOff: SignOff,
  { trust, at, version }: { trust: string; at: string; version: string },
): Paper {
  const { row, on } = page;
  return {
    title: `Preceptorship record of ${row.name}`,
    subtitle: [trust, row.programmeName, row.unit, dateInWords(on)].filter(Boolean).join(' · '),
    foot: `${row.name} · preceptorship record · ${dateInWords(on)} · personal, for the person’s file`,
    madeOn: on,
    madeAt: at,
    blocks: [
      heading('Programme'),
      facts(page),
      heading('Meetings and steps'),
      ...meetings(page),
      heading('Hours'),
      tableOf({
        title: 'Hours given, booked and owed',
        words: ['Kind'],
        figures: ['Given', 'Booked', 'Owed'],
        rows: page.given.map(({ kind, given, booked, owed }) => [
          hoursKinds[kind],
          hoursInWords(given),
          hoursInWords(booked),
          owed !== null ? hoursInWords(owed) : kind === 'orientation' ? 'none set' : 'not known',
        ]),
      }),
      heading('Pauses, changes and extensions'),
      ...happenedBlocks(page),
      heading('Competencies'),
      ...competencies(signOff, row.name),
      heading('Band 5 to band 6'),
      gate(signOff),
      paragraph(
        `Made on ${dateInWords(on)} with Maternity Workforce Planner ${version}. No reflective or clinical content is kept in the planner.`,
      ),
    ],
  };
}

function facts({ row, preceptorDue, signOffFrom }: PrecepteePage): PaperBlock {
  return tableOf({
    title: 'At a glance',
    words: ['What', 'Entered'],
    rows: [
      ['Name', row.name],
      ['Employee number', row.person ?? 'not entered'],
      ['State', states[row.state]],
      ['Cohort', row.cohort],
      ['Unit', row.unit ?? 'not entered'],
      ['Started', dateInWords(row.start)],
      ['Registered', dayOrDash(row.registered)],
      ['Programme counted from', dateInWords(row.clock)],
      ['WTE', row.wte === null ? 'not entered' : formatWte(row.wte)],
      ['Preceptor', row.preceptor ?? 'not named'],
      ['Preceptor first named on', dayOrDash(preceptorDue.held)],
      ['Sign-off from', dayOrDash(signOffFrom)],
      ['End as planned', dateInWords(row.plannedEnd)],
      [
        'End with pauses and extension',
        row.adjustedEnd === null ? 'not known while paused' : dateInWords(row.adjustedEnd),
      ],
      ['Signed off, or left', dayOrDash(row.ended)],
    ],
  });
}

function meetings({ steps, meetings: entered, answers }: PrecepteePage): PaperBlock[] {
  const detail = (step: string | null) => entered.find((one) => one.step === step);
  const extra = entered.filter(({ step }) => step === null);
  const because = (step: string) => answers.find((one) => one.step === step)?.reason;
  return [
    tableOf({
      title: 'Meetings and steps of the programme',
      words: ['What', 'Due', 'Held', 'Status', 'With', 'Outcome and agreed actions'],
      rows: steps.map(({ key, name, due, held, movedTo, status }) => [
        name,
        movedTo === null ? dayOrDash(due) : `${dayOrDash(due)}, moved to ${dateInWords(movedTo)}`,
        dayOrDash(held),
        statuses[status],
        detail(key)?.who ?? '',
        [detail(key)?.outcome, detail(key)?.agreedActions, because(key)].filter(Boolean).join(' · '),
      ]),
    }),
    ...(extra.length === 0
      ? []
      : [
          tableOf({
            title: 'Meetings beside the programme',
            words: ['Planned', 'Held', 'With', 'Outcome and agreed actions'],
            rows: extra.map(({ planned, held, who, outcome, agreedActions }) => [
              dayOrDash(planned),
              dayOrDash(held),
              who ?? '',
              [outcome, agreedActions].filter(Boolean).join(' · '),
            ]),
          }),
        ]),
  ];
}

/** "Jane Mistry, 1 October 2026". */
const signed = (who: string | null, day: string | null) =>
  day === null ? dayOrDash(day) : [who, dateInWords(day)].filter(Boolean).join(', ');

function competencies({ competencies: followed, complete, lists }: SignOff, whose: string): PaperBlock[] {
  if (followed.length === 0) return [note('No list of competencies is followed for this programme.')];
  const begun = followed.filter((one) => one.complete || one.assessorSigned !== null || one.precepteeSigned !== null);
  return [
    paragraph(
      `${complete} of ${followed.length} complete, by ${lists.map(({ name, publisher }) => `${name} (${publisher})`).join(', ')}. Numbers and titles only: what each asks for is read at its publisher.`,
    ),
    tableOf({
      title: 'Competencies with a signature',
      words: ['Number', 'Title', 'State', 'Signed by the assessor', 'Signed by the preceptee'],
      rows: begun.map(({ number, title, stateName, assessor, assessorSigned, precepteeSigned }) => [
        number,
        title,
        stateName,
        signed(assessor, assessorSigned),
        signed(whose, precepteeSigned),
      ]),
    }),
  ];
}

function gate({ gate: { completeOn, manager, managerSigned, effective, paid } }: SignOff): PaperBlock {
  return tableOf({
    title: 'The way to band 6',
    words: ['Step', 'Day'],
    rows: [
      ['Competencies complete', dayOrDash(completeOn)],
      [`Manager signed${manager === null ? '' : ` (${manager})`}`, dayOrDash(managerSigned)],
      ['Band 6 takes effect', dayOrDash(effective)],
      ['Band 6 paid', dayOrDash(paid)],
    ],
  });
}
