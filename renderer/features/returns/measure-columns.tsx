import type { MeasureDefinition, MeasureValue } from '#contract';
import { Button } from '../../components/Button.tsx';
import type { Column } from '../../components/DataTable.tsx';
import { daysOf, figureText, measureName, numberText, unitWords } from '../../components/measure-words.ts';
import { HowMade } from '../../components/HowMade.tsx';
import { input, type Making } from '../../components/making.ts';
import { basisOf } from '../../components/measure-making.ts';
import { dateText } from '../../components/numbers.ts';

/** One measure of one part; without a value nothing of it is known. */
export interface MeasureRow {
  readonly definition: MeasureDefinition;
  readonly value: MeasureValue | null;
  /** Id of an own measure, to be entered or changed. */
  readonly own: number | null;
  readonly fingerprint: string | null;
}

type Part = 'numerator' | 'denominator';
const stateOf = ({ numeratorState, denominatorState }: MeasureValue, part: Part) =>
  part === 'numerator' ? numeratorState : denominatorState;

/** What it says; where a number is left out to protect people, that it is. */
function figureOf({ definition, value, own }: MeasureRow, hideBelow: number): string {
  if (value === null) return own === null ? 'not known' : 'not entered';
  const parts: Part[] = definition.denominator === null ? ['numerator'] : ['numerator', 'denominator'];
  const isWithheld = parts.some((part) => /small|withheld/.test(stateOf(value, part)));
  return isWithheld ? 'withheld' : figureText(value, definition, hideBelow);
}

/** "55.00 of 60.00 WTE" below the figure. */
function partsOf({ definition, value }: MeasureRow, hideBelow: number): string {
  if (value === null) return '';
  const part = (of: Part) =>
    stateOf(value, of) === 'withheld' ? 'a number withheld' : numberText(value, of, definition.unit, hideBelow);
  const unit = definition.unit === 'count' ? '' : ` ${unitWords[definition.unit]}`;
  if (definition.denominator === null)
    return stateOf(value, 'numerator') === 'shown' ? '' : `${part('numerator')}${unit}`;
  const per = definition.denominatorPer === 1 ? '' : `, divided by ${definition.denominatorPer}`;
  return `${part('numerator')} of ${part('denominator')}${unit}${per}`;
}

const madeText = ({ definition, value }: MeasureRow): string =>
  [
    definition.denominator === null ? definition.numerator : `${definition.numerator} ÷ ${definition.denominator}`,
    /^(none\.?|)$/i.test(definition.exclusions) ? '' : `Leaves out: ${definition.exclusions}`,
    definition.source && `From: ${definition.source}`,
    value?.note ?? '',
  ]
    .filter(Boolean)
    .join('. ')
    .replace(/\.\./g, '.');

function whoseText({ definition: { definedBy }, value }: MeasureRow): string {
  if (definedBy) return definedBy.code === null ? definedBy.name : `${definedBy.name} (${definedBy.code})`;
  return value?.pack ?? 'the planner’s pack';
}

/** How a measure was made, as the panel of any figure says it; numbers that are withheld stay so. */
function makingOf(row: MeasureRow, hideBelow: number): Making {
  const { definition, value, own } = row;
  const { numerator, denominator, exclusions, source, unit } = definition;
  const on = value ? daysOf(value, dateText) : 'no day yet';
  const rests = basisOf(own === null ? definition.id : '', value ?? undefined);
  const part = (of: Part) =>
    value === null
      ? 'not known'
      : stateOf(value, of) === 'withheld'
        ? 'withheld'
        : `${numberText(value, of, unit, hideBelow)}${unit === 'count' ? '' : ` ${unitWords[unit]}`}`;
  return {
    formula: denominator === null ? numerator : `${numerator} ÷ ${denominator}`,
    inputs: [
      input(numerator, part('numerator')),
      ...(denominator === null ? [] : [input(denominator, part('denominator'))]),
    ],
    on,
    sources: source ? [source] : [],
    ...rests,
    entered: own === null ? rests.entered : ['Theme 2 return: measures of the trust or its LMNS'],
    packs: [...(own === null ? ['theme-2-measures'] : []), ...rests.packs, 'small-numbers'],
    packsOfOthers: own === null ? [] : [`Defined by ${whoseText(row)}`],
    notes: [/^(none\.?|)$/i.test(exclusions) ? '' : `Leaves out: ${exclusions}`, value?.note ?? ''].filter(Boolean),
  };
}

interface Acts {
  readonly open: boolean;
  readonly onEnter: (id: number) => void;
  readonly onChange: (id: number) => void;
}

/** The columns of a return's measures: what each says, how it is made, of which day, and whose it is. */
export function measureColumns(hideBelow: number, { open, onEnter, onChange }: Acts): Column<MeasureRow>[] {
  const nameOf = ({ definition, value }: MeasureRow) => measureName(definition, value?.group ?? null);
  return [
    { key: 'measure', title: 'Measure', header: true, value: nameOf },
    {
      key: 'lines',
      title: 'Lines',
      value: ({ definition }) => definition.references.join(', '),
      means: 'Lines of the return that the measure proves.',
    },
    {
      key: 'figure',
      title: 'Figure',
      number: true,
      value: (row) => figureOf(row, hideBelow),
      show: (row) => (
        <>
          <strong>{figureOf(row, hideBelow)}</strong>
          <small>{partsOf(row, hideBelow)}</small>
        </>
      ),
      means: 'As it stands in the return, small numbers left out.',
    },
    {
      key: 'made',
      title: 'How it is made',
      value: madeText,
      show: (row) => (
        <>
          {row.value?.formula ?? madeText(row)}{' '}
          <HowMade name={nameOf(row)} value={figureOf(row, hideBelow)} making={makingOf(row, hideBelow)} />
        </>
      ),
      means: 'The formula with its numbers.',
    },
    {
      key: 'of',
      title: 'Of',
      value: ({ value }) => (value ? daysOf(value, dateText) : '–'),
      means: 'The days that the figure is about.',
    },
    {
      key: 'whose',
      title: 'Defined by',
      value: whoseText,
      show: (row) => (
        <>
          {whoseText(row)}
          {row.fingerprint && <small>definition {row.fingerprint}</small>}
          {row.own !== null && (
            <span className="actions">
              {open && (
                <Button aria-label={`Enter: ${row.definition.shortName}`} onClick={() => onEnter(row.own ?? 0)}>
                  Enter
                </Button>
              )}
              <Button aria-label={`Change: ${row.definition.shortName}`} onClick={() => onChange(row.own ?? 0)}>
                Change
              </Button>
            </span>
          )}
        </>
      ),
      means: 'The planner, the trust or the LMNS.',
    },
  ];
}
