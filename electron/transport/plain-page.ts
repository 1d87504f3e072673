const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string) => text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);

/** A page that needs none of the built files: a title, and the body as HTML. `style` is the address of a style sheet. */
export function plainPage(title: string, body: string, style?: string): string {
  const link = style === undefined ? '' : `<link rel="stylesheet" href="${escapeHtml(style)}">`;
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>${link}</head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}
