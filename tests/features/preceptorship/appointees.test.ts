import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newAppointees } from '../../../electron/features/preceptorship/calculations/mentoring.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';

describe('newly appointed by two staff lists', () => {
  const rules = loadReference(join(import.meta.dirname, '../../../resources')).mentors;
  const post = (person: string, band: string, start: string) => ({
    person,
    band,
    start,
    name: null,
    position: null,
    unit: null,
  });
  const appointees = (known: string[] = []) =>
    newAppointees(
      {
        census: '2026-10-31',
        posts: [
          post('rose', '7', '2015-01-05'),
          post('came', '8a', '2026-03-02'),
          post('stayed', '7', '2014-06-01'),
          post('still six', '6', '2026-03-02'),
          post('fell', '7', '2013-01-07'),
          post('rose again', '8b', '2026-05-04'),
        ],
      },
      {
        census: '2025-10-31',
        posts: [
          post('rose', '6', '2015-01-05'),
          post('stayed', '7', '2014-06-01'),
          post('fell', '8a', '2013-01-07'),
          post('rose again', '8a', '2012-01-09'),
        ],
      },
      rules,
      new Set(known),
    ).map(({ person, appointed, bandBefore }) => [person, appointed, bandBefore]);

  it('are those who rose to Band 7 or 8 or came into it, not those who stayed, came down or are Band 6', () => {
    expect(appointees()).toEqual([
      // When somebody rose within a post that goes on, only the newer list can tell.
      ['rose', '2026-10-31', '6'],
      ['came', '2026-03-02', null],
      ['rose again', '2026-05-04', '8a'],
    ]);
    expect(appointees(['rose 7', 'came 8a'])).toHaveLength(1);
    // Entered with the appointment before, somebody who rose again is new again.
    expect(appointees(['rose again 8a'])).toHaveLength(3);
  });

  it.skipIf(!samplesAreHere)(
    `whoever started in Band 7 or 8 in the year before the staff list is offered until entered${ifSamples}`,
    async () => {
      const { client, import: importFile, sqlite } = await openImportingTrust();
      expect((await client.preceptorship.mentors({ trust })).appointees).toBeNull();
      await importFile(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
      // Read from the rows themselves: midwives' codes, senior bands, started since 31 October 2025.
      const wanted = sqlite
        .prepare(
          `SELECT DISTINCT person FROM assignment WHERE occupation_code IN ('N2C','N2J','N2L','N0C','NAC','N1C')
             AND band IN ('7','8a','8b','8c','8d') AND category IN ('permanent','fixed_term')
             AND start_date BETWEEN '2025-10-31' AND '2026-10-31' ORDER BY person`,
        )
        .pluck()
        .all() as string[];
      const offered = (await client.preceptorship.mentors({ trust })).appointees ?? [];
      expect(wanted.length).toBeGreaterThan(0);
      expect(offered.map(({ person }) => person).sort()).toEqual(wanted);
      const [first] = offered;
      await client.preceptorship.addMentoring({
        trust,
        name: first?.name ?? '',
        person: first?.person ?? '',
        band: first?.band ?? '',
        appointed: first?.appointed ?? '',
      });
      expect((await client.preceptorship.mentors({ trust })).appointees).toHaveLength(wanted.length - 1);
    },
  );
});
