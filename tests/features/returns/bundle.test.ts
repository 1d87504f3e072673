import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BundleEnvelope } from '../../../electron/contract/index.ts';
import { readBundle } from '../../../electron/features/returns/bundle/read.ts';
import { writeBundle } from '../../../electron/features/returns/bundle/write.ts';
import { returnedDocument } from '../../support/returned-documents.ts';

const document = returnedDocument({ code: 'RX1', name: 'Thistledown' });

/** The bundle with its contents or its outside changed by somebody who mends the checksum. */
async function changed(
  contents: (inside: { document: Record<string, unknown> }) => void,
  outside: (envelope: BundleEnvelope) => void = () => undefined,
): Promise<Buffer> {
  const envelope = JSON.parse((await writeBundle(document)).toString()) as BundleEnvelope;
  const inside = JSON.parse(gunzipSync(Buffer.from(envelope.contents, 'base64')).toString());
  contents(inside);
  const bytes = gzipSync(JSON.stringify(inside));
  envelope.contents = bytes.toString('base64');
  envelope.sha256 = createHash('sha256').update(bytes).digest('hex');
  outside(envelope);
  return Buffer.from(JSON.stringify(envelope));
}

const codeOf = async (bytes: Buffer, passphrase?: string) => {
  const reading = await readBundle(bytes, { passphrase: passphrase ?? null });
  return reading.kind === 'refused' ? reading.code : 'read';
};

describe('a return bundle', () => {
  test('holds the return whole, open or sealed', async () => {
    const open = await readBundle(await writeBundle(document));
    expect(open).toEqual({ kind: 'read', document, version: 1, sealed: false });
    const bytes = await writeBundle(document, 'correct horse battery');
    expect(bytes.toString()).not.toContain('Thistledown');
    expect(await readBundle(bytes, { passphrase: 'correct horse battery' })).toMatchObject({ document, sealed: true });
    expect(await codeOf(bytes)).toBe('passphrase needed');
    expect(await codeOf(bytes, 'correct horse batteri')).toBe('wrong passphrase');
  });

  test('that is bad is refused by name', async () => {
    const bytes = await writeBundle(document);
    expect(await codeOf(Buffer.from('{"a":1}'))).toBe('not a bundle');
    for (const part of [0.3, 0.6, 0.99]) expect(await codeOf(bytes.subarray(0, bytes.length * part))).toBe('truncated');
    const at = bytes.indexOf('"contents":"') + 200;
    const altered = Buffer.from(bytes);
    altered[at] = altered[at] === 65 ? 66 : 65;
    expect(await codeOf(altered)).toBe('altered');
    const newer = await changed(
      () => undefined,
      (envelope) => Object.assign(envelope, { version: 9, readableFrom: 9 }),
    );
    expect(await codeOf(newer)).toBe('newer');
    const large = await changed(({ document: own }) => void (own['title'] = 'x'.repeat(40 * 1024 * 1024)));
    expect(await codeOf(large)).toBe('too large');
    expect(await codeOf(await changed(({ document: own }) => void (own['nurse'] = 'A')))).toBe('unknown data');
  });

  test('of a newer planner that says it can be read here is read without what is not known', async () => {
    const bytes = await changed(
      ({ document: own }) => void (own['later'] = 1),
      (envelope) => void (envelope.version = 2),
    );
    expect(await readBundle(bytes)).toMatchObject({ kind: 'read', version: 2, document });
  });

  test.each([
    ['lead', 'Jane Smith', 'a person’s name where a role belongs'],
    ['progress', 'Agreed with Mrs Jane Smith', 'a person’s title and name'],
    ['progress', 'Ask jane.smith@nhs.net', 'an e-mail address'],
    ['evidence', 'See 943 476 5919', 'an NHS number'],
    ['risk', 'Cover of 24433565-2 is open', 'a staff number'],
  ])('that tells of a person in %s is refused: %s', async (field, text, looksLike) => {
    const bytes = await changed(({ document: own }) => {
      (own['lines'] as Record<string, string>[])[0]![field] = text;
    });
    const reading = await readBundle(bytes);
    expect(reading).toMatchObject({
      code: 'names somebody',
      found: [{ place: `document.lines[4.1].${field}`.replace('document.', ''), looksLike }],
    });
    expect(reading.kind === 'refused' && reading.message).toContain('write a role instead');
  });
});
