import type { PrecepteePage } from '#contract';
import type { PaperBlock } from '../../../contract/papers.ts';
import { dateInWords } from '../../../core/dates.ts';
import { formatWte } from '../../../core/wte.ts';
import { dayOrDash, paragraph, tableOf } from './paper-blocks.ts';

const eventKinds: Readonly<Record<PrecepteePage['events'][number]['kind'], string>> = {
  pause: 'Pause',
  wte: 'Change of WTE',
  preceptor: 'Preceptor',
  unit: 'Move to a unit',
  rotation: 'Rotation',
  extension: 'Extension',
  completed: 'Sign-off',
  left: 'Left',
};
interface Happened {
  readonly what: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly details: string;
}

/** What happened, by the log, the list of leavers and the entries by hand, in the order of the days. */
export function happenedBlocks(page: PrecepteePage): PaperBlock[] {
  const rows = [...ofCells(page), ...ofLeavers(page), ...ofEvents(page), ...ofAnswers(page)].sort((one, other) =>
    (one.from ?? '') < (other.from ?? '') ? -1 : 1,
  );
  if (rows.length === 0) return [paragraph('None is recorded.')];
  return [
    tableOf({
      title: 'What changed',
      words: ['What', 'From', 'Until', 'Details'],
      rows: rows.map(({ what, from, until, details }) => [what, dayOrDash(from), dayOrDash(until), details]),
    }),
  ];
}

function ofCells({ cells }: PrecepteePage): Happened[] {
  const { preceptor, preceptorNamedOn, pauseStart, pauseEnd, pauseReason, extendedTo, extensionReason, signedOff } =
    cells;
  const row = (what: string, from: string | null, until: string | null, details: string | null): Happened => ({
    what,
    from,
    until,
    details: details ?? '',
  });
  return [
    ...(preceptor === null ? [] : [row('Preceptor', preceptorNamedOn, null, preceptor)]),
    ...(pauseStart === null ? [] : [row('Pause', pauseStart, pauseEnd, pauseReason)]),
    ...(extendedTo === null ? [] : [row('Extension', null, extendedTo, extensionReason)]),
    ...(signedOff === null ? [] : [row('Sign-off', signedOff, null, null)]),
  ];
}

const ofLeavers = ({ leftByList }: PrecepteePage): Happened[] =>
  leftByList === null
    ? []
    : [{ what: 'Left', from: leftByList.on, until: null, details: leftByList.reason ?? 'no reason given' }];

const ofEvents = ({ events }: PrecepteePage): Happened[] =>
  events.map((event) => ({
    what: eventKinds[event.kind],
    from: event.from,
    until: 'until' in event ? event.until : null,
    details: detailsOf(event),
  }));

function ofAnswers({ answers, steps }: PrecepteePage): Happened[] {
  return answers
    .filter(({ step }) => !steps.some(({ key }) => key === step))
    .map(({ name, movedTo, reason, on }) => ({
      what: name,
      from: on,
      until: null,
      details: `${movedTo === null ? 'not applicable' : `moved to ${dateInWords(movedTo)}`}: ${reason}`,
    }));
}

function detailsOf(event: PrecepteePage['events'][number]): string {
  const approved = event.kind === 'completed' ? 'signed off by' : 'approved by';
  const parts = [
    // As it is stored, an event has the parts of all kinds, those of the others empty.
    event.kind === 'wte' ? `${formatWte(event.wte)} WTE` : null,
    'unit' in event ? event.unit : null,
    'preceptor' in event ? event.preceptor : null,
    'reason' in event ? event.reason : null,
    'approvedBy' in event && event.approvedBy !== null ? `${approved} ${event.approvedBy}` : null,
    event.note,
  ];
  return parts.filter(Boolean).join(' · ');
}
