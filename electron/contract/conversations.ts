import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, name, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();
const named = z.object({ key: z.string(), name: z.string() });

/** What a person may say of a conversation. What has not happened is null. */
const cells = z.object({
  kind: z.string(),
  /** Employee number, eight digits, where it is known. */
  person: typedLine(20),
  name,
  unit: typedLine(120),
  offered: day,
  planned: day,
  held: day,
  declined: day,
  channel: typedLine(60),
  /** The role that leads it and keeps its record. */
  role: name,
  minutes: z.number().int('Enter whole minutes, such as 45.').min(0).max(1440, 'Use 1440 minutes or fewer.').nullable(),
  themes: z.array(z.string()).max(20),
  intention: z.number().int().min(1).max(10).nullable(),
  /** Stays here: in no list and in no file that is saved. */
  note: typedWords(4000),
  action: typedWords(1000),
  followUp: day,
  followedUp: day,
  consent: z.enum(['none', 'themes', 'summary']),
  confidential: z.boolean(),
});

const state = z.enum(['offered', 'planned', 'held', 'declined']);
const reminder = z.enum(['no_answer', 'planned_past', 'follow_up']);

/** A conversation as lists have it: never its note, and of a confidential one no theme, score, action or name. */
const listed = z.object({
  id,
  kind: z.string(),
  kindName: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  state,
  /** The day of that state. */
  day,
  offered: day,
  planned: day,
  held: day,
  declined: day,
  role: z.string(),
  minutes: count.nullable(),
  themes: z.array(z.string()),
  intention: count.nullable(),
  action: z.string().nullable(),
  followUp: day,
  followedUp: day,
  consent: z.enum(['none', 'themes', 'summary']),
  confidential: z.boolean(),
  reminder: reminder.nullable(),
  /** Days since it was due. */
  reminderDays: count.nullable(),
});

const caseload = z.object({
  role: z.string(),
  /** People with a conversation that is open: offered or planned, or to be followed up. */
  people: count,
  reminders: count,
  /** Held in the period, and the time they took; `untimed` have no minutes. */
  held: count,
  minutes: count,
  untimed: count,
});

const conversations = z.object({
  on: civilDate,
  period: z.object({ first: civilDate, last: civilDate }),
  list: z.array(listed),
  offered: count,
  held: count,
  declined: count,
  /** Conversations held in the period by kind, and themes of those that may be told: not the confidential ones. */
  kinds: z.array(named.extend({ offered: count, held: count, declined: count })),
  themes: z.array(named.extend({ conversations: count, exits: count })),
  caseload: z.array(caseload),
  choices: z.object({
    kinds: z.array(named),
    channels: z.array(named),
    themes: z.array(named),
    intention: z.array(z.object({ score: count, name: z.string() })),
    /** Prompts by kind of conversation. */
    templates: z.array(z.object({ conversation: z.string(), prompts: z.array(z.string()) })),
  }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

export type ConversationCells = z.infer<typeof cells>;
export type ListedConversation = z.infer<typeof listed>;
export type Conversations = z.infer<typeof conversations>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG } = refusals;
const NOT_YOURS = {
  status: 403,
  message: 'This conversation is confidential: only the role that keeps its record may open it.',
} as const;
const changed = z.object({ label: z.string() });
const trust = trustCode;

/** Conversations about staying and leaving: part of `retention`. */
export const conversationVerbs = {
  /** Conversations with their figures over a period, without one the twelve months to today. Never a note. */
  conversations: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, first: civilDate.optional(), last: civilDate.optional() }))
    .output(conversations),
  /** One conversation with its note. Of a confidential one `role` has to be the one that keeps its record. */
  conversation: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_YOURS })
    .input(z.object({ trust, id, role: z.string().optional() }))
    .output(cells.extend({ id })),
  addConversation: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(cells.partial().required({ kind: true, name: true, role: true }).extend({ trust, aboutNoPatient }))
    .output(changed.extend({ id })),
  /** Sets the cells that are given. */
  changeConversation: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_YOURS, NO_SUCH_CHOICE, DATES_WRONG, PATIENT_IDENTIFIER })
    .input(cells.partial().extend({ trust, id, asRole: z.string().optional(), aboutNoPatient }))
    .output(changed),
  removeConversation: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NOT_YOURS })
    .input(z.object({ trust, id, asRole: z.string().optional() }))
    .output(changed),
};
