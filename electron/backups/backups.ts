import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { writtenState } from '../database/kept.ts';
import type { BackupReason } from '../contract/backups.ts';
import { backupsIn, clearLeftovers } from './own-folder.ts';
import { readStoreLock } from '../protection/store-lock.ts';
import { type BackupSettings, type ReadSettings, readSettings, writeSettings } from './settings.ts';
import type { BackupJobs } from './work.ts';
import type { BackupOutcome } from './write.ts';

const HOUR = 3_600_000;

interface Surroundings {
  readonly database: Database;
  readonly dataFolder: string;
  readonly version: string;
  readonly now: () => string;
  readonly jobs: BackupJobs;
  /** The second place, where the PC's policy decides it. */
  readonly place?: string | undefined;
}

/** The backups of one store: made by hand, and by the planner itself once `keepAutomatically` was called. */
export class Backups {
  readonly folder: string;
  readonly jobs: BackupJobs;
  /** Why the last backup, or its copy in the second place, was not made; null where both were. */
  problem: string | null;
  readonly #around: Surroundings;
  /** The store as it was at the last backup; undefined where that is not known. */
  #saved: string | undefined;
  #automatic: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(around: Surroundings) {
    this.#around = around;
    this.jobs = around.jobs;
    this.folder = join(around.dataFolder, 'backups');
    this.problem = this.settings.unread;
  }

  get settings(): ReadSettings {
    const own = readSettings(this.#around.dataFolder);
    const { place } = this.#around;
    // What may have had to be locked is not sent elsewhere open.
    return place === undefined || own.unread !== null ? own : { ...own, second: place };
  }

  set settings(settings: BackupSettings) {
    if (this.settings.unread !== null) this.problem = null;
    writeSettings(this.#around.dataFolder, settings);
  }

  get isAutomatic(): boolean {
    return this.#automatic !== undefined;
  }

  /** One after the other. A backup that fails is an outcome: what asked for it goes on. */
  make(reason: BackupReason): Promise<BackupOutcome> {
    const { database, dataFolder, version, now, jobs } = this.#around;
    const made = this.#last.then(async (): Promise<BackupOutcome> => {
      const { second, lock, unread } = this.settings;
      // An encrypted store's copy is encrypted already, and opens by what opens the store.
      const key = database.key?.bytes ?? null;
      const storeLock = key && readStoreLock(dataFolder);
      const state = writtenState(database);
      const order = {
        file: database.file,
        folder: this.folder,
        second,
        reason,
        at: now(),
        appVersion: version,
        lock,
        key,
        storeLock,
      };
      const answer = await jobs.make(order);
      const outcome = answer.kind === 'made' ? { ...answer, secondProblem: answer.secondProblem ?? unread } : answer;
      this.problem = outcome.kind === 'made' ? outcome.secondProblem : outcome.message;
      if (outcome.kind === 'made') this.#saved = state;
      return outcome;
    });
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Looks through the open store for damage, in SQLite's words; null where there is none. No backup is made meanwhile. */
  check(): Promise<string | null> {
    const { database, jobs } = this.#around;
    const looked = this.#last.then(() => jobs.check({ file: database.file, key: database.key?.bytes ?? null }));
    this.#last = looked.catch(() => undefined);
    return looked;
  }

  /** From now on a backup is made each hour in which something was written, before imports, and at the end. */
  keepAutomatically(): void {
    const { database } = this.#around;
    const start = writtenState(database);
    this.#last = clearLeftovers(this.folder)
      .then(() => this.#isInNewest())
      .then((isSaved) => {
        if (isSaved) this.#saved = start;
      })
      .catch(() => undefined);
    this.#automatic = setInterval(() => void this.before('hourly'), HOUR);
    this.#automatic.unref();
  }

  /** Makes a backup for the planner's own reasons, where it keeps them and something was written since the last one. */
  async before(reason: BackupReason): Promise<void> {
    if (this.#automatic === undefined) return;
    await this.#last;
    if (this.#saved === writtenState(this.#around.database)) return;
    await this.make(reason).catch((error: unknown) => {
      this.problem = error instanceof Error ? error.message : String(error);
    });
  }

  /** Settles when no backup is being made. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** The last backup; for the end, before the store is closed. */
  async close(): Promise<void> {
    await this.before('closing');
    clearInterval(this.#automatic);
    this.#automatic = undefined;
  }

  /** Whether the newest backup was made after the store was written to last: a start that changed nothing needs no other. */
  async #isInNewest(): Promise<boolean> {
    const [newest] = await backupsIn(this.folder);
    if (newest?.header == null) return false;
    const { file } = this.#around.database;
    const written = [file, `${file}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    const made = Date.parse(newest.header.madeAt);
    // A backup of a time to come was made by a clock that was wrong: it says nothing of what was written since.
    return made <= Date.parse(this.#around.now()) && made >= Math.max(...written);
  }
}
