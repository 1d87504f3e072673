import type { DraftField, DraftForm } from '#contract';
import type { Drafts } from '../../client/drafts.ts';
import { queryClient } from '../../client/queries.ts';
import { announce } from '../announce.ts';
import { asKept, fieldsIn, type FormField, putBack, valueOf } from './fields.ts';

/** How long what was typed may wait until it is kept, in milliseconds. */
const PATIENCE = 400;
/** After which a form that was sent, or a field that was left, has been saved or refused. */
const SETTLED = 1500;

export interface DraftOf {
  readonly drafts: Drafts;
  readonly form: DraftForm;
  /** Which fields, and which of them are not saved. */
  readonly selector: string;
  readonly isUnsaved: (field: FormField, start: string | undefined) => boolean;
  /** Whether fields are saved one by one, by being left. */
  readonly savesAlone: boolean;
  /** Who alone may have it back; null where it is not confidential. */
  readonly role: () => string | null;
}

/** Watches what is typed below an element, and keeps it until it is saved or thrown away. */
export class DraftKeeper {
  /** What stands open: a draft that was put back and not answered yet, or one that is withheld until a role is said. */
  #question: 'offered' | 'withheld' | null = null;
  readonly #root: HTMLElement;
  readonly #of: DraftOf;
  /** Each field as it was before anything was typed. */
  readonly #start = new Map<string, string>();
  /** Fields of the draft that are not there to be put back into. */
  #absent: readonly DraftField[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #isRestoring = false;
  #screenTitle = '';
  #isKept = false;
  #end: 'sent' | 'left' | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: HTMLElement, of: DraftOf) {
    this.#root = root;
    this.#of = of;
  }

  /** Listens until the answer is called, which then keeps what was typed, or drops it where the form was sent or given up. */
  watch(): () => void {
    const root = this.#root;
    const gone = new AbortController();
    const { signal } = gone;
    const typed = () => {
      if (this.#isRestoring) return;
      this.#end = null;
      this.#later(PATIENCE);
    };
    const now = () => this.#timer !== undefined && this.#keep();
    root.addEventListener('focusin', () => this.#look(), { signal });
    root.addEventListener('input', typed, { signal });
    root.addEventListener('change', typed, { signal });
    root.addEventListener(
      'focusout',
      () => {
        // A field that is saved by being left is looked at when that is done.
        if (!this.#of.savesAlone) now();
        this.#settle();
      },
      { signal },
    );
    root.addEventListener('submit', () => this.#over('sent'), { signal });
    root.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        if (button && button.type !== 'submit' && !button.closest('[data-draft]')) this.#over('left');
      },
      { signal },
    );
    document.addEventListener('visibilitychange', now, { signal });
    addEventListener('pagehide', now, { signal });
    addEventListener('blur', now, { signal });
    this.#look();
    this.#screenTitle = document.querySelector('.page__title')?.textContent ?? '';
    return () => {
      gone.abort();
      clearTimeout(this.#settling);
      const isOver = this.#end === 'sent' || (this.#end === 'left' && this.#question === null);
      if (isOver) {
        if (this.#end === 'left' && this.#isKept) announce('What you typed was thrown away.');
        return this.drop();
      }
      if (this.#timer !== undefined) this.#keep();
      if (this.#isKept && !this.#of.savesAlone) announce('What you typed is kept until you open this again.');
      return undefined;
    };
  }

  /** Says what stands open from now on. */
  ask(question: 'offered' | 'withheld' | null): void {
    this.#question = question;
  }

  /** Puts kept fields back, also those that come to be seen by what others say. Answers how many. */
  async restore(fields: readonly DraftField[]): Promise<number> {
    const done = new Set<string>();
    this.#isRestoring = true;
    for (let turn = 0; turn < 30 && done.size < fields.length && this.#root.isConnected; turn++) {
      const there = this.#look();
      for (const { name, value } of fields) {
        const field = there.get(name);
        if (field === undefined || done.has(name)) continue;
        putBack(field, value);
        done.add(name);
      }
      await new Promise((soon) => setTimeout(soon, turn < 5 ? 30 : 100));
    }
    this.#isRestoring = false;
    this.#absent = fields.filter(({ name }) => !done.has(name));
    this.#isKept = done.size > 0;
    return done.size;
  }

  /** Has every field say what it said before anything was typed, and throws the draft away. */
  reset(): void {
    for (const [name, field] of this.#fields()) {
      const start = this.#start.get(name);
      const stored = field.getAttribute('data-stored') ?? start;
      if (stored !== undefined && valueOf(field) !== stored) putBack(field, stored);
    }
    this.drop();
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#absent = [];
    if (!this.#isKept) return;
    this.#isKept = false;
    this.#send(() => this.#of.drafts.drop(this.#of.form));
  }

  #fields = () => fieldsIn(this.#root, this.#of.selector);

  /** Takes down how fields begin that were not there before. */
  #look(): Map<string, FormField> {
    const fields = this.#fields();
    for (const [name, field] of fields) if (!this.#start.has(name)) this.#start.set(name, valueOf(field));
    return fields;
  }

  #over(end: 'sent' | 'left'): void {
    this.#end = end;
    this.#settle();
    // What gives a form up takes it away at once; any other button was for something else.
    if (end === 'left') setTimeout(() => this.#end === 'left' && (this.#end = null), PATIENCE);
  }

  /** Keys that go on being pressed do not put it off. */
  #later(milliseconds: number): void {
    this.#timer ??= setTimeout(() => this.#keep(), milliseconds);
  }

  /** Looks again when what was sent has been saved: a form that is empty again has no draft any more. */
  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#isKept && this.#keep(), SETTLED);
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#question === 'withheld') return;
    const { drafts, form, role, isUnsaved } = this.#of;
    const there = this.#look();
    const unsaved = [...there].filter(([name, field]) => isUnsaved(field, this.#start.get(name)));
    // What could not be put back yet is no less typed than the rest.
    this.#absent = this.#absent.filter(({ name }) => !there.has(name));
    const fields = [...unsaved.map(([name, field]) => asKept(name, field)), ...this.#absent].slice(0, 500);
    if (fields.length === 0) return this.drop();
    if (unsaved.length === 0 && !this.#isKept) return;
    const screenTitle = this.#screenTitle;
    const isFirst = !this.#isKept;
    this.#isKept = true;
    this.#send(() => drafts.keep({ ...form, screenTitle, role: role(), fields }), isFirst);
  }

  /** One after the other; where the planner does not answer, it is tried again. */
  #send(call: () => Promise<unknown>, isNew = true): void {
    this.#last = this.#last.then(call).then(
      () => (isNew ? queryClient.invalidateQueries({ queryKey: ['drafts'] }) : undefined),
      () => (this.#root.isConnected ? this.#later(2000) : undefined),
    );
  }
}
