import { Printed } from '../Printed.tsx';

/** On paper, above a table: what it is of, and in a dialog, which hides its page, also of whom, when and by which filters. */
export function PaperTitle({ caption }: { caption: string }) {
  return (
    <div className="paper-title">
      <p className="printed-only paper-title__caption">{caption}</p>
      <Printed />
    </div>
  );
}
