import { isDefinedError, ORPCError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECRET } from './small-planner.ts';
import { type Connected, transports } from './three-transports.ts';

describe.each(transports)('over $name', ({ connect }) => {
  const recorded: { reference: string; procedure: string; error: unknown }[] = [];
  let connected: Connected;
  beforeAll(async () => {
    connected = await connect((failure) => recorded.push(failure));
  });
  afterAll(() => connected.close());

  test('a value comes back as it was sent', async () => {
    const value = { wte: 12_345_678, name: 'Zoë O’Neill 👶', none: null, list: [0, -1, 0.1], text: 'a"\\\n\u2028' };
    expect(await connected.client.echo(value)).toEqual(value);
  });

  test('a handler is given what was asked and the context', async () => {
    expect(await connected.client.double({ hours: 37 })).toBe(74);
  });

  test('many calls at once are each answered with their own answer', async () => {
    const asked = Array.from({ length: 50 }, (_, hours) => hours);
    const answers = await Promise.all(asked.map((hours) => connected.client.double({ hours })));
    expect(answers).toEqual(asked.map((hours) => hours * 2));
  });

  test('a declared refusal arrives with its code and its sentence', async () => {
    const { error } = await safe(connected.client.rename({ name: 'Ward A' }));
    expect(isDefinedError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'NAME_TAKEN', message: 'That name is already used here. Choose another.' });
    expect(recorded).toEqual([]);
  });

  test('a wrong input arrives as the problem of a field', async () => {
    const { error } = await safe(connected.client.double({ hours: -1 }));
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['hours'], message: 'Use 0 or more.' }] },
    });
    expect(recorded).toEqual([]);
  });

  test.each(['explode', 'lie'] as const)('an unexpected error leaks nothing and is recorded: %s', async (procedure) => {
    const { error } = await safe(connected.client[procedure]());
    if (!(error instanceof ORPCError)) throw new Error('an error was expected');
    const { reference } = error.data as { reference: string };
    expect(reference).toMatch(/^[0-9A-F]{6}$/);
    expect(error.message).toContain(`Quote reference ${reference}`);
    const arrived = [JSON.stringify(error), error.message, error.stack?.split('\n')[0]].join(' ');
    expect(arrived).not.toContain(SECRET);
    expect(error.cause).toBeUndefined();
    expect(recorded.splice(0)).toMatchObject([{ reference, procedure }]);
  });

  test('what is not in the contract is not there', async () => {
    const client = connected.client as unknown as { erase(): Promise<unknown> };
    await expect((async () => client.erase())()).rejects.toThrow();
  });
});
