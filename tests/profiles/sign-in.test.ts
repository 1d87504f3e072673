import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runLine } from '../../electron/command-line/line.ts';
import { router } from '../../electron/router.ts';
import { insertProfile } from '../../electron/profiles/profiles.ts';
import { stretch } from '../../electron/profiles/secret.ts';
import { Session } from '../../electron/profiles/session.ts';
import { waitAfter } from '../../electron/profiles/throttle.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { openTestPlanner, refusalOf } from '../support/planner.ts';

const project = join(import.meta.dirname, '../..');

/** A planner at a screen, with a clock that nobody can set but the test; `restart` begins it anew on the same store. */
function atScreen() {
  const { context, dataFolder } = openTestPlanner();
  const clock = { milliseconds: 0 };
  const start = () => {
    const session = new Session(context.database, () => clock.milliseconds);
    session.beginAtScreen();
    return inProcessClient(router, { ...context, session }, ({ error }) => {
      throw error;
    });
  };
  return { context, dataFolder, clock, restart: start, planner: start() };
}

/** A secret as it is kept, stretched less than the planner's own, for the time that it takes. */
async function keptCheaply(secret: string): Promise<string> {
  const [costs, salt] = [{ cost: 1024, blockSize: 8, parallelization: 1 }, Buffer.alloc(16)];
  const key = await stretch(secret, { salt, ...costs });
  return JSON.stringify({ ...costs, salt: salt.toString('base64'), key: key.toString('base64') });
}

const CODE = 'ABCD-EFGH-JKMN-PQRS-TVWX';

/** With an editor, who is signed in, and a viewer, both with a PIN. */
async function withProfiles() {
  const screen = atScreen();
  const { database } = screen.context;
  const viewer = insertProfile(database, {
    name: 'Board',
    role: 'viewer',
    post: null,
    recovery: null,
    secret: await keptCheaply('111222'),
  });
  const editor = insertProfile(database, {
    name: 'Ana Field',
    role: 'editor',
    post: 'Head of Midwifery',
    secret: await keptCheaply('246810'),
    recovery: await keptCheaply(CODE.replaceAll('-', '')),
  });
  const planner = screen.restart();
  await planner.profiles.signIn({ profile: editor, secret: '246810' });
  return { ...screen, planner, editor: { id: editor, recoveryCode: CODE }, viewer: { id: viewer } };
}

describe('signing in', () => {
  test('is asked of nobody until there are profiles: the first start is one editor without a PIN', async () => {
    const { planner } = atScreen();
    expect(await planner.profiles.state()).toMatchObject({
      state: 'open',
      who: { profile: null, role: 'editor' },
      profiles: [],
    });
    expect((await refusalOf(planner.profiles.lock())).code).toBe('NO_SECRET');
  });

  test('guards every other profile with an editor’s PIN: without it anybody could become an editor', async () => {
    const { planner } = atScreen();
    const add = (role: 'editor' | 'viewer', secret: string | null) =>
      planner.profiles.addProfile({ name: `A ${role}`, role, post: null, secret });
    expect((await refusalOf(add('viewer', null))).code).toBe('EDITOR_NEEDED');
    const { id } = await add('editor', '246810');
    await add('viewer', null);
    expect((await refusalOf(planner.profiles.setSecret({ profile: id, secret: null }))).code).toBe('EDITOR_NEEDED');
    expect((await refusalOf(planner.profiles.removeProfile({ profile: id }))).code).toBe('EDITOR_NEEDED');
  });

  test('is needed after a restart, and gives the role of the profile and no more', async () => {
    const { restart, viewer } = await withProfiles();
    const planner = restart();
    expect((await planner.profiles.state()).state).toBe('nobody');
    expect((await refusalOf(planner.organisation.overview())).code).toBe('LOCKED');
    await planner.profiles.signIn({ profile: viewer.id, secret: '111222' });
    await planner.organisation.overview();
    const refusal = await refusalOf(planner.audit.list({}));
    expect(refusal.code).toBe('NOT_FOR_ROLE');
    expect(refusal.message).toContain('Viewer without personal data');
  });

  test('keeps no PIN that could be read', async () => {
    const { context, planner } = atScreen();
    await planner.profiles.addProfile({ name: 'Ana Field', role: 'editor', post: null, secret: '246810' });
    const kept = JSON.stringify(context.database.sqlite.prepare('SELECT * FROM profile').all());
    expect(kept).not.toContain('246810');
    expect(kept).toContain('salt');
  });

  test('waits longer after each wrong try, also after a restart and whatever the clock of the PC says', async () => {
    expect([0, 1, 2, 3, 4, 5, 20].map(waitAfter)).toEqual([0, 0, 0, 5, 10, 20, 900]);
    const { restart, editor, clock } = await withProfiles();
    let planner = restart();
    const guess = () => refusalOf(planner.profiles.signIn({ profile: editor.id, secret: '000000' }));
    for (const _ of [1, 2, 3]) expect((await guess()).code).toBe('WRONG_SECRET');
    // Many at once are no way round.
    const codes = await Promise.all([guess(), guess()]);
    expect(codes.map(({ code }) => code)).toEqual(['WAIT', 'WAIT']);
    const right = () => planner.profiles.signIn({ profile: editor.id, secret: '246810' });
    expect(await refusalOf(right())).toMatchObject({ code: 'WAIT', data: { seconds: 5 } });
    clock.milliseconds += 4000;
    expect(await refusalOf(right())).toMatchObject({ code: 'WAIT', data: { seconds: 1 } });
    planner = restart();
    expect(await refusalOf(right())).toMatchObject({ code: 'WAIT', data: { seconds: 5 } });
    clock.milliseconds += 5000;
    expect((await right()).state).toBe('open');
  });

  test('has a way back: the recovery code once, which is then another, and without one an editor', async () => {
    const { restart, editor, viewer } = await withProfiles();
    const planner = restart();
    const recover = (profile: number, code: string) => planner.profiles.recover({ profile, code, secret: '135790' });
    expect((await refusalOf(recover(viewer.id, 'ABCD'))).code).toBe('NO_RECOVERY');
    expect((await refusalOf(recover(editor.id, 'ABCD-EFGH'))).code).toBe('WRONG_SECRET');
    const { recoveryCode } = await recover(editor.id, editor.recoveryCode.toLowerCase().replaceAll('-', ' '));
    expect(recoveryCode).not.toBe(editor.recoveryCode);
    await planner.profiles.setSecret({ profile: viewer.id, secret: '999888' });
    await planner.profiles.signIn({ profile: viewer.id, secret: '999888' });
    expect((await refusalOf(planner.profiles.signIn({ profile: editor.id, secret: '246810' }))).code).toBe(
      'WRONG_SECRET',
    );
  });
});

describe('the role of the profile that is signed in', () => {
  test('opens the confidential conversations that it keeps, whatever role the page states', async () => {
    const { planner } = await withProfiles();
    const trust = 'RX1';
    await planner.organisation.addTrust({ code: trust, name: 'Test Trust', system: null, sites: [], units: [] });
    const add = (role: string) =>
      planner.retention.addConversation({
        trust,
        kind: 'stay',
        name: 'Ruth Bell',
        role,
        offered: '2026-11-01',
        confidential: true,
      });
    const [own, another] = [await add('Head of midwifery'), await add('Retention lead')];
    const open = (id: number, role: string) => planner.retention.conversation({ trust, id, role });
    expect((await open(own.id, 'Retention lead')).name).toBe('Ruth Bell');
    expect((await refusalOf(open(another.id, 'Retention lead'))).code).toBe('NOT_YOURS');
  });

  test('cannot open by undo what another role keeps to itself, and can what is its own', async () => {
    const { planner } = await withProfiles();
    const trust = 'RX1';
    await planner.organisation.addTrust({ code: trust, name: 'Test Trust', system: null, sites: [], units: [] });
    for (const role of ['Head of midwifery', 'Retention lead']) {
      const told = { trust, kind: 'stay', name: 'Ruth Bell', role, offered: '2026-11-01' };
      const { id } = await planner.retention.addConversation(told);
      await planner.retention.changeConversation({ trust, id, confidential: true });
    }
    const refusal = await refusalOf(planner.history.undo({ trust }));
    expect(refusal.code).toBe('CANNOT_UNDO');
    expect(refusal.message).toContain('it would open what only “Retention lead” may read');
    const [, , own] = await planner.history.changes({ trust });
    expect(await planner.history.undoChange({ trust, id: own?.id ?? 0 })).toMatchObject({
      label: expect.stringMatching(/^Stay conversation/),
    });
  });

  test('takes the steps of a return, and no other role by the same hand', async () => {
    const { planner } = await withProfiles();
    const of = { trust: 'RX1', period: '2026-Q2' };
    await planner.organisation.addTrust({ code: of.trust, name: 'Test Trust', system: null, sites: [], units: [] });
    await planner.returns.start(of);
    const refusal = await refusalOf(planner.returns.check({ ...of, role: 'Director of midwifery' }));
    expect(refusal.code).toBe('ROLE_UNKNOWN');
    expect(refusal.message).toContain('Ana Field is signed in as Head of Midwifery');
  });
});

describe('the idle lock', () => {
  test('locks by itself in the backend when nobody was there, and views alone are nobody', async () => {
    const { planner, clock } = await withProfiles();
    await planner.profiles.setIdleMinutes({ minutes: 5 });
    clock.milliseconds += 4 * 60_000;
    await planner.organisation.overview();
    await planner.profiles.active();
    clock.milliseconds += 4 * 60_000;
    await planner.organisation.overview();
    clock.milliseconds += 61_000;
    expect((await refusalOf(planner.organisation.overview())).code).toBe('LOCKED');
    expect(await planner.profiles.state()).toMatchObject({ state: 'locked', who: { name: 'Ana Field' } });
  });

  test('is in the audit with signing in, wrong tries and unlocking', async () => {
    const { planner, editor } = await withProfiles();
    await planner.profiles.lock();
    await refusalOf(planner.profiles.signIn({ profile: editor.id, secret: 'not this' }));
    await planner.profiles.signIn({ profile: editor.id, secret: '246810' });
    const { rows } = await planner.audit.list({ kind: 'session' });
    expect(rows.slice(0, 3).map(({ what, who }) => `${who}: ${what}`)).toEqual([
      'Ana Field: profiles.signIn.unlocked',
      'Ana Field: profiles.signIn.failed',
      'Ana Field: profiles.lock',
    ]);
  });
});

describe('the command line', () => {
  test('acts as an editor, or with --as and the PIN as a profile with what its role may do', async () => {
    const { dataFolder } = await withProfiles();
    const pin = join(dataFolder, 'pin.txt');
    const run = async (...words: string[]) => {
      const said: string[] = [];
      const code = await runLine([...words, '--data', dataFolder], project, {
        print: () => {},
        say: (one) => said.push(one),
      });
      return `${code} ${said.join(' ')}`;
    };
    expect(await run('call', 'audit.list', '{}')).toBe('0 ');
    expect(await run('call', 'audit.list', '{}', '--as', 'Board')).toContain('1 Give --pin-file');
    writeFileSync(pin, '111222\n');
    expect(await run('call', 'audit.list', '{}', '--as', 'board', '--pin-file', pin)).toContain(
      '1 This profile is “Viewer',
    );
    expect(await run('backup', '--out', join(dataFolder, 'b.mwpbackup'), '--as', 'Board', '--pin-file', pin)).toContain(
      '1 This',
    );
    expect(await run('call', 'organisation.overview', '--as', 'Board', '--pin-file', pin)).toBe('0 ');
    expect(readFileSync(pin, 'utf8')).toBe('111222\n');
  });
});
