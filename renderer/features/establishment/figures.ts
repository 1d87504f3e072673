import type { EstablishmentFigure, EstablishmentSheet, GapMeasure, GapShown, Reconciliation } from '#contract';
import {
  asOn,
  formulaOf,
  type ImportsUsed,
  input,
  type Making,
  makings,
  sides,
  wteInput,
  type Entered,
  ownCodes,
} from '../../components/making.ts';
import { daysText, decimal, wteText } from '../../components/numbers.ts';
import { awayText } from './gap/words.ts';

const titles = { required: 'Required', funded: 'Funded', inPost: 'In post', available: 'Available' } as const;
type Side = keyof typeof titles;

/** What each measure of the gap is made of. */
const partsOf: Record<GapMeasure, readonly Side[]> = {
  required: ['required'],
  funded: ['funded'],
  inPost: ['inPost'],
  available: ['inPost'],
  away: ['inPost'],
  bank: [],
  agency: [],
  requiredLessFunded: ['required', 'funded'],
  vacancy: ['funded', 'inPost'],
  requiredLessInPost: ['required', 'inPost'],
  requiredLessAvailable: ['required', 'available'],
};

const lines: Entered['by'] = [{ tables: ['establishment_line'] }];

/** How a figure of the gap was made, of all units or of one place. */
export function gapMade(gap: GapShown, measure: GapMeasure, position: GapShown['all'] = gap.all): Making {
  const { formulas, on, ledgerCensus, staffCensus, cover, requirements, sources } = gap;
  const sidesOf = partsOf[measure];
  const has = (side: Side) => sidesOf.includes(side);
  const isOfStaff = has('inPost') || has('available');
  const isCover = measure === 'bank' || measure === 'agency';
  const isAway = measure === 'away' || measure === 'available' || has('available');
  const difference = measure in position && sidesOf.length === 2 ? position[measure as 'vacancy'] : null;
  const imports: ImportsUsed[] = [
    ...(has('funded') && ledgerCensus ? [{ kind: 'ledger' as const, last: ledgerCensus }] : []),
    ...(isOfStaff && staffCensus ? [{ kind: 'staff_list' as const, last: staffCensus }] : []),
    ...(isAway && sources.some(({ of }) => of === 'absence')
      ? [{ kind: 'absence' as const, first: on, last: on }]
      : []),
    ...(isAway && sources.some(({ of }) => of === 'preceptees') ? [{ kind: 'preceptees' as const, last: on }] : []),
    ...(isCover && cover ? [{ kind: cover.source, first: cover.first, last: cover.last }] : []),
  ];
  const dayOf: Record<Side, string> = {
    required: requirements.flatMap(({ date }) => date ?? []).map(asOn)[0] ?? asOn(on),
    funded: asOn(ledgerCensus ?? on),
    inPost: asOn(staffCensus ?? on),
    available: asOn(staffCensus ?? on),
  };
  const valueOf = (side: Side) =>
    difference
      ? side === sidesOf[0]
        ? difference.from
        : difference.less
      : side === 'available'
        ? position.available
        : position[side].wte;
  const given = sidesOf.flatMap((side) => (side === 'available' ? [] : [{ title: titles[side], ...position[side] }]));
  const isEntered = given.some(({ origin }) => origin !== null && origin !== 'import');
  return {
    formula: formulaOf(formulas, measure),
    inputs: [
      ...sidesOf.map((side) => wteInput(titles[side], valueOf(side), dayOf[side])),
      ...(isAway && position.away
        ? Object.entries(position.away)
            .filter(([, value]) => value !== 0)
            .map(([why, value]) => wteInput(awayText[why as keyof typeof awayText], value, dayOf.inPost))
        : []),
      ...(isCover && cover ? [input('Days counted', cover.days, daysText(cover))] : []),
      ...(difference
        ? [input('Units and groups in which both are known', `${difference.compared} of ${difference.places}`)]
        : []),
      ...(difference && difference.gross !== null
        ? [wteInput('Gross, the places that are short alone', difference.gross)]
        : []),
    ],
    on: asOn(on),
    imports,
    entered: [
      ...(isEntered || has('required')
        ? [{ where: 'Establishment: required, funded and in post of its lines', by: lines }]
        : []),
      ...(isOfStaff ? [ownCodes] : []),
    ],
    sources: has('required')
      ? requirements.flatMap(({ tool, source }) => [tool, source].filter(Boolean).join(', ') || [])
      : [],
    packs:
      has('funded') || isOfStaff
        ? ['organisation', ...(isAway || isCover ? ['gap-rules'] : [])]
        : isCover
          ? ['gap-rules']
          : [],
    notes: given
      .filter(({ byHand }) => byHand !== null)
      .map(({ title, byHand }) => `${title} was also entered by hand, as ${wteText(byHand)} WTE; the import counts.`),
  };
}

/** A headline of the establishment as it was entered. */
export function sheetMade({ on, requirements, imported }: EstablishmentSheet, figure: EstablishmentFigure): Making {
  return {
    formula: figure.formula,
    inputs: figure.inputs.map(({ name, wte: value }) => wteInput(name, value)),
    on: asOn(on),
    entered: [{ where: 'Establishment: its lines by unit, staff group and band', by: lines }],
    sources: requirements.flatMap(({ tool, source, date }) =>
      tool || source ? `Requirement: ${[tool, source, date && asOn(date)].filter(Boolean).join(', ')}` : [],
    ),
    packs: [],
    notes: [
      figure.note,
      imported.ledger || imported.staffList
        ? 'A ledger or a staff list is held too: on The gap, it counts in place of what is entered here.'
        : null,
    ].flatMap((note) => note ?? []),
  };
}

/** What of ledger and staff list is reconciled. */
export function reconciliationMade(found: Reconciliation, byPost: boolean) {
  const { formulas, ledgerCensus, staffCensus, leftOut, fileFindings } = found;
  const { reconciled, differences, unsettled, carried } = byPost ? found.ofPosts : found;
  const made = makings({
    on: `ledger ${asOn(ledgerCensus)}, staff list ${asOn(staffCensus)}`,
    imports: [
      { kind: 'ledger', last: ledgerCensus },
      { kind: 'staff_list', last: staffCensus },
    ],
    entered: ['Reconciliation: reasons, owners, notes and what is settled'],
    packs: ['organisation', 'gap-rules'],
  });
  const what = byPost ? 'Posts' : 'Lines';
  return {
    reconciled: made(
      formulaOf(formulas, byPost ? 'reconciledPosts' : 'reconciled'),
      ...sides(reconciled, 'Agree or are settled', what),
      input(
        'By WTE',
        `${decimal((found.reconciledWte.numerator / (found.reconciledWte.denominator || 1)) * 100, 2)} %`,
      ),
    ),
    differences: made(
      'differences between ledger and staff list − those settled',
      input('Differences', differences),
      input('Settled', differences - unsettled),
      input('Carried from earlier months', carried),
    ),
    ledgerRows: made(
      'rows of the ledger’s file that do not count, since they are posted twice or their funding ended',
      ...(['posted_twice', 'funding_ended'] as const).map((kind) =>
        input(
          kind === 'posted_twice' ? 'Posted twice' : 'Funding ended',
          fileFindings.filter((one) => one.kind === kind).length,
        ),
      ),
    ),
    notCompared: made(
      'WTE in post of staff groups that are not compared, each for its reason',
      ...leftOut.map(({ groupName, inPost, why }) => wteInput(`${groupName} (${why})`, inPost)),
      ...(leftOut.length === 0 ? [wteInput('Left out', 0)] : []),
    ),
  };
}
