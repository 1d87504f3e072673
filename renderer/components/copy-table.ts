import type { CopiedBlock } from './table/block.ts';

/** Puts it on the clipboard by the browser's own copy command, which needs no permission. */
export function copyBlock({ text, html }: CopiedBlock): void {
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopPropagation();
  };
  // Before a table that copies what is selected in it.
  document.addEventListener('copy', write, { once: true, capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', write, { capture: true });
}

export const copyText = (text: string): void => copyBlock({ text, html: '' });
