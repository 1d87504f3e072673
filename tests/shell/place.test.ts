import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choosePlace, keepPlace, readPlace } from '../../electron/shell/place.ts';
import { temporaryFolder } from '../support/database.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: -200, width: 1920, height: 1040 };
const kept = { x: 1500, y: 10, width: 1200, height: 800, maximised: false };

test('the first start fills a small screen and stands in the middle of a large one', () => {
  expect(choosePlace(null, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728, maximised: false });
  expect(choosePlace(null, [{ x: 0, y: 0, width: 2560, height: 1400 }])).toEqual({
    x: 597,
    y: 316,
    width: 1366,
    height: 768,
    maximised: false,
  });
});

test('the window comes back where it was, on whichever screen', () => {
  expect(choosePlace(kept, [laptop, beside])).toEqual(kept);
});

test('a window whose screen was unplugged comes back in the middle of the main one, still maximised if it was', () => {
  expect(choosePlace({ ...kept, maximised: true }, [laptop])).toEqual({
    x: 0,
    y: 0,
    width: 1366,
    height: 728,
    maximised: true,
  });
});

test('a window whose title bar lies above or below every screen can still be caught', () => {
  for (const y of [-400, 5000]) expect(choosePlace({ ...kept, x: 100, y }, [laptop])).toMatchObject({ x: 0, y: 0 });
});

test('a window is never larger than its screen nor too small to use', () => {
  expect(choosePlace({ x: 0, y: 0, width: 4000, height: 3000, maximised: false }, [laptop])).toMatchObject({
    width: 1366,
    height: 728,
  });
  expect(choosePlace({ x: 0, y: 0, width: 130, height: 10, maximised: false }, [laptop])).toMatchObject({
    width: 720,
    height: 480,
  });
});

test('the place is kept in a file, and a file that makes no sense counts as none', () => {
  const file = join(temporaryFolder(), 'window.json');
  expect(readPlace(file)).toBeNull();
  keepPlace(file, kept);
  expect(readPlace(file)).toEqual(kept);
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"x":0}',
    JSON.stringify({ ...kept, x: '0' }),
    JSON.stringify({ ...kept, y: 1.5 }),
  ]) {
    writeFileSync(file, text);
    expect(readPlace(file)).toBeNull();
  }
});
