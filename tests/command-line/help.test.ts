import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandNames } from '../../electron/command-line/commands.ts';
import { commandHelp } from '../../electron/command-line/help.ts';
import { OPTIONS, runLine } from '../../electron/command-line/line.ts';
import { temporaryFolder } from '../support/database.ts';

const project = join(import.meta.dirname, '..', '..');

async function run(...words: string[]) {
  const [printed, said] = [[] as string[], [] as string[]];
  const outputs = { print: (text: string) => printed.push(text), say: (text: string) => said.push(text) };
  const data = temporaryFolder();
  const status = await runLine([...words, '--data', data], project, outputs);
  return { status, printed: printed.join('\n'), said: said.join('\n'), made: readdirSync(data) };
}

test('--help says which commands there are, what each does, and how they end, and opens no store', async () => {
  const { status, printed, said, made } = await run('--help');
  expect([status, said, made]).toEqual([0, '', []]);
  for (const command of commandNames) expect(printed).toMatch(new RegExp(`^  ${command} +[A-Z].*\\.$`, 'm'));
  expect(printed).toContain('--key-file FILE');
  expect(printed).toMatch(/^ {2}0 {2}done[\s\S]*^ {2}1 {2}refused/m);
  expect((await run('help')).printed).toBe(printed);
});

test.each(Object.entries(commandHelp))(
  '%s --help gives its usage, options, exit codes and an example',
  async (name) => {
    const { status, printed, made } = await run(name, '--help');
    expect([status, made]).toEqual([0, []]);
    expect(printed).toMatch(new RegExp(`^Usage: planner ${name}\\b`));
    expect(printed).toMatch(new RegExp(`^Example: planner ${name}\\b`, 'm'));
    expect(printed).toContain('Exit codes:');
    expect((await run('help', name)).printed).toBe(printed);
    // No option is told of that would be refused.
    for (const [, option = ''] of printed.matchAll(/--([a-z-]+)/g)) expect(Object.keys(OPTIONS)).toContain(option);
  },
);

test('every command has its help, and every option stands in the help of a command', async () => {
  expect(Object.keys(commandHelp).sort()).toEqual([...commandNames, 'salvage'].sort());
  const all = await Promise.all(Object.keys(commandHelp).map(async (name) => (await run(name, '--help')).printed));
  for (const option of Object.keys(OPTIONS)) expect(all.join('\n')).toContain(`--${option}`);
});

test('help for a command that is not there says which there are', async () => {
  expect(await run('fly', '--help')).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^There is no command fly/),
  });
});
