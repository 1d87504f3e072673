import { describe, expect, test } from 'vitest';
import { openAssuredTrust } from './trust.ts';

const { client } = await openAssuredTrust();
const at = { trust: 'RX1', year: 7 };
const requirement = async (reference: string) => {
  const { actions } = await client.assurance.scheme(at);
  const found = actions.flatMap(({ requirements }) => requirements).find((one) => one.reference === reference);
  if (!found) throw new Error(reference);
  return found;
};
const knownOf = async (reference: string) =>
  Object.fromEntries((await requirement(reference)).fields.map(({ key, known }) => [key, known]));

describe('safety action 4a, of what is entered under supervision and locums', () => {
  test('knows nothing before anything is entered, and says where to enter it', async () => {
    for (const reference of ['4a.1', '4a.2', '4a.3', '4a.4']) {
      expect(Object.values(await knownOf(reference)).every((known) => known === null)).toBe(true);
      const [figure] = (await requirement(reference)).figures;
      expect(figure).toMatchObject({ value: null, rate: null });
      expect(figure?.sentence).toContain('Supervision and locums');
    }
  });

  test('counts short-term spells by route over the six months up to the end of the window', async () => {
    const locum = { trust: 'RX1', doctor: 'A. Locum', agency: null, checkedBy: 'Rota lead' };
    const spell = (day: string, more: object) =>
      client.training.setLocum({ ...locum, first: day, last: day, checkedOn: '2025-08-30', ...more });
    await spell('2025-09-01', { route: 'works_here' });
    await spell('2025-10-01', { route: 'trainee_here' });
    await spell('2025-11-30', {
      route: 'certificate',
      certificate: 'C 12',
      level: 'st3_5',
      checkedOn: '2025-11-20',
    });
    await spell('2025-11-02', { route: null });
    // The six months up to 30 November begin on 31 May.
    await spell('2025-05-30', { route: 'works_here' });
    expect(await knownOf('4a.1')).toEqual({
      audit_first: '2025-05-31',
      audit_last: '2025-11-30',
      episodes: '4',
      compliant: '3',
      route_unit: '1',
      route_trainee: '1',
      route_certificate: '1',
      certificates_checked: '2025-11-20',
      plan: null,
    });
    const { share, standing, fields } = await requirement('4a.1');
    expect([share, standing]).toEqual([{ numerator: 3, denominator: 4 }, 'below']);
    // An offer: nothing is taken by itself.
    expect(fields.every(({ value }) => value === null)).toBe(true);
  });

  test('an audit of other days is counted over those days', async () => {
    const place = { ...at, requirement: '4a.1' };
    await client.assurance.setField({ ...place, field: 'audit_first', text: '2025-05-01' });
    await client.assurance.setField({ ...place, field: 'audit_last', text: '2025-10-31' });
    expect(await knownOf('4a.1')).toMatchObject({ episodes: '3', compliant: '3', route_certificate: '0' });
    expect((await requirement('4a.1')).figures[0]?.of).toBe('1 May 2025 to 31 October 2025');
    await client.history.undo({ trust: 'RX1' });
    await client.history.undo({ trust: 'RX1' });
  });

  test('counts long-term locums with the tool complete, whatever else is wanting', async () => {
    const spell = { trust: 'RX1', doctor: 'B. Locum', first: '2025-09-01', last: '2025-10-31', induction: true };
    await client.training.setLocum({ ...spell, toolComplete: true, namedConsultant: null });
    await client.training.setLocum({ ...spell, toolComplete: false, namedConsultant: 'Dr C.' });
    expect(await knownOf('4a.2')).toMatchObject({
      locums: '2',
      tool_complete: '1',
      induction: 'yes',
      named_consultant: 'no',
    });
    expect((await requirement('4a.2')).share).toEqual({ numerator: 1, denominator: 2 });
  });

  test('counts consultant attendance over three months, and tells why events were missed', async () => {
    const event = { trust: 'RX1', date: '2025-11-03' };
    await client.training.setConsultantEvent({ ...event, situation: 'eclampsia', attended: true });
    await client.training.setConsultantEvent({ ...event, situation: 'praevia', attended: true });
    await client.training.setConsultantEvent({
      ...event,
      situation: 'tear_4',
      attended: false,
      reason: 'In the second theatre',
      reviewed: true,
      action: 'A second consultant is called',
    });
    // A signed-off doctor may manage these alone: they do not ask for the consultant.
    await client.training.setConsultantEvent({ ...event, situation: 'twins', attended: false, signedOff: true });
    await client.training.setConsultantEvent({ ...event, date: '2025-08-30', situation: 'asked', attended: false });
    expect(await knownOf('4a.4')).toEqual({
      audit_first: '2025-08-31',
      audit_last: '2025-11-30',
      events: '3',
      attended: '2',
      reasons: 'In the second theatre',
      reviewed: '1',
      action: 'A second consultant is called',
    });
    expect(await requirement('4a.4')).toMatchObject({
      share: { numerator: 2, denominator: 3 },
      standing: 'below',
    });
  });

  test('knows the procedure for compensatory rest, and after how many disturbed nights it was given', async () => {
    const checklist = { trust: 'RX1', checklist: 'compensatory_rest' };
    await client.training.setCheck({ ...checklist, line: 'procedure', state: 'met' });
    await client.training.setCheck({ ...checklist, line: 'board', state: 'partly' });
    const said = { statement: 'Rest on the day after', lead: null, agreedOn: '2025-06-01', reviewOn: null };
    await client.training.setStatement({ ...checklist, ...said });
    const night = { trust: 'RX1', date: '2025-10-07' };
    await client.training.setDisturbedOnCall({ ...night, restMinutes: 300, given: true });
    await client.training.setDisturbedOnCall({ ...night, restMinutes: 400, given: false });
    await client.training.setDisturbedOnCall({ ...night, restMinutes: 11 * 60, given: null });
    expect(await knownOf('4a.3')).toMatchObject({
      procedure: 'yes',
      procedure_date: '2025-06-01',
      disturbed: '3',
      rest_given: '1',
      board_assured: null,
    });
    expect((await requirement('4a.3')).figures[0]?.rate).toEqual({ numerator: 1, denominator: 2 });
  });

  test('what is entered in the pack itself stands before what the planner counts', async () => {
    const place = { ...at, requirement: '4a.4' };
    await client.assurance.setField({ ...place, field: 'events', text: '41' });
    await client.assurance.setField({ ...place, field: 'attended', text: '40' });
    expect((await requirement('4a.4')).share).toEqual({ numerator: 40, denominator: 41 });
  });
});
