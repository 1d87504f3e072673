import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TodayChanges } from '../../electron/contract/index.ts';
import { tablesAt } from '../../renderer/components/changes/tables-of-pages.ts';
import { behind, pathOfEntered, screenEntered } from '../../renderer/features/today/behind.ts';

const renderer = join(import.meta.dirname, '../../renderer');
const read = (path: string) => readFileSync(join(renderer, path), 'utf8');

it('every screen on which a figure of Today says that it is entered has its path, and tables that are entered there', () => {
  const said = [...read('components/measure-making.ts').matchAll(/'([A-Z][a-z ]+: [^']+)'/g)].map(
    ([, text = '']) => text,
  );
  expect(said.length).toBeGreaterThan(12);
  const screens = read('app/screens.ts').replace(/\s+/g, ' ');
  for (const title of said.map(screenEntered)) {
    expect(screens).toContain(`'${pathOfEntered[title]}', '${title}'`);
    expect(tablesAt(pathOfEntered[title] ?? '')?.length, title).toBeGreaterThan(0);
  }
});

it('a figure that moved names the imports of its kinds and the edits of its screens; else what any figure may rest on', () => {
  const imports = ['ledger', 'duty_roster'].map((kind, id) => ({ id, kind }) as TodayChanges['imports'][number]);
  const edit = (id: number, ...tables: string[]) => ({ id, tables }) as TodayChanges['edits'][number];
  const edits = [edit(1, 'establishment_line'), edit(2, 'vacancy_post'), edit(3, 'rule_value')];
  const ids = (key: string, of = { imports, edits }) => {
    const found = behind({ key }, of);
    return [found.imports.map(({ kind }) => kind), found.edits.map(({ id }) => id)];
  };
  expect(ids('gap midwives vacancyRate')).toEqual([['ledger'], [1]]);
  expect(ids('shift fill all registered')).toEqual([['duty_roster'], []]);
  expect(ids('vacancy plan likely')).toEqual([[], [2]]);
  expect(ids('mentors share')).toEqual([[], [3]]);
  expect(ids('mentors share', { imports, edits: edits.slice(0, 2) })).toEqual([[], []]);
});
