import {
  type ReturnAnswer,
  type ReturnDocument,
  type ReturnFigure,
  type ReturnFinding,
  statusWords,
  type Theme2ReturnRules,
} from '#contract';
import { addMonths, dateInWords } from '../../../core/dates.ts';
import { isOverdue } from '../calculations.ts';
import { disagreeing, type StaffInPost } from './doubtful-figures.ts';
import { isOwn, lineOfMeasure } from './own-measures.ts';
import { type EarlierReturn, moved, type OrdinaryVariation } from './moved-figures.ts';
import { counted } from './words.ts';

type Field = ReturnFinding['field'];

const blank = (text: string) => text.trim() === '';
const finding = (reference: string, kind: ReturnFinding['kind'], field: Field, message: string): ReturnFinding => ({
  reference,
  kind,
  field,
  figure: null,
  message,
});

/** What an answer still lacks: a status comes first, and then what that status asks for. */
export function findingsOf(reference: string, answer: ReturnAnswer, today: string): ReturnFinding[] {
  const { status, progress, lead, evidence, evidenceItems, risk, mitigation } = answer;
  if (status === null) return [finding(reference, 'missing', 'status', `${reference} has no status yet.`)];
  const word = statusWords[status];
  const lacks: ReturnFinding[] = [];
  if (status !== 'blue' && blank(progress))
    lacks.push(finding(reference, 'missing', 'progress', `${reference} has no progress.`));
  if (blank(lead)) lacks.push(finding(reference, 'missing', 'lead', `${reference} has no lead.`));
  if ((status === 'blue' || status === 'green') && blank(evidence) && evidenceItems.length === 0)
    lacks.push(finding(reference, 'evidence', 'evidence', `${reference} is “${word}” without evidence.`));
  if ((status === 'amber' || status === 'red') && blank(risk))
    lacks.push(finding(reference, 'missing', 'risk', `${reference} is “${word}” without a risk.`));
  if (isOverdue(answer, today) && blank(mitigation))
    lacks.push(finding(reference, 'mitigation', 'mitigation', `${reference} is overdue without mitigation.`));
  return lacks;
}

export interface CheckedReturn {
  readonly lines: ReturnDocument['lines'];
  readonly figures: readonly ReturnFigure[];
  readonly workforce: ReturnDocument['workforce'];
  readonly measures: ReturnDocument['measures'];
  /** The returns of the same kind before, with the figures that they were signed off with, the oldest first. */
  readonly earlier: readonly EarlierReturn[];
  readonly variation: OrdinaryVariation;
  /** In post by staff group of the newest staff list; null where none was imported. */
  readonly staff: StaffInPost | null;
  readonly today: string;
}

/** Everything to look at before sign-off, by line: what is missing first, then what is doubtful. */
export function checksOf(checked: CheckedReturn, rules: Theme2ReturnRules): ReturnFinding[] {
  const all = [
    ...checked.lines.flatMap((line) => findingsOf(line.reference, line, checked.today)),
    ...notEntered(checked),
    ...disagreeing(checked, rules),
    ...moved(checked, rules),
    ...oldAssessments(checked, rules),
    ...smallNumbers(checked, rules),
  ];
  const order = checked.lines.map(({ reference }) => reference);
  return order.flatMap((reference) => all.filter((one) => one.reference === reference));
}

/** Measures that the trust or its LMNS added, of which nothing was entered. */
function notEntered({ measures: { definitions, values }, lines }: CheckedReturn): ReturnFinding[] {
  return definitions.filter(isOwn).flatMap((definition) => {
    const value = values.find(({ measure }) => measure === definition.id);
    if (value && value.numeratorState !== 'not known') return [];
    const reference = lineOfMeasure(definition, lines);
    return [finding(reference, 'missing', 'measure', `${reference} ${definition.shortName} has no figure yet.`)];
  });
}

/** Requirements whose assessment is older than the rules allow; a date exactly so many years ago still counts. */
function oldAssessments({ workforce, figures, today }: CheckedReturn, { assessmentYears }: Theme2ReturnRules) {
  const oldest = addMonths(today, -12 * assessmentYears);
  const old = workforce.rows.filter(
    ({ level, required, requiredDate }) =>
      level === 'line' && required !== null && requiredDate !== null && requiredDate < oldest,
  );
  const dates = [...new Set(old.map(({ requiredDate }) => requiredDate ?? ''))].sort();
  return dates.map((date): ReturnFinding => {
    const lines = old.filter(({ requiredDate }) => requiredDate === date);
    const groups = [...new Set(lines.map(({ staffGroup }) => staffGroup))];
    const figure = figures.find(({ reference, title }) => reference === '4.1' && groups.includes(title));
    return {
      ...finding(
        '4.1',
        'old',
        figure ? 'figure' : 'evidence',
        `The assessment of ${dateInWords(date)}, on which ${counted(lines.length, 'line rests', 'lines rest')}, is more than ${assessmentYears} years old.`,
      ),
      figure: figure?.key ?? null,
    };
  });
}

const prose = ['progress', 'nextSteps', 'evidence', 'risk', 'mitigation', 'helpNeeded'] as const;
const smallWords = 'one|two|three|four';

/** Fewer than five people told of in a text, or in a value that the trust put in place of one worked out. */
function smallNumbers({ lines, figures }: CheckedReturn, { peopleWords }: Theme2ReturnRules): ReturnFinding[] {
  const small = new RegExp(
    String.raw`(?<![\d.,/%-])\b([1-4]|${smallWords})\s+(?:\p{L}+\s+)?(${peopleWords.map((word) => word.replace(/[^\p{L} ]/gu, '')).join('|')})\b`,
    'iu',
  );
  const inTexts = lines.flatMap((line) =>
    prose.flatMap((field) => {
      const [found] = small.exec(line[field]) ?? [];
      return found === undefined
        ? []
        : [finding(line.reference, 'small', field, `${line.reference} tells of “${found}”: so few can be recognised.`)];
    }),
  );
  const overruled = figures.flatMap(({ reference, key, measures }) =>
    measures
      .filter(({ kind, value, workedOut }) => workedOut !== undefined && kind === 'count' && isSmall(value))
      .map(
        ({ title, value }): ReturnFinding => ({
          ...finding(
            reference,
            'small',
            'figure',
            `${reference} ${title} was overruled to ${String(value)}: so few can be recognised.`,
          ),
          figure: key,
        }),
      ),
  );
  return [...inTexts, ...overruled];
}

const isSmall = (value: unknown) => typeof value === 'number' && value > 0 && value < 5;
