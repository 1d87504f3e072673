import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Role } from '#contract';
import { hasUseFor } from '../../renderer/app/screens-for-role.ts';
import { openTestPlanner } from '../support/planner.ts';
import { listedScreens } from '../support/listed-screens.ts';
import { asRole, procedures } from '../support/roles.ts';

const { context } = openTestPlanner();

/** The planner as a role has it, each call answered with the code of its refusal or with null. */
function as(role: Role) {
  const { session, client } = asRole(context, role);
  const answer = async (
    noun: string,
    verb: string,
    input?: unknown,
  ): Promise<{ code: string; message: string } | null> => {
    try {
      await client[noun]![verb]!(input);
      return null;
    } catch (error) {
      const { code, message, defined } = error as { code: string; message: string; defined: boolean };
      return { code: code === 'BAD_REQUEST' || defined ? code : `undeclared ${code}`, message };
    }
  };
  return { session, answer };
}

/** Said here once more, apart from the product: what each role may do. */
const may: Record<Role, (one: { act?: string; data?: string }) => boolean> = {
  editor: () => true,
  viewer: ({ act, data }) => act === 'session' || (['view', 'export'].includes(act ?? '') && data !== 'people'),
  lmns: ({ act, data }) => act === 'session' || data === 'none' || data === 'lmns',
};

describe('every procedure', () => {
  test('says what it does and to what, so that none escapes the roles and the audit', () => {
    const acts = ['view', 'change', 'export', 'import', 'undo', 'restore', 'session'];
    expect(procedures.length).toBeGreaterThan(350);
    const silent = procedures.filter(
      ({ act, data }) => !acts.includes(act ?? '') || !['none', 'figures', 'people', 'lmns'].includes(data ?? ''),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    // What the frame asks by itself is no view that somebody chose; each is named here, so that no screen becomes one.
    const byItself = new Set(procedures.filter(({ isByItself }) => isByItself).map(({ verb }) => verb));
    expect([...byItself].sort()).toEqual(['drafts', 'dropDraft', 'findDraft', 'historyState', 'keepDraft']);
  });

  test.each(['viewer', 'lmns'] as const)('answers a %s as declared: it is done, or refused in words', async (role) => {
    const { answer } = as(role);
    const wrong: string[] = [];
    for (const one of procedures.filter(({ act }) => act !== 'session')) {
      const allowed = may[role](one);
      // What would be done in earnest is asked with an input that no procedure takes.
      if (allowed && !one.takesInput && one.act !== 'view') continue;
      const got = await answer(one.noun, one.verb, one.takesInput ? 0 : undefined);
      const isRefused = got?.code === 'NOT_FOR_ROLE';
      if (isRefused === allowed) wrong.push(`${one.name}: ${got?.code ?? 'done'}`);
      if (isRefused && !/ask an editor/i.test(got.message)) wrong.push(`${one.name}: ${got.message}`);
      if (allowed && one.takesInput && got?.code !== 'BAD_REQUEST') wrong.push(`${one.name}: ${got?.code ?? 'done'}`);
    }
    expect(wrong).toEqual([]);
  });

  test('is refused to nobody but by the role: an editor gets as far as the input', async () => {
    const { answer } = as('editor');
    const wrong: string[] = [];
    for (const { name, noun, verb, takesInput } of procedures)
      if (takesInput && (await answer(noun, verb, 0))?.code !== 'BAD_REQUEST') wrong.push(name);
    expect(wrong).toEqual([]);
  });

  test('is refused while the screen is locked, but for those of signing in', async () => {
    const { session, answer } = as('editor');
    session.lock();
    const wrong: string[] = [];
    for (const { name, noun, verb, act, takesInput } of procedures) {
      if (act === 'session') continue;
      const got = await answer(noun, verb, takesInput ? 0 : undefined);
      if (got?.code !== 'LOCKED') wrong.push(name);
    }
    expect(wrong).toEqual([]);
    expect(procedures.filter(({ act }) => act === 'session').map(({ name }) => name)).toEqual([
      'profiles.state',
      'profiles.signIn',
      'profiles.recover',
      'profiles.lock',
      'profiles.active',
    ]);
  });
});

describe('a view of a table', () => {
  test('that an editor kept tells others no filter, which may be a name; one of their own tells it', async () => {
    const { client } = asRole(context, 'editor');
    await client['organisation']!['addTrust']!({
      code: 'RX1',
      name: 'Thistledown',
      system: null,
      sites: [],
      units: [],
    });
    const layout = { order: [], hidden: [], sort: null, group: null };
    const keep = (role: Role, name: string) =>
      asRole(context, role).client['planner']!['keepTableView']!({
        table: '#/preceptorship name',
        inView: { trust: 'RX1' },
        name,
        layout: { ...layout, filter: `Zyxmark of ${role}`, choices: { preceptor: `Quill of ${role}` } },
      });
    const views = (role: Role) =>
      asRole(context, role).client['planner']!['tableViews']!({ table: '#/preceptorship name' }).then((all) =>
        JSON.stringify(all),
      );
    await keep('editor', 'Theirs');
    expect(JSON.stringify(await keep('viewer', 'Own'))).not.toContain('of editor');
    for (const role of ['viewer', 'lmns'] as const) {
      expect(await views(role)).not.toMatch(/(Zyxmark|Quill) of editor/);
      expect(await views(role)).toContain('Zyxmark of viewer');
    }
    expect(await views('editor')).toContain('Quill of editor');
  });
});

describe('the navigation', () => {
  const shown = (role: Role) => listedScreens.filter((screen) => hasUseFor(role, screen)).map(({ path }) => path);

  test('leads an editor everywhere, a viewer to no screen of people, and an LMNS to its own', () => {
    expect(listedScreens.length).toBeGreaterThan(40);
    expect(shown('editor')).toHaveLength(listedScreens.length);
    const hidden = listedScreens.map(({ path }) => path).filter((path) => !shown('viewer').includes(path));
    expect(hidden).toEqual(expect.arrayContaining(['/due', '/conversations', '/personal-data', '/audit', '/profiles']));
    expect(shown('viewer')).toEqual(expect.arrayContaining(['/gap', '/rosters', '/training-compliance', '/returns']));
    expect(shown('lmns').filter((path) => !path.startsWith('/lmns'))).toEqual(['/history', '/about']);
  });
});

test('a dialog that only shows or exports says so, so that its button is not kept from those who may', () => {
  const renderer = join(import.meta.dirname, '../../renderer');
  const actOf = new Map(procedures.map(({ name, act }) => [name, act]));
  const dialogs = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => {
      const text = readFileSync(join(renderer, path), 'utf8');
      // What a foot does stands before the way out of it.
      const feet = [...text.matchAll(/<DialogFoot\b((?:(?!onCancel)[^])*)onCancel/g)].map(([, props = '']) => props);
      const acts = [...text.matchAll(/planner\.(\w+\.\w+)\(/g)].map(([, name = '']) => actOf.get(name));
      return { path, changes: feet.some((foot) => /\ssave=/.test(foot) && !/\sact=/.test(foot)), acts };
    })
    .filter(({ changes, acts }) => changes && acts.length > 0);
  expect(dialogs.length).toBeGreaterThan(60);
  const showing = dialogs.filter(({ acts }) => acts.every((act) => act === 'view' || act === 'export'));
  // The step itself is taken in another file.
  expect(showing.map(({ path }) => path)).toEqual(['features/returns/StepDialog.tsx']);
});
