export type StatusKind = 'blue' | 'green' | 'amber' | 'red';

const shapes: Record<StatusKind, { fill: string; path: string }> = {
  red: { fill: 'var(--wrong)', path: 'M7 1 13.5 13H.5Z' },
  amber: { fill: 'var(--at-risk)', path: 'M7 0 14 7 7 14 0 7Z' },
  green: { fill: 'var(--good)', path: 'M7 0a7 7 0 1 0 0 14A7 7 0 1 0 7 0Z' },
  blue: { fill: 'var(--act)', path: 'M1 1h12v12H1Z' },
};

/** A status: a shape, a colour and a word, always all three. */
export function Status({ kind, word }: { kind: StatusKind; word: string }) {
  return (
    <span className="status">
      <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        <path d={shapes[kind].path} fill={shapes[kind].fill} />
      </svg>
      {word}
    </span>
  );
}
