import { expect, test } from 'vitest';
import { ifLibreOffice, printedByLibreOffice } from '../../support/libreoffice.ts';
import { officeFiles } from './office-files.ts';

/** More pages than this of so little data would be a layout that runs away. */
const MOST_PAGES = 30;

test.skipIf(ifLibreOffice !== '')(
  `LibreOffice opens every workbook and Word file as what it is, and prints it whole${ifLibreOffice}`,
  { timeout: 120_000 },
  async () => {
    const files = await officeFiles();
    const printed = await printedByLibreOffice(files);
    for (const { name, words, narrow } of files) {
      const own = printed.get(name);
      expect(own?.program, name).toBe(name.endsWith('.xlsx') ? 'calc' : 'writer');
      const pages = own?.pages ?? [];
      expect([pages.length > 0, pages.length <= MOST_PAGES], `${name}: ${pages.length} pages`).toEqual([true, true]);
      const plain = (text: string) => text.replace(/\s+/g, '');
      const text = plain(pages.join(' '));
      for (const one of words) expect(text, `${name}: ${one}`).toContain(plain(one));
      // A cell too narrow for its number, a formula that failed, a page without anything on it.
      expect(text, name).not.toMatch(narrow ? /#(?:NAME|REF|VALUE|DIV)|Err:5/ : /###|#(?:NAME|REF|VALUE|DIV)|Err:5/);
      for (const [index, page] of pages.entries()) expect(page.trim(), `${name}, page ${index + 1}`).not.toBe('');
    }
  },
);
