import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '#contract';
import type { Access } from '../../electron/contract/access.ts';
import { screenCalls } from '../bench/screen-calls.ts';
import { listedScreens } from '../support/listed-screens.ts';
import { openTestPlanner } from '../support/planner.ts';

const project = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');

const views = new Set(
  Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).flatMap(([verb, procedure]) => {
      const { act } = (procedure['~orpc'] as { meta: Access }).meta;
      return act === 'view' || act === 'session' ? [`${noun}.${verb}`] : [];
    }),
  ),
);
const asked = (text: string) =>
  [...text.matchAll(/planner\s*\.(\w+)\s*\.(\w+)\b/gu)]
    .map(([, noun, verb]) => `${noun}.${verb}`)
    .filter((name) => views.has(name));

/** What a screen asks for: its own file, and the files of its feature that it is made of. */
function askedBelow(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(join(project, path))) return new Set();
  seen.add(path);
  const text = read(path);
  const parts = [...text.matchAll(/from '(\.\/[^']+|\.\.\/[\w-]+\/[^']+|\.\.\/[\w-]+\.tsx?)'/gu)]
    .map(([, part = '']) => join(dirname(path), part))
    .filter((part) => part.startsWith('renderer/features/'));
  return new Set([...asked(text), ...parts.flatMap((part) => [...askedBelow(part, seen)])]);
}

/** Begun by a person, or of an LMNS, whose compile has a bench of its own: no opening of a trust's screen. */
const notMeasured = /^(lmns\.(?!overview)|profiles\.(?!state)|today\.visit|audit\.verify|planner\.diagnostics)/u;

/** Of screens that ask by a hook that they share with others. */
const byHook: Record<string, string> = { 'Trust and units': 'organisation.overview', History: 'history.changes' };

test('every screen is among those whose answers are measured, with each call that its own file makes', async () => {
  const measured = new Set<string>();
  const { planner, context } = openTestPlanner();
  await planner.organisation.addTrust({ code: 'RX1', name: 'Thistledown', system: null, sites: [], units: [] });
  // Each call is made, and what it asks is noted; most find nothing in a planner that is empty.
  const noting = new Proxy(planner as unknown as Record<string, Record<string, (input: unknown) => unknown>>, {
    get: (nouns, noun: string) =>
      new Proxy(nouns[noun]!, {
        get(verbs, verb: string) {
          measured.add(`${noun}.${verb}`);
          return verbs[verb];
        },
      }),
  }) as unknown as typeof planner;
  for (const { call } of screenCalls) await call(noting, 'RX1').catch(() => undefined);
  await context.backups.settled();
  expect(listedScreens.length).toBeGreaterThan(45);
  const missing = listedScreens.flatMap(({ title, file }) => {
    const path = `renderer/${file}`;
    const own = asked(read(path)).filter((name) => !notMeasured.test(name) && !measured.has(name));
    const isOfLmns = [...askedBelow(path)].some((name) => name.startsWith('lmns.') && notMeasured.test(name));
    const all = [...askedBelow(path), byHook[title] ?? ''];
    const isThere = isOfLmns || all.some((name) => measured.has(name));
    return own.length > 0 || !isThere ? [`${title}: ${own.join(', ') || 'nothing of it'}`] : [];
  });
  expect(missing).toEqual([]);
});
