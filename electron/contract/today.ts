import { z } from 'zod';
import { verb } from './access.ts';
import { batch } from './import-shapes.ts';
import { placeKinds } from './places.ts';
import { refusals } from './refusals.ts';
import { figureSources, returnFigure } from './return-document.ts';
import { civilDate, id, instant, trustCode } from './values.ts';

/** Figures that a person keeps in sight. */
export const MOST_FIGURES = 4;

/** Where headline figures come from: the gap, and whatever proves the lines of a return. */
export const headlineSources = ['gap', ...figureSources] as const;

/** What a thing to do opens: a place, or a part of a screen that only this opens. */
export const openedKinds = [
  ...placeKinds,
  /** Something due of a preceptee or mentoring: its key and step. */
  'due',
  'conversation',
  'request',
  /** People of a course who are not in date: the course and the staff group. */
  'missing',
  /** A return, by its period. */
  'return',
  /** A change made by hand, in the history. */
  'change',
] as const;

const opened = z.object({ kind: z.enum(openedKinds), key: z.string() });
const area = z.enum(['preceptorship', 'retention', 'training', 'vacancies', 'returns', 'backups']);

const item = z.object({
  /** Stays the same while it is due. */
  key: z.string(),
  area,
  what: z.string(),
  who: z.string().nullable(),
  detail: z.string().nullable(),
  due: civilDate,
  when: z.enum(['overdue', 'today', 'week', 'month']),
  /** Days until then; negative where it is overdue. */
  days: z.number().int(),
  /** What takes it off: the words of its button. */
  button: z.string(),
  /** Where that is done; null for what is done on the spot. */
  opens: opened.nullable(),
  /** What is done on the spot, and can be undone where it changes the trust's data. */
  onTheSpot: z.enum(['backup', 'complete action']).nullable(),
});

/** A list that most figures rest on and that is not there yet. */
const toBringIn = z.object({
  /** The kind of file, as the imports call it. */
  kind: z.string(),
  title: z.string(),
  /** What it gives. */
  gives: z.string(),
});

const due = z.object({
  on: civilDate,
  items: z.array(item),
  counts: z.array(z.object({ area, items: z.number().int() })),
  backups: z.object({ madeAt: instant.nullable(), problem: z.string().nullable(), hasSecond: z.boolean() }),
  /** Nothing was imported, entered or begun in this trust yet. */
  isEmpty: z.boolean(),
  /** Lists to bring in next, what tells most first: those of the gap, and once it is whole and nothing is due, the others. */
  toBringIn: z.array(toBringIn),
});

const figure = z.object({
  /** Names it in a choice. */
  key: z.string(),
  title: z.string(),
  measure: returnFigure.shape.measures.element,
  source: z.string(),
  of: z.string(),
  warnings: z.array(z.string()),
  rests: returnFigure.shape.rests,
  /** What it was when this person last looked at it in an earlier visit; null where that is not known or nothing changed. */
  before: returnFigure.shape.measures.element.shape.value.nullable(),
});

/** What most leads look at first, where the trust has it; the others follow in their order. */
const usual = [
  /^gap .*requiredLessInPost/,
  /^gap .*vacancyRate/,
  /fetal/i,
  /^temporary staffing temporary/,
  /^preceptees/,
  /^shift fill all/,
  /^vacancy plan likely/,
];

/**
 * The headline figures of all sources, one that several have once, with the keys of those in sight in their order: as
 * chosen, where they are still there, or the usual ones (`keys` null).
 */
export function figuresInSight(figures: readonly TodayFigure[], keys: readonly string[] | null): TodayFigures {
  const found = new Map<string, TodayFigure>();
  for (const one of figures) if (!found.has(one.key)) found.set(one.key, one);
  const all = [...found.values()];
  if (keys !== null) return { all, chosen: keys.filter((key) => found.has(key)), isOwn: true };
  const first = usual.flatMap((word) => all.find(({ key }) => word.test(key))?.key ?? []);
  return { all, chosen: [...new Set([...first, ...found.keys()])].slice(0, MOST_FIGURES), isOwn: false };
}

const changes = z.object({
  /** The end of the visit before this one; null in the first. */
  since: instant.nullable(),
  imports: z.array(batch),
  /** `tables`: what of the store each one wrote, as the history of a page names it. */
  edits: z.array(z.object({ id, label: z.string(), at: instant, undone: z.boolean(), tables: z.array(z.string()) })),
  /** How many there are in all: of very many the newest are listed. */
  inAll: z.object({ imports: z.number().int(), edits: z.number().int() }),
});

export type TodayItem = z.infer<typeof item>;
export type TodayArea = z.infer<typeof area>;
export type TodayDue = z.infer<typeof due>;
export type TodayToBringIn = z.infer<typeof toBringIn>;
export type TodayFigure = z.infer<typeof figure>;
export type HeadlineSource = (typeof headlineSources)[number];

export interface TodayFigures {
  readonly all: readonly TodayFigure[];
  /** Keys of those in sight. */
  readonly chosen: readonly string[];
  /** Whether somebody chose, or these are the usual ones. */
  readonly isOwn: boolean;
}
export type TodayChanges = z.infer<typeof changes>;
export type Opened = z.infer<typeof opened>;

const { TRUST_UNKNOWN } = refusals;
const of = z.object({ trust: trustCode });

/** The first screen: what is due, the figures that this person keeps in sight, and what changed since the last visit. */
export const today = {
  /** What is due or overdue in every part of the trust, the most pressing first. */
  due: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(of).output(due),
  /** The headline figures of one source: a screen asks each, and nobody waits for all at once. */
  figures: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(of.extend({ from: z.enum(headlineSources) }))
    .output(z.array(figure)),
  /** Keys of the figures that this person chose to keep in sight; null for the usual ones. */
  chosenFigures: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(of).output(z.array(z.string()).nullable()),
  /** Chooses the figures to keep in sight; null for the usual ones. It is a choice of the person at this PC. */
  chooseFigures: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(
      of.extend({
        keys: z.array(z.string()).max(MOST_FIGURES, `Choose ${MOST_FIGURES} figures or fewer.`).nullable(),
      }),
    )
    .output(z.null()),
  /** Begins a visit, or goes on with the one under way: after four hours without a look it is another. */
  visit: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(of).output(z.null()),
  /** What was imported and changed by hand since the visit before this one, the newest first. */
  changes: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(of).output(changes),
};
