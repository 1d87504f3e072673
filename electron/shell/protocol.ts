import { protocol } from 'electron';
import type { BuiltFile } from '../transport/built-files.ts';
import { contentSecurityPolicy, securityHeaders } from '../transport/headers.ts';
import { PAGE_HOST, SCHEME, TROUBLE_HOST } from './origin.ts';

/** To be called before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

export type Files = (path: string) => BuiltFile | undefined;

function answer(file: BuiltFile | undefined, extra: Readonly<Record<string, string>>): Response {
  if (file === undefined) return new Response(null, { status: 404, headers: securityHeaders });
  return new Response(file.bytes, { headers: { ...securityHeaders, ...extra, 'content-type': file.type } });
}

/** The plain page's buttons are forms, because it runs no script. */
const troubleHeaders = {
  'content-security-policy': contentSecurityPolicy.replace("form-action 'none'", "form-action 'self'"),
};

/** Serves the page at its address and the plain page at its own. Any other address of the scheme is not there. */
export function serveScheme(page: Files, trouble: Files): void {
  protocol.handle(SCHEME, ({ method, url }) => {
    const { host, pathname } = new URL(url);
    if (method !== 'GET') return answer(undefined, {});
    if (host === PAGE_HOST) return answer(page(pathname), {});
    return answer(host === TROUBLE_HOST ? trouble(pathname) : undefined, troubleHeaders);
  });
}
