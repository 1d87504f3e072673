import type { BuiltFile } from './built-files.ts';
import type { AnswerCall } from './http.ts';
import { escapeHtml, plainPage } from './plain-page.ts';

/** Where the page sends what was typed: among the calls, so that admission asks the same of it as of a call. */
const OPEN_PATH = '/rpc/open';
const LONGEST = 2000;

const script = `
const form = document.querySelector('form');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const typed = document.getElementById('typed').value;
  const answer = await fetch('${OPEN_PATH}', { method: 'POST', body: typed });
  if (answer.ok) location.reload();
  else document.getElementById('why').textContent = await answer.text();
});`;

/** The files of the plain page that asks for the key of an encrypted store, in browser mode. */
export function keyPageFiles(title: string, sentence: string): (path: string) => BuiltFile | undefined {
  const body = `<p>${escapeHtml(sentence)}</p>
<form><p><label for="typed">Passphrase or recovery code</label></p>
<p><input id="typed" type="password" autocomplete="off" autofocus required size="40"> <button type="submit">Open the store</button></p></form>
<p id="why" role="alert"></p><script src="/open.js"></script>`;
  const page = plainPage(title, body);
  return (path) => {
    if (path === '/open.js') return { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(script) };
    return path === '/' ? { type: 'text/html; charset=utf-8', bytes: Buffer.from(page) } : undefined;
  };
}

/** Takes what was typed: `tryOpen` answers why it does not open the store, null where it does. */
export function keyPageCalls(tryOpen: (typed: string) => Promise<string | null>): AnswerCall {
  return async (request, response) => {
    if (request.url !== OPEN_PATH) return false;
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > LONGEST) break;
      parts.push(part);
    }
    const why = length > LONGEST ? 'That is too long.' : await tryOpen(Buffer.concat(parts).toString('utf8'));
    response.writeHead(why === null ? 204 : 403, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(why ?? undefined);
    return true;
  };
}
