import type { MeasureDefinition, TypedMeasure } from '#contract';
import { named } from './Choose.tsx';
import type { Field } from './Fields.tsx';
import { amountText, unitWords } from './measure-words.ts';

type Key = keyof TypedMeasure;
type Typed = Readonly<Record<Key, string>>;

const words = (key: Key, label: string, hint: string): Field<Key> => ({ key, label, kind: 'words', most: 1500, hint });
const chosen = (key: Key, label: string, names: Readonly<Record<string, string>>, hint?: string): Field<Key> => ({
  key,
  label,
  choices: named(names),
  ...(hint === undefined ? {} : { hint }),
});

/** The fields of a measure in the shape of the technical guidance. */
export const measureFields: readonly Field<Key>[] = [
  { key: 'shortName', label: 'Short name', hint: 'Such as Home birth rota covered' },
  { key: 'id', label: 'Id', hint: 'Such as homebirth-cover; the same id and definition are compared' },
  { key: 'references', label: 'Lines of the plan', hint: 'Such as 4.1, 5.2' },
  chosen('type', 'Type', { progress: 'progress measure', outcome: 'outcome measure' }),
  { key: 'numerator', label: 'Numerator', hint: 'What is counted' },
  { key: 'denominator', label: 'Denominator', hint: 'Of what; leave it blank for a plain number' },
  chosen('unit', 'Both are in', unitWords),
  chosen(
    'ofPeople',
    'Small numbers are withheld',
    { yes: 'yes: it counts people', no: 'no: it tells of nobody' },
    'Always so for numbers of people',
  ),
  chosen('direction', 'Better is', { up: 'more', down: 'less', none: 'neither' }),
  { key: 'levels', label: 'Levels', hint: 'Such as trust, system' },
  { key: 'source', label: 'Source', hint: 'Where the numbers come from' },
  { key: 'link', label: 'Link', hint: 'An address that begins with https://, or nothing' },
  words('description', 'Description', 'What it shows, in plain words'),
  words('exclusions', 'Exclusions', 'What is left out of both numbers'),
  words('standardisation', 'Standardisation', 'How it is adjusted, or “None.”'),
];

/** What the fields hold of a measure, or of a new one. */
export function typedMeasure(measure: MeasureDefinition | null): Record<Key, string> {
  return {
    id: measure?.id ?? '',
    shortName: measure?.shortName ?? '',
    description: measure?.description ?? '',
    type: measure?.type ?? 'progress',
    references: measure?.references.join(', ') ?? '',
    source: measure?.source ?? '',
    numerator: measure?.numerator ?? '',
    denominator: measure?.denominator ?? '',
    exclusions: measure?.exclusions ?? '',
    standardisation: measure?.standardisation ?? '',
    levels: measure?.levels.join(', ') ?? 'trust, system',
    direction: measure?.direction ?? 'up',
    link: measure?.link ?? '',
    unit: measure?.unit ?? 'count',
    ofPeople: measure === null || !measure.ofPeople ? 'no' : 'yes',
  };
}

const listed = (text: string) => text.split(/[,;\s]+/).filter((one) => one !== '');

/** The measure that was typed; what is wrong with it the planner says field by field when it is saved. */
export function readMeasure(typed: Typed): TypedMeasure {
  const { type, direction, unit } = typed;
  return {
    ...typed,
    type: type as TypedMeasure['type'],
    direction: direction as TypedMeasure['direction'],
    unit: unit as TypedMeasure['unit'],
    references: listed(typed.references),
    levels: listed(typed.levels) as TypedMeasure['levels'],
    denominator: typed.denominator.trim() || null,
    link: typed.link.trim() || null,
    ofPeople: typed.ofPeople === 'yes',
  };
}

/** A number typed in the unit of its measure, as it is kept; null for nothing, undefined for what is no number. */
export function readAmount(text: string, unit: MeasureDefinition['unit']): number | null | undefined {
  const plain = text.replace(/[,\s]/g, '').replace('−', '-');
  if (plain === '') return null;
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  const number = Number(plain);
  if (unit === 'wte') return Math.round(number * 100_000);
  if (unit === 'minutes') return Math.round(number * 60);
  return Number.isInteger(number) ? number : undefined;
}

/** A number as it is typed. */
export const typedAmount = (value: number | null, unit: MeasureDefinition['unit']): string =>
  value === null ? '' : amountText(value, unit).replace('−', '-');
