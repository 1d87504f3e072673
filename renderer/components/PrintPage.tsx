import { Button } from './Button.tsx';
import { printPage } from './printing.ts';

/** Prints the page, once all of it is there; `children` where the button says more than “Print”. */
export function PrintPage({ children = 'Print' }: { children?: string }) {
  return <Button onClick={() => void printPage()}>{children}</Button>;
}
