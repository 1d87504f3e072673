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
    expect(open).toEqual({
      kind: 'read',
      document,
      version: 2,
      sealed: false,
      notUnderstood: [],
    });
    const bytes = await writeBundle(document, 'correct horse battery');
    expect(bytes.toString()).not.toContain('Thistledown');
    expect(await readBundle(bytes, { passphrase: 'correct horse battery' })).toMatchObject({ document, sealed: true });
    expect(await codeOf(bytes)).toBe('passphrase needed');
    expect(await codeOf(bytes, 'correct horse batteri')).toBe('wrong passphrase');
  });

  const made = () => writeBundle(document);
  const inside = (change: Parameters<typeof changed>[0]) => () => changed(change);
  const outside = (change: Parameters<typeof changed>[1]) => () => changed(() => undefined, change);
  const sealedWith = (change: (sealed: NonNullable<BundleEnvelope['sealed']>) => void) => async () => {
    const envelope = JSON.parse((await writeBundle(document, 'correct horse')).toString()) as BundleEnvelope;
    if (envelope.sealed) change(envelope.sealed);
    return Buffer.from(JSON.stringify(envelope));
  };
  const oneByteChanged = async () => {
    const bytes = Buffer.from(await made());
    const at = bytes.indexOf('"contents":"') + 200;
    bytes[at] = bytes[at] === 65 ? 66 : 65;
    return bytes;
  };
  test.each<[what: string, make: () => Promise<Buffer>, code: string, words: RegExp]>([
    ['is something else', async () => Buffer.from('{"a":1}'), 'not a bundle', /not a return bundle\. Choose/],
    ...[0.3, 0.6, 0.99].map((part): [string, () => Promise<Buffer>, string, RegExp] => [
      `is truncated to ${part * 100} % of it`,
      async () => (await made()).subarray(0, (await made()).length * part),
      'truncated',
      /ends too early.*send it again/,
    ]),
    ['is altered by one letter', oneByteChanged, 'altered', /changed after it was made.*send it again/],
    [
      'has its checksum altered',
      outside((own) => void (own.sha256 = 'a'.repeat(64))),
      'altered',
      /checksum does not fit/,
    ],
    [
      'is of a version that only newer planners read',
      outside((own) => void Object.assign(own, { version: 9, readableFrom: 9 })),
      'newer',
      /newer version of the planner.*Update this planner/,
    ],
    [
      'is of no version at all',
      outside((own) => void Object.assign(own, { version: 'two' })),
      'altered',
      /send it again/,
    ],
    [
      'is larger than any return when it is unpacked',
      inside(({ document: own }) => void (own['title'] = 'x'.repeat(40 * 1024 * 1024))),
      'too large',
      /larger than any return/,
    ],
    [
      'has a part missing',
      inside(({ document: own }) => void delete own['lines']),
      'not whole',
      /not hold a whole return/,
    ],
    [
      'holds data that is no part of a return',
      inside(({ document: own }) => void (own['nurse'] = 'A')),
      'unknown data',
      /no part of a return.*document\.nurse/,
    ],
    [
      'has its seal altered',
      sealedWith((own) => void (own.tag = Buffer.alloc(16).toString('base64'))),
      'wrong passphrase',
      /does not open the bundle/,
    ],
    [
      'asks for more memory than a passphrase may take',
      sealedWith((own) => void (own.cost = 2 ** 30)),
      'wrong passphrase',
      /does not open the bundle/,
    ],
  ])('that %s is refused in words', async (_, make, code, words) => {
    const reading = await readBundle(await make(), { passphrase: 'correct horse' });
    expect(reading).toMatchObject({ kind: 'refused', code, message: expect.stringMatching(words) });
  });

  test('of a newer planner that says it can be read here is read without what is not known', async () => {
    const bytes = await changed(
      ({ document: own }) => void (own['later'] = 1),
      (envelope) => void (envelope.version = 3),
    );
    expect(await readBundle(bytes)).toMatchObject({
      kind: 'read',
      version: 3,
      document,
      notUnderstood: ['document.later'],
    });
  });

  test.each([
    ['lead', 'Jane Smith', 'a person’s name where a role belongs'],
    ['progress', 'Agreed with Jane Smith of the ward', 'what may be a person’s name'],
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
