import type { Role } from '../contract/roles.ts';
import type { Database } from '../database/database.ts';
import { type Profile, profilesOf } from './profiles.ts';
import { Throttle } from './throttle.ts';

/** Who acts. `profile` is null for the editor that there is before a trust makes profiles, and for the command line. */
export interface Who {
  readonly profile: number | null;
  readonly name: string;
  readonly role: Role;
  /** What the role is called in the trust, such as Head of Midwifery. */
  readonly post: string | null;
}

type State =
  | { readonly kind: 'open'; readonly who: Who }
  | { readonly kind: 'locked'; readonly who: Who }
  | { readonly kind: 'nobody' };

const anEditor = (name: string): Who => ({ profile: null, name, role: 'editor', post: null });

const whoOf = ({ id, name, role, post }: Profile): Who => ({ profile: id, name, role, post });

/**
 * Who is signed in. It belongs to the process that holds the store, so that all windows of a PC are locked at once; the
 * command line and tests are processes of their own, and act as an editor unless they sign in.
 */
export class Session {
  readonly throttle: Throttle;
  readonly #database: Database;
  readonly #elapsed: () => number;
  #state: State = { kind: 'open', who: anEditor('Editor') };
  #active: number;
  #isWatched = false;

  constructor(database: Database, elapsed: () => number = () => performance.now()) {
    this.#database = database;
    this.#elapsed = elapsed;
    this.#active = elapsed();
    this.throttle = new Throttle(elapsed);
  }

  get state(): State {
    return this.#state;
  }

  /** Who is signed in; null while nobody is, or while it is locked. */
  get who(): Who | null {
    return this.#state.kind === 'open' ? this.#state.who : null;
  }

  /** Begins at a screen: without profiles as the editor, with a single one without a PIN as that, else with signing in. */
  beginAtScreen(): void {
    this.#isWatched = true;
    const profiles = profilesOf(this.#database);
    const [only] = profiles;
    if (only === undefined) this.#state = { kind: 'open', who: anEditor('Editor') };
    else if (profiles.length === 1 && only.secret === null) this.open(only);
    else this.#state = { kind: 'nobody' };
  }

  /** Begins at the command line, as an editor: whoever runs it can read the store's file as well. */
  beginAtCommandLine(): void {
    this.#state = { kind: 'open', who: anEditor('Command line') };
  }

  open(profile: Profile): void {
    this.#state = { kind: 'open', who: whoOf(profile) };
    this.touch();
  }

  lock(): void {
    if (this.#state.kind === 'open') this.#state = { kind: 'locked', who: this.#state.who };
  }

  /** Takes over what has changed of the profile that is signed in; signs out where it is gone. */
  refresh(): void {
    const state = this.#state;
    if (state.kind === 'nobody' || state.who.profile === null) return;
    const profile = profilesOf(this.#database).find(({ id }) => id === state.who.profile);
    this.#state = profile === undefined ? { kind: 'nobody' } : { kind: state.kind, who: whoOf(profile) };
  }

  /** Somebody is there. */
  touch(): void {
    this.#active = this.#elapsed();
  }

  /** Whether nobody was at the screen for so many minutes. */
  isIdle(minutes: number): boolean {
    return this.#isWatched && this.#elapsed() - this.#active > minutes * 60_000;
  }

  /**
   * The role in which somebody keeps a confidential record or signs: that of the signed-in profile; where there are no
   * profiles, the role that is stated. Null where the profile has none.
   */
  postOr(stated: string | undefined): string | null {
    const { who } = this;
    return who === null || who.profile === null ? (stated ?? null) : who.post;
  }
}
