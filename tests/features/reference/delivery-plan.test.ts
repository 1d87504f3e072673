import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanDate, PlanOwner } from '../../../electron/contract/reference.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { publishedRows, publishedTable, skipNote } from './seed.ts';

const root = join(import.meta.dirname, '../../..');
const { plan } = loadReference(join(root, 'resources'));
const facts = JSON.parse(readFileSync(join(root, 'tests/fixtures/three-year-delivery-plan.facts.json'), 'utf8'));
const owners: readonly PlanOwner[] = ['trust', 'lmns', 'nhse'];

/** [reference, owner, objective, theme] of every line, in order, from the fixture's first and last lines. */
const expectedLines: [string, PlanOwner, number, number][] = facts.owners.flatMap(
  (objective: Record<PlanOwner, [number, number] | null> & { objective: number; theme: number }) =>
    owners.flatMap((owner) => {
      const [first, last] = objective[owner] ?? [1, 0];
      return Array.from({ length: last - first + 1 }, (_, index) => [
        `${objective.objective}.${first + index}`,
        owner,
        objective.objective,
        objective.theme,
      ]);
    }),
);
const asFacts = (dates: readonly PlanDate[]) =>
  dates.map(({ type, text, precision, resolved }) => [type, text, precision, resolved]);
const datesOf = (field: 'dates' | 'citedDates' | 'datesElsewhere') =>
  Object.fromEntries(
    plan.lines.flatMap((line) => (line[field]?.length ? [[line.reference, asFacts(line[field])]] : [])),
  );

describe('the delivery plan against the facts written down from the published table', () => {
  test('has 126 lines in the published order, each with its owner, objective and theme', () => {
    expect(plan.lines.map(({ reference, owner, objective, theme }) => [reference, owner, objective, theme])).toEqual(
      expectedLines,
    );
    expect(expectedLines).toHaveLength(facts.counts.lines);
  });

  test.each(owners)('counts the lines of %s as published, over the whole plan and in Theme 2', (owner) => {
    const lines = plan.lines.filter((line) => line.owner === owner);
    expect(lines).toHaveLength(facts.counts[owner]);
    expect(lines.filter(({ theme }) => theme === 2)).toHaveLength(facts.theme2[owner]);
  });

  test('has every date of a line with its text, resolved date, precision and type, and no other', () => {
    expect(datesOf('dates')).toEqual(facts.dates);
  });

  test('keeps dates of cited publications and dates from elsewhere in the plan apart', () => {
    expect(datesOf('citedDates')).toEqual(facts.citedDates);
    expect(datesOf('datesElsewhere')).toEqual(facts.datesElsewhere);
  });

  test('says which duties come round again, and which line is a statement', () => {
    for (const interval of ['annual', 'regular'] as const) {
      expect(plan.lines.filter(({ recurs }) => recurs === interval).map(({ reference }) => reference)).toEqual(
        facts.recurs[interval],
      );
    }
    expect(plan.lines.filter(({ kind }) => kind === 'statement').map(({ reference }) => reference)).toEqual(
      facts.statements,
    );
  });

  test('has 4 themes and 12 objectives, and marks the heading that it supplies', () => {
    expect(plan.themes.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(plan.objectives.map(({ number, theme }) => [number, theme])).toEqual(
      facts.owners.map(({ objective, theme }: { objective: number; theme: number }) => [objective, theme]),
    );
    expect(plan.objectives.filter(({ supplied }) => supplied).map(({ number }) => number)).toEqual(
      facts.objectivesWithoutPublishedHeading,
    );
  });

  test('finds a line by its reference', () => {
    expect(plan.byReference.get('4.10')?.owner).toBe('nhse');
    expect(plan.byReference.size).toBe(126);
  });

  test('gives every line a short title of its own and one sentence', () => {
    const titles = plan.lines.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 60 || title.endsWith('.'))).toEqual([]);
    const sentences = plan.lines.map(({ sentence }) => sentence);
    expect(
      sentences.filter((sentence) => !/^\p{Lu}[^\n]*\.$/u.test(sentence) || /[.!?] \p{Lu}/u.test(sentence)),
    ).toEqual([]);
  });
});

describe('the delivery plan against the published table itself', () => {
  const withTable = test.skipIf(publishedTable === null);

  withTable(`has the published references in their order, with the published owners${skipNote}`, () => {
    const ticked = publishedRows().map(({ reference, ticks }) => {
      expect(
        ticks.filter((tick) => tick !== ''),
        reference,
      ).toHaveLength(1);
      return [reference, owners[ticks.findIndex((tick) => tick !== '')]];
    });
    expect(plan.lines.map(({ reference, owner }) => [reference, owner])).toEqual(ticked);
  });

  withTable(`finds each of its date texts in the published sentence${skipNote}`, () => {
    for (const { reference, sentence } of publishedRows()) {
      const line = plan.byReference.get(reference);
      for (const { text } of [...(line?.dates ?? []), ...(line?.citedDates ?? [])])
        expect(sentence, reference).toContain(text);
    }
  });

  withTable(`leaves no date of a published sentence out${skipNote}`, () => {
    const dateLike =
      /(?:the end of )?(?:(?:[A-Z][a-z]+|spring|summer|autumn|winter) )?\b20\d\d(?:\/\d\d)?\b|next \d+ years/gu;
    const months = /^(January|February|March|April|May|June|July|August|September|October|November|December) /;
    for (const { reference, sentence } of publishedRows()) {
      const line = plan.byReference.get(reference);
      const known = [...(line?.dates ?? []), ...(line?.citedDates ?? [])].map(({ text }) => text);
      for (const [found] of sentence.matchAll(dateLike)) {
        // A capital word before a year that is no month ("In 2023/24") is no part of the date.
        const date = /^[A-Z]/.test(found) && !months.test(found) ? found.replace(/^\S+ /, '') : found;
        expect(
          known.some((text) => text.includes(date)),
          `${reference}: ${date}`,
        ).toBe(true);
      }
    }
  });
});
