import type { OpenRefusal } from '../database/refusal.ts';
import type { BuiltFile } from './built-files.ts';
import type { AnswerCall } from './http.ts';
import { escapeHtml, plainPage } from './plain-page.ts';

/** The one file that browser mode has left once its store cannot be used: the refusal, with its details. */
export function refusalFiles({ title, message, details }: OpenRefusal): (path: string) => BuiltFile | undefined {
  const page = plainPage(title, `<p>${escapeHtml(message)}</p>\n<pre>${escapeHtml(details)}</pre>`);
  return (path) => (path === '/' ? { type: 'text/html; charset=utf-8', bytes: Buffer.from(page) } : undefined);
}

/** Every call is refused in the same words. */
export function refusalCalls({ title, message }: OpenRefusal): AnswerCall {
  return (request, response) => {
    if (!request.url?.startsWith('/rpc')) return Promise.resolve(false);
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${title}. ${message}`);
    return Promise.resolve(true);
  };
}
