import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isAt, PAGE_HOST } from '../../electron/shell/origin.ts';
import { readStartOptions } from '../../electron/shell/start-options.ts';

const folder = resolve('/home/midwife');

test('a packaged start without arguments opens the usual data and no file', () => {
  expect(readStartOptions([], false, folder)).toEqual({ dataFolder: null, files: [], asks: null });
});

test('--data chooses the folder, written either way, from where the app was started', () => {
  for (const argv of [['--data', 'trust'], ['--data=trust'], ['--data', 'other', '--data', 'trust']]) {
    expect(readStartOptions(argv, false, folder)).toEqual({
      dataFolder: resolve(folder, 'trust'),
      files: [],
      asks: null,
    });
  }
});

test('a file to open is told from switches and from the folder that the app is run from', () => {
  const file = resolve(folder, 'september.mwp-return');
  expect(readStartOptions(['september.mwp-return'], false, folder).files).toEqual([file]);
  expect(readStartOptions(['.', '--no-sandbox', '--data', 'trust', 'september.mwp-return'], true, folder)).toEqual({
    dataFolder: resolve(folder, 'trust'),
    files: [file],
    asks: null,
  });
  expect(
    readStartOptions(['--inspect=0', '--remote-debugging-port=0', '.', '--no-sandbox'], true, folder).files,
  ).toEqual([]);
});

test('--help and --version are asked for before anything else, and no folder is called so', () => {
  for (const [argv, asks] of [
    [['--help'], 'help'],
    [['-h', '--version'], 'help'],
    [['--version', '--data', 'trust'], 'version'],
    [['--data', '--help'], null],
  ] as const)
    expect([argv, readStartOptions(argv, false, folder).asks]).toEqual([argv, asks]);
});

test('only the page itself may ask the window for its ports', () => {
  expect(isAt(PAGE_HOST, 'app://planner/')).toBe(true);
  expect(isAt(PAGE_HOST, 'app://planner/#/rosters')).toBe(true);
  const others = [
    'app://trouble/',
    'app://planner.example/',
    'https://planner/',
    'file:///planner/',
    'about:blank',
    'data:text/html,x',
    '',
  ];
  for (const url of others) expect([url, isAt(PAGE_HOST, url)]).toEqual([url, false]);
});
