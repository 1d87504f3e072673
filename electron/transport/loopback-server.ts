import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admit, type Asked, type Session } from './admission.ts';
import type { BuiltFile } from './built-files.ts';
import { securityHeaders } from './headers.ts';
import type { AnswerCall } from './http.ts';
import { escapeHtml, plainPage } from './plain-page.ts';

export interface LoopbackServer {
  /** What to open in a browser; holds the token of this start. */
  readonly address: string;
  close(): Promise<void>;
}

const secret = () => randomBytes(32).toString('base64url');

function newSession(port: number): Session {
  // Cookies do not tell ports apart, so the name does: two planners on one PC keep out of each other's way.
  return { host: `127.0.0.1:${port}`, token: secret(), cookieName: `planner-${port}`, cookieValue: secret() };
}

function readAsked(request: IncomingMessage): Asked {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  return {
    method: request.method ?? '',
    path,
    token: new URLSearchParams(query).get('token'),
    headers: request.headers,
  };
}

function sendPlain(response: ServerResponse, status: number, title: string, sentence: string): void {
  const page = plainPage(title, `<p>${escapeHtml(sentence)}</p>`);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function sendFile(response: ServerResponse, file: BuiltFile | undefined, method: string): void {
  if (file === undefined) return sendPlain(response, 404, 'Not here', 'The planner has no such page.');
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length });
  response.end(method === 'HEAD' ? undefined : file.bytes);
}

/** Serves the built page and its calls on a free port of 127.0.0.1, to whoever holds the token of this start. */
export async function serveLoopback(
  file: (path: string) => BuiltFile | undefined,
  answerCall: AnswerCall,
): Promise<LoopbackServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const session = newSession((server.address() as AddressInfo).port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const asked = readAsked(request);
    const admission = admit(asked, session);
    if (admission.kind === 'refused') {
      sendPlain(response, admission.status, 'Not allowed', admission.sentence);
    } else if (admission.kind === 'exchange') {
      const cookie = `${session.cookieName}=${session.cookieValue}; HttpOnly; SameSite=Strict; Path=/`;
      response.writeHead(303, { location: '/', 'set-cookie': cookie }).end();
    } else if (admission.kind === 'file') {
      sendFile(response, file(asked.path), asked.method);
    } else if (!(await answerCall(request, response))) {
      sendPlain(response, 404, 'Not here', 'The planner has no such call.');
    }
  }

  server.on('request', (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return {
    address: `http://${session.host}/?token=${session.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
