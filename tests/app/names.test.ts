import { describe, expect, test } from 'vitest';
import { listedScreens } from '../support/listed-screens.ts';
import { procedures } from '../support/roles.ts';

/** Screens that are called otherwise than what they show, and why. */
const otherwise: Record<string, string> = {
  '/training-outlook': 'its title is the question that the outlook answers',
  '/organisation': 'its title names what is in it',
  '/lmns': 'what was received is the first place of the LMNS',
};

/** Verbs that begin with another word than the field's, or than the one that says the same elsewhere. */
const synonyms = /^(put(?!Back)|save|create|insert|update|edit|delete|get|fetch)(?=[A-Z]|$)/;

describe('one thing has one name', () => {
  test('in the title of a screen, in its address and in its code', () => {
    expect(listedScreens.length).toBeGreaterThan(45);
    const word = (file: string) => /([A-Z][a-z]+)Screen\.tsx$/.exec(file)![1]!.toLowerCase();
    const strange = listedScreens.filter((screen) => {
      const stem = word(screen.file).replace(/s$/, '');
      return !screen.path.includes(stem) || !screen.title.toLowerCase().includes(stem);
    });
    expect(strange.map(({ path }) => path).sort()).toEqual(Object.keys(otherwise).sort());
  });

  test('in verbs: what is added is changed, never set, and no word says what another says', () => {
    expect(procedures.length).toBeGreaterThan(400);
    const there = new Set(procedures.map(({ name }) => name));
    const both = procedures.filter(({ noun, verb }) => there.has(`${noun}.${verb.replace(/^set(?=[A-Z])/, 'add')}`));
    expect(both.filter(({ verb }) => verb.startsWith('set')).map(({ name }) => name)).toEqual([]);
    expect(procedures.filter(({ verb }) => synonyms.test(verb)).map(({ name }) => name)).toEqual([]);
  });
});
