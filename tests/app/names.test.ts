import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '#contract';

const screens = [
  ...readFileSync(join(import.meta.dirname, '../../renderer/app/screens.ts'), 'utf8').matchAll(
    /screen\(\s*'[^']+',\s*'\/([^']+)',\s*'([^']+)',\s*\(\) => import\('[^']*?(\w+)Screen\.tsx'\)/g,
  ),
].map(([, path = '', title = '', component = '']) => ({ path, title, component }));

/** Screens that are called otherwise than what they show, and why. */
const otherwise: Record<string, string> = {
  'training-outlook': 'its title is the question that the outlook answers',
  organisation: 'its title names what is in it',
  lmns: 'what was received is the first place of the LMNS',
};

/** Verbs that begin with another word than the field's, or than the one that says the same elsewhere. */
const synonyms = /^(put(?!Back)|save|create|insert|update|edit|delete|get|fetch)(?=[A-Z]|$)/;

describe('one thing has one name', () => {
  test('in the title of a screen, in its address and in its code', () => {
    expect(screens.length).toBeGreaterThan(45);
    const word = ({ component }: (typeof screens)[number]) => /[A-Z][a-z]+$/.exec(component)![0].toLowerCase();
    const strange = screens.filter((screen) => {
      const stem = word(screen).replace(/s$/, '');
      return !screen.path.includes(stem) || !screen.title.toLowerCase().includes(stem);
    });
    expect(strange.map(({ path }) => path).sort()).toEqual(Object.keys(otherwise).sort());
  });

  test('in verbs: what is added is changed, never set, and no word says what another says', () => {
    const verbs = Object.entries(contract).flatMap(([noun, own]) => Object.keys(own).map((verb) => ({ noun, verb })));
    expect(verbs.length).toBeGreaterThan(400);
    const there = new Set(verbs.map(({ noun, verb }) => `${noun}.${verb}`));
    const both = verbs.filter(({ noun, verb }) => there.has(`${noun}.${verb.replace(/^set(?=[A-Z])/, 'add')}`));
    expect(both.filter(({ verb }) => verb.startsWith('set'))).toEqual([]);
    expect(verbs.filter(({ verb }) => synonyms.test(verb))).toEqual([]);
  });
});
