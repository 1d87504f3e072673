import { type RefObject, useEffect, useRef, useState } from 'react';
import { announce } from '../announce.ts';
import { printAlone, useDrawnToPrint } from '../printing.ts';

/** So many lines are drawn at a time: the window answers in between. */
const PART = 400;
/** Each time so many more are there, it is read out. */
const TOLD = 2000;

interface Parts {
  readonly lines: number;
  /** "10,000 rows". */
  readonly what: string;
  /** True where only the lines in view are drawn until all are asked for. */
  readonly isLong: boolean;
  /** How they are sorted, filtered and put together. */
  readonly arranged: string;
  readonly section: RefObject<HTMLElement | null>;
}

/**
 * All lines of a long table once they are asked for, to see or to print: some more are drawn with each frame until all are there, which
 * is read out. They begin anew when they are arranged otherwise: thousands that change their places at once would keep the window
 * from answering as well.
 */
export function useInParts({ lines, what, isLong, arranged, section }: Parts) {
  const [all, setAll] = useState(false);
  const [isToPrint, setToPrint] = useState(false);
  const asked = isLong && all ? arranged : null;
  const [far, setFar] = useState({ asked, drawn: PART });
  const drawn = Math.min(lines, asked === far.asked ? far.drawn : PART);
  if (asked !== far.asked || drawn < far.drawn) setFar({ asked, drawn });
  const isWhole = !isLong || (asked !== null && drawn === lines);
  /** What was drawn whole and told so: a row that is added later is drawn without a word. */
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (asked === null || drawn === lines) {
      if (asked !== null && asked !== told.current) announce(`All ${what} are drawn`);
      told.current = asked;
      return undefined;
    }
    if (drawn % TOLD === 0) announce(farWords(drawn, lines, what));
    const next = requestAnimationFrame(() => setFar({ asked, drawn: Math.min(lines, drawn + PART) }));
    return () => cancelAnimationFrame(next);
  }, [asked, drawn, lines, what]);
  /** What is to be printed waits here until all is there, or no longer wanted. */
  const waiting = useRef<((isThere: boolean) => void)[]>([]);
  useEffect(() => {
    if (isWhole) for (const done of waiting.current.splice(0)) done(true);
  }, [isWhole]);
  const drawRest = async () => {
    if (isWhole) return true;
    setAll(true);
    setToPrint(true);
    const isThere = await new Promise<boolean>((done) => waiting.current.push(done));
    setToPrint(false);
    return isThere;
  };
  useDrawnToPrint(drawRest);
  return {
    /** How many are drawn; null while only those in view are. */
    part: asked === null ? null : drawn,
    isToPrint,
    all,
    showAll: () => setAll(true),
    showInView: () => {
      // What was told last would stand there as if it went on.
      if (!isWhole) announce('Rows are drawn as they come into view');
      setAll(false);
      for (const done of waiting.current.splice(0)) done(false);
    },
    print: async () => {
      if ((await drawRest()) && section.current) printAlone(section.current);
    },
  };
}

/** "Drawing 10,000 rows: 40 % are there". */
export const farWords = (drawn: number, lines: number, what: string): string =>
  `Drawing ${what}: ${Math.floor((drawn / lines) * 100)} % are there`;
