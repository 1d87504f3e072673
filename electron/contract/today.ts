import { z } from 'zod';
import { verb } from './access.ts';
import { batch } from './import-shapes.ts';
import { placeKinds } from './places.ts';
import { refusals } from './refusals.ts';
import { returnFigure } from './return-document.ts';
import { civilDate, id, instant, trustCode } from './values.ts';

/** Figures that a person keeps in sight. */
export const MOST_FIGURES = 4;

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

const due = z.object({
  on: civilDate,
  items: z.array(item),
  counts: z.array(z.object({ area, items: z.number().int() })),
  backups: z.object({ madeAt: instant.nullable(), problem: z.string().nullable(), hasSecond: z.boolean() }),
  /** Nothing was imported, entered or begun in this trust yet. */
  isEmpty: z.boolean(),
});

const figure = z.object({
  /** Names it in a choice. */
  key: z.string(),
  title: z.string(),
  measure: returnFigure.shape.measures.element,
  source: z.string(),
  of: z.string(),
  warnings: z.array(z.string()),
  /** What it was when this person last looked at it in an earlier visit; null where that is not known or nothing changed. */
  before: returnFigure.shape.measures.element.shape.value.nullable(),
});

const figures = z.object({
  /** Every headline figure that the trust has. */
  all: z.array(figure),
  /** Keys of those chosen, in their order; those that are not there any more are left out. */
  chosen: z.array(z.string()),
  /** Whether somebody chose, or these are the usual ones. */
  isOwn: z.boolean(),
});

const changes = z.object({
  /** The end of the visit before this one; null in the first. */
  since: instant.nullable(),
  imports: z.array(batch),
  edits: z.array(z.object({ id, label: z.string(), at: instant, undone: z.boolean() })),
});

export type TodayItem = z.infer<typeof item>;
export type TodayArea = z.infer<typeof area>;
export type TodayDue = z.infer<typeof due>;
export type TodayFigure = z.infer<typeof figure>;
export type TodayFigures = z.infer<typeof figures>;
export type TodayChanges = z.infer<typeof changes>;
export type Opened = z.infer<typeof opened>;

const { TRUST_UNKNOWN } = refusals;
const of = z.object({ trust: trustCode });

/** The first screen: what is due, the figures that this person keeps in sight, and what changed since the last visit. */
export const today = {
  /** What is due or overdue in every part of the trust, the most pressing first. */
  due: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(of).output(due),
  figures: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(of).output(figures),
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
