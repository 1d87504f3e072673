import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { printPage } from '../../components/printing.ts';

/** Prints the page on the paper that was chosen. */
export function PrintButton() {
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4');
  const print = async () => {
    const { classList } = document.documentElement;
    classList.toggle('print-a3', paper === 'A3');
    await printPage();
    classList.remove('print-a3');
  };
  return (
    <>
      <label className="filter" data-no-filter>
        Paper
        <select value={paper} onChange={({ target }) => setPaper(target.value as 'A4' | 'A3')}>
          <option>A4</option>
          <option>A3</option>
        </select>
      </label>
      <Button onClick={() => void print()}>Print</Button>
    </>
  );
}
