import { type CellPlace, holds } from './cell-place.ts';
import { areaNamed, type SheetArea } from './references.ts';
import type { Template } from './template.ts';

export interface SheetPlace extends CellPlace {
  readonly sheet: number;
}

/** What a formula refers to is not told by its text: it counts as hit whatever changes. */
const UNTOLD = /\b(?:INDIRECT|OFFSET)\s*\(|\[/i;
const TOKEN = /(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?[$\p{L}\p{N}_.:]+/gu;

/** So many formulas are not traced one by one: all of them count as hit. */
const MOST_TRACED = 4000;

/**
 * Formula cells whose kept value no longer holds once those places change: directly, or through other formulas. Programs
 * that show what a file keeps, without working it out, would show yesterday's figure.
 */
export function staleFormulas(template: Template, changed: readonly SheetPlace[]): SheetPlace[] {
  const formulas = template.sheets.flatMap(({ text }, sheet) =>
    text.rows.flatMap(({ cells }) =>
      cells.flatMap(({ row, column, formula }) => (formula ? [{ sheet, row, column, formula }] : [])),
    ),
  );
  if (formulas.length > MOST_TRACED) return formulas;
  const waiting = formulas.map(({ formula, ...place }) => ({
    place,
    // The cells of a shared formula but the first are told by their master alone.
    untold: UNTOLD.test(formula.text) || formula.text === '',
    areas: areasIn(template, place.sheet, formula.text),
  }));
  const stale: SheetPlace[] = [];
  let news: readonly SheetPlace[] = changed;
  let left = waiting;
  while (news.length > 0) {
    const hit = (areas: readonly SheetArea[]) =>
      areas.some(({ sheet, area }) => news.some((place) => place.sheet === sheet && holds(area, place)));
    const found = left.filter(({ untold, areas }) => untold || hit(areas));
    left = left.filter((one) => !found.includes(one));
    news = found.map(({ place }) => place);
    stale.push(...news);
  }
  return stale;
}

function areasIn(template: Template, sheet: number, formula: string): SheetArea[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, ' ');
  return [...bare.matchAll(TOKEN)].flatMap(([token]) => areaNamed(template, sheet, token) ?? []);
}
