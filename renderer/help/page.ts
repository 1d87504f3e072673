/**
 * A page of help about one task. In its texts `**Name**` is a word that stands on the screen, `[words](/path)` leads to a
 * screen, and `[[key|words]]` to the glossary.
 */
export interface HelpPage {
  readonly id: string;
  readonly title: string;
  readonly group: 'Start' | 'Workforce' | 'People' | 'Retention' | 'Training' | 'Returns' | 'LMNS' | 'Data';
  /** Paths of the screens that it opens from. */
  readonly screens: readonly string[];
  /** What it is for. */
  readonly text: string;
  /** What to do, in order. */
  readonly steps?: readonly string[];
  /** What else is good to know. */
  readonly notes?: readonly string[];
}
