import { readFileSync, writeFileSync } from 'node:fs';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Place extends Rectangle {
  readonly maximised: boolean;
}

/** The least of the title bar that must lie on a screen for a window to be caught with the mouse, in points. */
const GRIP = { width: 120, height: 32 };
export const SMALLEST = { width: 720, height: 480 };
const USUAL = { width: 1366, height: 768 };

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}

const canBeCaught = (place: Rectangle, screen: Rectangle) =>
  overlap(place.x, place.width, screen.x, screen.width) >= GRIP.width &&
  overlap(place.y, GRIP.height, screen.y, screen.height) >= GRIP.height;

/** The usual size in the middle of the first screen, or as much of it as there is. */
function middle(screen: Rectangle): Rectangle {
  const width = Math.min(USUAL.width, screen.width);
  const height = Math.min(USUAL.height, screen.height);
  const x = screen.x + Math.floor((screen.width - width) / 2);
  return { x, y: screen.y + Math.floor((screen.height - height) / 2), width, height };
}

/** Where to open the window: where it was, unless the screen that it was on has gone. `screens` are work areas, main one first. */
export function choosePlace(kept: Place | null, screens: readonly [Rectangle, ...Rectangle[]]): Place {
  const screen = kept === null ? undefined : screens.find((area) => canBeCaught(kept, area));
  if (kept === null || screen === undefined) return { ...middle(screens[0]), maximised: kept?.maximised ?? false };
  const width = Math.max(SMALLEST.width, Math.min(kept.width, screen.width));
  return { ...kept, width, height: Math.max(SMALLEST.height, Math.min(kept.height, screen.height)) };
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, maximised } = value as Record<string, unknown>;
  return [x, y, width, height].every((number) => Number.isInteger(number)) && typeof maximised === 'boolean';
}

/** The place kept in `file`, or null where there is none that can be used. */
export function readPlace(file: string): Place | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isPlace(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps the place. A place that cannot be kept is no reason to trouble anyone. */
export function keepPlace(file: string, place: Place): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // The next start then uses the middle of the screen.
  }
}
