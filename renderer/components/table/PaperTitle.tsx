import { Printed } from '../Printed.tsx';

/** On paper, above a table: what it is of and by what it is filtered, and in a dialog, which hides its page, also of whom, when and by which filters. */
export function PaperTitle({ caption, filter }: { caption: string; filter: string }) {
  return (
    <div className="paper-title">
      <p className="printed-only paper-title__caption">
        {[caption, filter && `Filter: ${filter}`].filter(Boolean).join(' · ')}
      </p>
      <Printed />
    </div>
  );
}
