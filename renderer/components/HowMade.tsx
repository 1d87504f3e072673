import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { MadeDialog } from './MadeDialog.tsx';
import type { Making } from './making.ts';
import { pageAbout } from './table/page-about.ts';

interface HowMadeProps {
  name: string;
  value: string;
  making: Making;
  /** Of whom and when, where that is not what the page says of itself. */
  of?: string;
  /** What stands beside the figure. */
  remark?: ReactNode;
  /** Opens the rows behind the figure. */
  onRows?: (() => void) | undefined;
}

/** The word beside any figure that opens how it was made. */
export function HowMade({ name, value, making, of, remark, onRows }: HowMadeProps) {
  const [about, setAbout] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        className="link not-printed"
        aria-label={`How was this made: ${name}`}
        onClick={({ currentTarget }) => setAbout(of ?? aboutPage(currentTarget))}
      >
        how
      </button>
      {/* Apart from the cell or sentence that it is opened in: what is done in it is not done to them. */}
      {about !== null &&
        createPortal(
          <MadeDialog
            name={name}
            value={value}
            making={making}
            of={about}
            remark={remark}
            onRows={onRows}
            onClose={() => setAbout(null)}
          />,
          document.body,
        )}
    </>
  );
}

function aboutPage(within: Element): string {
  const { title, about } = pageAbout(within);
  return [title, about].filter(Boolean).join(' · ');
}
