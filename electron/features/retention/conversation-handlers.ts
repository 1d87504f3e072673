import type { ConversationCells } from '#contract';
import { type Context, implementation } from '../../context.ts';
import type { ConversationRules } from '../../contract/conversation-rules.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import { dropFromLabels, recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { refusePatients } from '../preceptorship/free-text.ts';
import { caseloadOf, countsOf, listedOf, type StoredConversation, themeCounts } from './calculations/conversations.ts';
import {
  conversationsOf,
  deleteConversation,
  insertConversation,
  updateConversation,
} from './conversation-repository.ts';

const on = implementation.retention;

const blank: Omit<ConversationCells, 'kind' | 'name' | 'role'> = {
  person: null,
  unit: null,
  offered: null,
  planned: null,
  held: null,
  declined: null,
  channel: null,
  minutes: null,
  themes: [],
  intention: null,
  note: null,
  action: null,
  followUp: null,
  followedUp: null,
  consent: 'none',
  confidential: false,
};

const formulas = [
  { figure: 'themes', formula: 'conversations held in the period that have the theme; confidential ones are left out' },
  { figure: 'people', formula: 'people with a conversation offered or planned, or with one still to be followed up' },
  { figure: 'minutes', formula: 'minutes of the conversations held in the period; those without are counted apart' },
];

/** In words the first choice that there is not; undefined where all are sound. */
function strangeChoice({ kind, channel, themes, intention }: ConversationCells, rules: ConversationRules) {
  const unknown = (some: readonly { key: string }[], key: string | null) =>
    key !== null && !some.some((one) => one.key === key);
  if (unknown(rules.kinds, kind)) return `There is no kind of conversation “${kind}”.`;
  if (unknown(rules.channels, channel)) return `There is no channel “${String(channel)}”.`;
  const theme = themes.find((one) => unknown(rules.themes, one));
  if (theme !== undefined) return `There is no theme “${theme}”.`;
  if (intention !== null && !rules.intention.some(({ score }) => score === intention))
    return `There is no score ${intention}.`;
  return undefined;
}

/** The first date that cannot be, and why; undefined where all can. */
function wrongDates(
  { offered, planned, held, declined, followUp, followedUp }: ConversationCells,
  today: string,
): { readonly field: keyof ConversationCells; readonly why: string } | undefined {
  if (offered === null && planned === null && held === null && declined === null)
    return { field: 'offered', why: 'Enter the day on which it was offered, is planned or was held.' };
  const happened = { offered, held, declined, followedUp };
  const toCome = (Object.keys(happened) as (keyof typeof happened)[]).find((key) => (happened[key] ?? '') > today);
  if (toCome)
    return {
      field: toCome,
      why: 'It cannot have been offered, held, declined or followed up on a day still to come.',
    };
  if (offered !== null && held !== null && held < offered)
    return { field: 'held', why: 'It cannot have been held before it was offered.' };
  if (followedUp !== null && followUp === null)
    return { field: 'followUp', why: 'Enter the day on which it was to be followed up.' };
  return undefined;
}

const withWhom = (name: string) => ` with ${name}`;

/** Whose it is by name, but for a confidential one. */
const labelOf = ({ name, confidential }: ConversationCells, kindName: string, became: string) =>
  `${kindName} conversation${confidential ? '' : withWhom(name)}${became}`;

const sameRole = (one: string, other: string | null) => one.trim().toLowerCase() === other?.trim().toLowerCase();
/** Where the trust has profiles, the role is that of the profile that is signed in, whatever is stated. */
const mayOpen = ({ session }: Context, { confidential, role }: StoredConversation, stated: string | undefined) =>
  !confidential || sameRole(role, session.postOr(stated));

export const conversationHandlers = {
  conversations: on.conversations.handler(({ input, context }) => {
    const { database, reference, today } = context;
    const trust = requireTrust(database, input.trust);
    const { kinds, channels, themes, intention, remindAfterDays } = reference.conversations;
    const last = input.last ?? today();
    const period = { first: input.first ?? addMonths(addDays(last, 1), -12), last };
    const all = conversationsOf(database, trust.id);
    const counts = themeCounts(all, period);
    return {
      on: today(),
      period,
      list: all.map((one) =>
        listedOf(one, kinds.find(({ key }) => key === one.kind)?.name ?? one.kind, today(), remindAfterDays),
      ),
      ...countsOf(all, period),
      kinds: kinds.map((kind) => ({
        ...kind,
        ...countsOf(
          all.filter((one) => one.kind === kind.key),
          period,
        ),
      })),
      themes: themes.map((theme) => ({ ...theme, ...(counts.get(theme.key) ?? { conversations: 0, exits: 0 }) })),
      caseload: caseloadOf(all, period, today(), remindAfterDays),
      choices: { kinds, channels, themes, intention, templates: reference.careers.templates },
      formulas,
    };
  }),

  conversation: on.conversation.handler(({ input, context, errors }) => {
    const { database } = context;
    const trust = requireTrust(database, input.trust);
    const found = conversationsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!found) throw errors.NOT_THERE();
    if (!mayOpen(context, found, input.role)) throw errors.NOT_YOURS();
    return found;
  }),

  addConversation: on.addConversation.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const cells = { ...blank, ...given };
    const strange = strangeChoice(cells, reference.conversations);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: `${strange} Choose one from the list. Nothing was stored.` });
    const wrong = wrongDates(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was stored.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, { note: cells.note, action: cells.action }, aboutNoPatient);
    const kindName = reference.conversations.kinds.find(({ key }) => key === cells.kind)?.name ?? cells.kind;
    const label = labelOf(cells, kindName, '');
    const id = recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      insertConversation(database, trust.id, cells),
    );
    return { label, id };
  }),

  changeConversation: on.changeConversation.handler(({ input, context, errors }) => {
    const { database, reference, today, now } = context;
    const { trust: code, id, asRole, aboutNoPatient, ...given } = input;
    const trust = requireTrust(database, code);
    const before = conversationsOf(database, trust.id).find((one) => one.id === id);
    if (!before) throw errors.NOT_THERE();
    if (!mayOpen(context, before, asRole)) throw errors.NOT_YOURS();
    const { id: _id, ...cells } = { ...before, ...given };
    const strange = strangeChoice(cells, reference.conversations);
    if (strange) throw errors.NO_SUCH_CHOICE({ message: `${strange} Choose one from the list. Nothing was changed.` });
    const wrong = wrongDates(cells, today());
    if (wrong) throw errors.DATES_WRONG({ message: `${wrong.why} Nothing was changed.`, data: { field: wrong.field } });
    refusePatients(context, trust.id, { note: given.note, action: given.action }, aboutNoPatient);
    const kindName = reference.conversations.kinds.find(({ key }) => key === cells.kind)?.name ?? cells.kind;
    const became = cells.held !== null && before.held === null ? ' held' : ' changed';
    const label = labelOf({ ...cells, confidential: cells.confidential || before.confidential }, kindName, became);
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      updateConversation(database, id, given);
      // What it was called while it was open tells no more whose it is.
      if (cells.confidential && !before.confidential)
        dropFromLabels(database, { table: 'conversation', rowId: id, column: 'name' }, withWhom);
    });
    return { label };
  }),

  removeConversation: on.removeConversation.handler(({ input, context, errors }) => {
    const { database, reference, now } = context;
    const trust = requireTrust(database, input.trust);
    const before = conversationsOf(database, trust.id).find(({ id }) => id === input.id);
    if (!before) throw errors.NOT_THERE();
    if (!mayOpen(context, before, input.asRole)) throw errors.NOT_YOURS();
    const kindName = reference.conversations.kinds.find(({ key }) => key === before.kind)?.name ?? before.kind;
    const label = `Remove: ${labelOf(before, kindName, '')}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteConversation(database, before.id));
    return { label };
  }),
};
