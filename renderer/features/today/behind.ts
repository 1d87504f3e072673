import type { TodayChanges, TodayFigure } from '#contract';
import { tablesAt } from '../../components/changes/tables-of-pages.ts';
import { basisOf } from '../../components/measure-making.ts';

/** The screens on which figures say that they are entered, each with its path. */
export const pathOfEntered: Readonly<Record<string, string>> = {
  Establishment: '/establishment',
  'Required staffing': '/required',
  Preceptorship: '/preceptorship',
  Mentors: '/mentors',
  Vacancies: '/vacancies',
  'Training sessions': '/training-sessions',
  'Retention plan': '/retention',
  'Supervision and locums': '/supervision',
  'Workforce equality': '/workforce-equality',
  'Surveys and learning environment': '/surveys',
  'Succession and careers': '/careers',
  'Flexible working and later careers': '/later-careers',
  Forecast: '/forecast',
  'Training needs': '/training-needs',
};

/** What a figure is entered on: the title of the screen before the colon. */
export const screenEntered = (entered: string): string => entered.split(':')[0] ?? '';

/** Values of packs, units and settings: any figure may rest on them. */
const ofAll = ['/rules', '/organisation'].flatMap((path) => tablesAt(path) ?? []);

interface Behind {
  readonly imports: TodayChanges['imports'];
  readonly edits: TodayChanges['edits'];
}

/** The imports and edits that a figure may have moved with: files of the kinds that it is made of, and entries of its screens. */
export function behind({ key }: Pick<TodayFigure, 'key'>, { imports, edits }: Behind): Behind {
  const basis = basisOf(key);
  const kinds = new Set<string>(basis.imports?.map(({ kind }) => kind));
  const entered = new Set(
    (basis.entered ?? []).flatMap((one) => tablesAt(pathOfEntered[screenEntered(one)] ?? '') ?? []),
  );
  const wrote = (tables: ReadonlySet<string>) => edits.filter((edit) => edit.tables.some((table) => tables.has(table)));
  const own = wrote(entered);
  const found = imports.filter(({ kind }) => kinds.has(kind));
  return { imports: found, edits: own.length + found.length > 0 ? own : wrote(new Set(ofAll)) };
}
