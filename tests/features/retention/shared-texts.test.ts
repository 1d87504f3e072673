import { describe, expect, it } from 'vitest';
import { staffNamesIn } from '../../../electron/features/retention/calculations/staff-names.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const names = ['Osei, Amara', 'Green, Beth Ann', 'Mrs Cleo Patel', 'Li, Wei'];

describe('names of the staff list in a text', () => {
  it('are found in either order and by a capital surname, with an s or at the start', () => {
    expect(staffNamesIn('Amara Osei leads it with PATEL', names)).toEqual(['Amara Osei', 'PATEL']);
    expect(staffNamesIn('Patel’s idea; osei, amara agreed', names)).toEqual(['Patel', 'osei amara']);
  });

  it('are not found in other words: green without a capital, parts of words, very short surnames', () => {
    expect(staffNamesIn('A green light for Oseiland, li and Amara', names)).toEqual([]);
  });
});

async function openPlan() {
  const { client } = await openImportingTrust();
  const { key } = await client.retention.addAction({
    trust,
    action: 'Self-rostering',
    references: ['5.1'],
    theme: 'flexible_working',
  });
  return { retention: client.retention, history: client.history, key };
}
const approved = { approvedBy: 'Director of Midwifery', approvedOn: '2026-11-01' };

describe('what travels to the LMNS', () => {
  it('is approved text alone, with the element and the lines that it serves', async () => {
    const { retention, history, key } = await openPlan();
    const practice = {
      trust,
      key,
      kind: 'practice',
      title: 'Self-rostering works',
      text: 'Sickness fell after six months.',
    } as const;
    await retention.setSharedText(practice);
    expect(await retention.travels({ trust })).toEqual({ practices: [], challenges: [], drafts: 1 });
    await retention.setSharedText({ ...practice, ...approved });
    await retention.setSharedText({
      trust,
      key,
      kind: 'challenge',
      title: 'Pension rules',
      text: 'Late careers end early.',
      ...approved,
    });
    const { practices, challenges } = await retention.travels({ trust });
    expect(practices).toEqual([
      {
        title: 'Self-rostering works',
        text: 'Sickness fell after six months.',
        element: 'Flexible working',
        references: ['5.1'],
        escalateTo: null,
        ...approved,
      },
    ]);
    expect(challenges).toMatchObject([{ title: 'Pension rules', escalateTo: 'lmns' }]);
    await history.undo({ trust });
    expect((await retention.travels({ trust })).challenges).toEqual([]);
    await retention.removeAction({ trust, key });
    expect(await retention.travels({ trust })).toEqual({ practices: [], challenges: [], drafts: 0 });
  });

  it('needs a new approval once its words change, and an approval has a role and a day that has come', async () => {
    const { retention, key } = await openPlan();
    const practice = { trust, key, kind: 'practice', title: 'Self-rostering', text: 'It works.', ...approved } as const;
    await retention.setSharedText(practice);
    await retention.setSharedText({ ...practice, text: 'It works well.' });
    expect((await retention.travels({ trust })).practices).toEqual([]);
    await retention.setSharedText({ ...practice, text: 'It works well.', approvedOn: '2026-11-02' });
    expect((await retention.travels({ trust })).practices).toMatchObject([{ text: 'It works well.' }]);
    for (const wrong of [{ approvedBy: null }, { approvedOn: '2099-01-01' }])
      expect(await refusalOf(retention.setSharedText({ ...practice, ...wrong }))).toMatchObject({
        code: 'NOT_APPROVED',
      });
  });
});

describe.skipIf(!samplesAreHere)(`with the sample staff list${ifSamples}`, () => {
  it('takes no patient and nobody of the staff list, unless somebody says that it is another word', async () => {
    const { client, sqlite, import: take } = await openImportingTrust();
    await take(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const { retention } = client;
    const { key } = await retention.addAction({ trust, action: 'Self-rostering' });
    const name = String(sqlite.prepare(`SELECT name FROM assignment WHERE name LIKE '%,%' LIMIT 1`).pluck().get());
    const [surname = '', forename = ''] = name.split(/,\s*/);
    const about = { trust, key, kind: 'practice', title: 'Self-rostering' } as const;
    const text = `${forename.split(' ')[0]} ${surname} led it.`;
    const refused = await refusalOf(retention.setSharedText({ ...about, text }));
    expect(refused).toMatchObject({ code: 'STAFF_NAME', data: { found: [`${forename.split(' ')[0]} ${surname}`] } });
    expect(await refusalOf(retention.setSharedText({ ...about, text: 'see 943 476 5919' }))).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
    });
    expect(await retention.sharedTexts({ trust })).toEqual([]);
    await retention.setSharedText({ ...about, text, namesNobody: true });
    expect(await retention.sharedTexts({ trust })).toHaveLength(1);
  });
});
